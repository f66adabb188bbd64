/** Fewer letters match too much to be worth asking for. */
const SHORTEST = 2;
const MOST_WORDS = 5;
const LONGEST = 80;

/**
 * The words to look for in what somebody typed into the command palette: each has to be found. Null where it is too little.
 * What comes first counts; nobody searches by more than five words.
 */
export function wordsOf(typed: string): string[] | null {
  const text = typed.normalize("NFC").slice(0, LONGEST).trim();
  if (text.length < SHORTEST) return null;
  return text.split(/\s+/).slice(0, MOST_WORDS);
}
