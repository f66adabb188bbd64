/** Where words go in a text: between two places of the caret, which are the same where nothing is marked. */
export type Caret = { readonly from: number; readonly to: number };

/** A text with words put in the place of what is marked, a space between them and their neighbours, and where the caret then stands. */
export function insertWords(
  text: string,
  { from, to }: Caret,
  words: string,
): { readonly text: string; readonly caret: number } {
  const [before, after] = [text.slice(0, from), text.slice(to)];
  const head = before === "" || /\s$/.test(before) ? before : `${before} `;
  const tail = after === "" || /^[\s.,;:!?)]/.test(after) ? after : ` ${after}`;
  return { text: `${head}${words}${tail}`, caret: head.length + words.length };
}
