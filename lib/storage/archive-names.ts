/** Where an archive's table of contents may begin at the latest: its end record and the longest comment (APPNOTE.TXT 4.3.16). */
const LONGEST_END = 22 + 0xffff;
/** No document that people write has a longer table of contents. */
const LONGEST_DIRECTORY = 4 * 1024 * 1024;

const END = 0x06054b50;
const END_64 = 0x06064b50;
const LOCATOR_64 = 0x07064b50;
const ENTRY = 0x02014b50;

const viewOf = async (part: Blob) => new DataView(await part.arrayBuffer());

/** The table of contents as the 64-bit end record tells it, which a locator right before the usual one leads to; null without one. */
async function largeDirectory(archive: Blob, tail: DataView, end: number) {
  if (end < 20 || tail.getUint32(end - 20, true) !== LOCATOR_64) return null;
  const at = Number(tail.getBigUint64(end - 20 + 8, true));
  const record = await viewOf(archive.slice(at, at + 56));
  if (record.byteLength < 56 || record.getUint32(0, true) !== END_64) return null;
  return { size: Number(record.getBigUint64(40, true)), offset: Number(record.getBigUint64(48, true)) };
}

/** Where the table of contents lies; null where the archive has none. */
async function directoryOf(archive: Blob) {
  const tail = await viewOf(archive.slice(Math.max(0, archive.size - LONGEST_END)));
  for (let at = tail.byteLength - 22; at >= 0; at--) {
    if (tail.getUint32(at, true) !== END) continue;
    const small = { size: tail.getUint32(at + 12, true), offset: tail.getUint32(at + 16, true) };
    return small.offset === 0xffffffff ? largeDirectory(archive, tail, at) : small;
  }
  return null;
}

/**
 * The names in a ZIP archive, read from its table of contents alone: nothing is unpacked, and however large the archive is, only its end
 * comes into memory. None where there is no sound table.
 */
export async function namesIn(archive: Blob): Promise<string[]> {
  const place = await directoryOf(archive);
  if (!place || place.size > LONGEST_DIRECTORY || place.offset + place.size > archive.size) return [];
  const table = await viewOf(archive.slice(place.offset, place.offset + place.size));
  const names: string[] = [];
  for (let at = 0; at + 46 <= table.byteLength; ) {
    const length = table.getUint16(at + 28, true);
    if (table.getUint32(at, true) !== ENTRY || at + 46 + length > table.byteLength) return [];
    names.push(new TextDecoder().decode(new Uint8Array(table.buffer, at + 46, length)));
    at += 46 + length + table.getUint16(at + 30, true) + table.getUint16(at + 32, true);
  }
  return names;
}
