/** What a reader is to be given of a file. */
export type AskedPart =
  | { readonly kind: "whole" }
  /** From the byte `first` to the byte `last`, both included, counted from 0. */
  | { readonly kind: "part"; readonly first: number; readonly last: number }
  /** Nothing of the file lies in what was asked for. */
  | { readonly kind: "beyond" }
  /** The reader has it already. */
  | { readonly kind: "unchanged" }
  /** It is not the file that the reader asked for the rest of. */
  | { readonly kind: "changed" };

/** A file as it is now: `etag` is a strong one, in its quotation marks; `size` in bytes. */
export type Present = { readonly etag: string; readonly size: number };

const whole: AskedPart = { kind: "whole" };

const tagsIn = (value: string) => value.split(",").map((tag) => tag.trim());

/** RFC 9110, 13.1.1 and 8.8.3.2: only a strong tag says that it is the same, byte for byte. */
const isAmong = (tags: string, etag: string) => tags.trim() === "*" || tagsIn(tags).includes(etag);

/** RFC 9110, 13.1.2: a weak tag will do, where nothing is put together. */
const isKnown = (tags: string, etag: string) =>
  isAmong(tags, etag) || tagsIn(tags).some((tag) => tag === `W/${etag}`);

/** RFC 9110, 14.1.2: one range of bytes, `first-last`, `first-` or `-howManyAtTheEnd`. Several at once may be answered with the whole, and are. */
function rangeIn(range: string, size: number): AskedPart {
  const [, from, to] = /^bytes=\s*(\d*)-(\d*)\s*$/i.exec(range) ?? [];
  if (from === undefined || to === undefined || from + to === "") return whole;
  if (from !== "" && to !== "" && Number(to) < Number(from)) return whole;
  const first = from === "" ? Math.max(0, size - Number(to)) : Number(from);
  const last = from === "" || to === "" ? size - 1 : Math.min(Number(to), size - 1);
  return first < size ? { kind: "part", first, last } : { kind: "beyond" };
}

/**
 * What a GET or HEAD is answered with, by its conditions and its range in the order of RFC 9110, 13.2.2. What is no range of bytes, or
 * asks to go on with another file than the present one (`If-Range`; a date is never one of ours), is answered with the whole.
 */
export function askedPart(method: string, headers: Headers, { etag, size }: Present): AskedPart {
  const wanted = headers.get("if-match");
  if (wanted !== null && !isAmong(wanted, etag)) return { kind: "changed" };
  const known = headers.get("if-none-match");
  if (known !== null && isKnown(known, etag)) return { kind: "unchanged" };
  const range = headers.get("range");
  const begun = headers.get("if-range");
  if (method !== "GET" || range === null || (begun !== null && begun.trim() !== etag)) return whole;
  return rangeIn(range, size);
}
