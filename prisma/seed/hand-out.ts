import type { Seed } from "./base.ts";
import { keepFile } from "./keep-file.ts";

/** A PDF of one page with these lines (ISO 32000-1, the fewest objects that a reader needs). They are in Latin-1. */
function pageOf(lines: readonly string[]): Buffer {
  const shown = lines.map((line) => `(${line.replace(/[\\()]/g, "\\$&")}) Tj T*`).join("\n");
  const text = `BT /F1 13 Tf 20 TL 72 760 Td\n${shown}\nET`;
  const objects = [
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
  ];
  let pdf = "%PDF-1.4\n";
  const places = objects.map((object, index) => {
    const place = pdf.length;
    pdf += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, "0")} 00000 n \n`;
  });
  const table = pdf.length;
  pdf += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join("")}`;
  pdf += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(pdf, "latin1");
}

/** Keeps a page as a file that `ownerId` handed in; its id. Null where this load of the demo has no folder for files. */
export async function handOutPage(
  seed: Seed,
  {
    name,
    ownerId,
    lines,
  }: { readonly name: string; readonly ownerId: string; readonly lines: readonly string[] },
): Promise<string | null> {
  const kept = await keepFile(seed, {
    key: name,
    name,
    mediaType: "application/pdf",
    ownerId,
    bytes: pageOf(lines),
    createdAt: seed.now,
  });
  return kept?.id ?? null;
}
