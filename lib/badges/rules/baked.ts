/**
 * Baking: a credential inside its own picture (Open Badges 3.0, 5.3). `jws` is the compact VC-JWT, whose alphabet needs no escaping
 * in either format.
 */
const JWS = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/;
const SIGNATURE = [137, 80, 78, 71, 13, 10, 26, 10];
const KEYWORD = "openbadgecredential";

function checked(jws: string): string {
  if (!JWS.test(jws)) throw new TypeError("not a compact JWS");
  return jws;
}

/** An SVG picture with the credential directly after its opening `<svg>` tag. Throws where there is no such tag. */
export function bakeSvg(svg: string, jws: string): string {
  const opening = /<svg\b[^>]*>/.exec(svg);
  if (!opening) throw new TypeError("not an SVG picture");
  const tag = opening[0].replace(/^<svg/, '<svg xmlns:openbadges="https://purl.imsglobal.org/ob/v3p0"');
  const credential = `<openbadges:credential verify="${checked(jws)}"></openbadges:credential>`;
  return svg.slice(0, opening.index) + tag + credential + svg.slice(opening.index + opening[0].length);
}

const TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});

/** CRC-32 as in PNG (ISO/IEC 15948, annex D). */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = (TABLE[(crc ^ byte) & 0xff] ?? 0) ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(12 + data.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  bytes.set(new TextEncoder().encode(type), 4);
  bytes.set(data, 8);
  view.setUint32(8 + data.length, crc32(bytes.subarray(4, 8 + data.length)));
  return bytes;
}

/** A PNG picture with the credential in one uncompressed iTXt chunk after its header. Throws where it is no PNG. */
export function bakePng(png: Uint8Array, jws: string): Uint8Array {
  if (SIGNATURE.some((byte, index) => png[index] !== byte)) throw new TypeError("not a PNG picture");
  // Keyword, then: null, not compressed, method 0, no language, no translated keyword, and the text (ISO/IEC 15948, 11.3.4.5).
  const text = new TextEncoder().encode(`${KEYWORD}\0\0\0\0\0${checked(jws)}`);
  const header = SIGNATURE.length + 25; // IHDR is first and always 13 bytes long
  const itxt = chunk("iTXt", text);
  const baked = new Uint8Array(png.length + itxt.length);
  baked.set(png.subarray(0, header));
  baked.set(itxt, header);
  baked.set(png.subarray(header), header + itxt.length);
  return baked;
}
