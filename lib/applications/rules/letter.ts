/** Where the reason of a declined application will stand in the letter that is shown beforehand; nobody types this. */
export const REASON_MARK = "\u2063…\u2063";

/** The letter with `reason` where it will stand, quoted line by line as the mail quotes it; a dotted line while there is none. */
export function letterWith(text: string, reason: string): string {
  const quoted = reason.trim() === "" ? "…" : reason.trim().replaceAll("\n", "\n> ");
  return text.replace(REASON_MARK, () => quoted);
}
