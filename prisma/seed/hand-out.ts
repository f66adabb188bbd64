import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { sha256 } from "../../lib/core/hash.ts";
import { idOf, type Seed } from "./base.ts";

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

/**
 * Keeps a page as a file that `ownerId` handed in, where lib/storage/file-store.ts looks for it; its id. Null where this load of the demo
 * has no folder for files: then nothing is to lead to one.
 */
export async function handOutPage(
  { db, now, filesFolder }: Seed,
  {
    name,
    ownerId,
    lines,
  }: { readonly name: string; readonly ownerId: string; readonly lines: readonly string[] },
): Promise<string | null> {
  if (filesFolder === null) return null;
  const [id, bytes] = [idOf(`file ${name}`), pageOf(lines)];
  const folder = join(filesFolder, id.slice(0, 2));
  await mkdir(folder, { recursive: true, mode: 0o700 });
  await writeFile(join(folder, id), bytes, { mode: 0o600 });
  const file = {
    mediaType: "application/pdf",
    size: bytes.byteLength,
    sha256: sha256(bytes),
    createdAt: now,
  };
  await db.storedFile.create({ data: { id, name, ownerId, ...file } });
  return id;
}
