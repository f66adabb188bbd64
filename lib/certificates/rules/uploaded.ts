/** The largest file that is checked: our documents have some 100 kB, a baked picture less. */
export const MOST_UPLOADED_BYTES = 4 * 1024 * 1024;

/** What an uploaded file turned out to be: one of our kinds of file, with the credential in it where there is one. */
export type Uploaded =
  | { readonly kind: "document" }
  | { readonly kind: "jws"; readonly jws: string }
  | { readonly kind: "embedded"; readonly credential: Readonly<Record<string, unknown>> }
  | { readonly kind: "none" };

const JWS = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/;
/** The longest credential that is looked at, in characters: ours have some ten thousand, and what JSON-LD costs grows with them. */
const MOST_CHARACTERS = 128 * 1024;
const SVG_ELEMENT = "<openbadges:credential";
const SVG_ATTRIBUTE = /\sverify="([^"]*)"/;
const PNG = [137, 80, 78, 71, 13, 10, 26, 10];
const KEYWORD = "openbadgecredential";

const begins = (bytes: Uint8Array, signature: readonly number[]): boolean =>
  signature.every((byte, index) => bytes[index] === byte);

/** The text of the iTXt chunk that a badge is baked into (Open Badges 3.0, 5.3.1); null where there is none. */
function bakedText(bytes: Uint8Array): string | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  for (let at = PNG.length; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at);
    const end = at + 8 + length;
    if (end + 4 > bytes.length) return null;
    const text = new TextDecoder("latin1").decode(bytes.subarray(at + 4, end));
    // Chunk type, keyword, then: null, not compressed, method 0, no language, no translated keyword.
    const head = `iTXt${KEYWORD}\0\0\0\0\0`;
    if (text.startsWith(head)) return text.slice(head.length);
    at = end + 4;
  }
  return null;
}

/**
 * What stands in the element into which a drawing's badge is baked (Open Badges 3.0, 5.3.2); null where there is none. Found by its
 * first occurrence: a pattern over the whole text would begin anew at each of a million that never end.
 */
function bakedInSvg(text: string): string | null {
  const start = text.indexOf(SVG_ELEMENT);
  const end = text.indexOf(">", start);
  if (start < 0 || end < 0 || end - start > MOST_CHARACTERS) return null;
  return SVG_ATTRIBUTE.exec(text.slice(start, end))?.[1] ?? null;
}

function credentialIn(text: string): Uploaded {
  const trimmed = text.trim();
  if (trimmed.length > MOST_CHARACTERS) return { kind: "none" };
  if (JWS.test(trimmed)) return { kind: "jws", jws: trimmed };
  try {
    const credential: unknown = JSON.parse(trimmed);
    if (typeof credential === "object" && credential !== null && !Array.isArray(credential))
      return { kind: "embedded", credential: credential as Record<string, unknown> };
  } catch {
    // Neither of the two: it is none of ours.
  }
  return { kind: "none" };
}

/** Tells what a file is by its content; its name and what the browser says of it do not matter. Nothing in it is run or rendered. */
export function readUploaded(bytes: Uint8Array): Uploaded {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, 5));
  if (start === "%PDF-") return { kind: "document" };
  if (begins(bytes, PNG)) {
    const text = bakedText(bytes);
    return text && JWS.test(text) ? { kind: "jws", jws: text } : { kind: "none" };
  }
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return { kind: "none" };
  }
  const inSvg = bakedInSvg(text);
  if (inSvg !== null) return JWS.test(inSvg) ? { kind: "jws", jws: inSvg } : { kind: "none" };
  return credentialIn(text);
}

/** The public id in the address by which a credential names itself; null where it is not one of `badgesUrl` (ends in a slash). */
export function publicIdOf(credential: Readonly<Record<string, unknown>>, badgesUrl: string): string | null {
  const { id } = credential;
  if (typeof id !== "string" || !id.startsWith(badgesUrl)) return null;
  const publicId = id.slice(badgesUrl.length);
  return /^[A-Za-z0-9_-]{22,64}$/.test(publicId) ? publicId : null;
}

/**
 * Carries over the redirect which certificate an uploaded file was found to be of, for a minute: an address could be sent to somebody who
 * never uploaded anything, a cookie cannot.
 */
export const FILE_COOKIE = "praksis.file";
