import { namesIn } from "./archive-names";

/** What may be handed in somewhere, and how its names end. */
export const mediaTypes = {
  "application/pdf": "pdf",
  "image/jpeg": "jpg",
  "image/png": "png",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
  "application/vnd.openxmlformats-officedocument.presentationml.presentation": "pptx",
  "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
} as const;

export type MediaType = keyof typeof mediaTypes;

/** What belongs to a case and to an observation: a document to read, or a picture. */
export const documentTypes: readonly MediaType[] = [
  "application/pdf",
  "image/jpeg",
  "image/png",
  "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
];

/** The part that only an Office document of that kind has (ECMA-376). */
const mainParts: readonly (readonly [part: string, type: MediaType])[] = [
  ["word/document.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"],
  ["ppt/presentation.xml", "application/vnd.openxmlformats-officedocument.presentationml.presentation"],
  ["xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"],
];

const begins = (bytes: Uint8Array, ...start: number[]) => start.every((byte, n) => bytes[n] === byte);

/** Which Office document an archive is: it has the parts that ECMA-376 asks for, and no program in it. Null for any other. */
async function officeTypeOf(archive: Blob): Promise<MediaType | null> {
  const names = await namesIn(archive);
  const hasProgram = names.some(
    (name) => name.toLowerCase().endsWith(".bin") && name.toLowerCase().includes("vba"),
  );
  if (!names.includes("[Content_Types].xml") || hasProgram) return null;
  const found = mainParts.filter(([part]) => names.includes(part));
  return found.length === 1 ? (found[0]?.[1] ?? null) : null;
}

/**
 * What a file is, by what it holds: its name and what its sender calls it say nothing. Null for what may not be handed in. That a file
 * may be two things at once is why it is only ever given out as an attachment. Only its beginning and an archive's end are read.
 */
export async function mediaTypeOf(file: Blob): Promise<MediaType | null> {
  const bytes = new Uint8Array(await file.slice(0, 8).arrayBuffer());
  if (begins(bytes, 0x25, 0x50, 0x44, 0x46, 0x2d)) return "application/pdf";
  if (begins(bytes, 0xff, 0xd8, 0xff)) return "image/jpeg";
  if (begins(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return "image/png";
  return begins(bytes, 0x50, 0x4b, 0x03, 0x04) ? officeTypeOf(file) : null;
}

/** A name to show and to give out: the last part of what it was called, without what could lead anywhere, ending as its kind does. */
export function safeName(given: string, type: MediaType): string {
  const last = given.normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  const stem = last
    .replace(/\.[^.]*$/, "")
    .replace(/[^\p{L}\p{N} _().,-]/gu, "_")
    .replace(/^[\s.]+/, "")
    .trim()
    .slice(0, 80);
  return `${stem || "fil"}.${mediaTypes[type]}`;
}
