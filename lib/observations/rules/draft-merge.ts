/** What is written in an observation's form, by field name. What is not chosen is the empty text. */
export type DraftFields = Readonly<Record<string, string>>;

/** A text that a draft rests on: what the server had when it was read, and its version. */
export type DraftBase = { readonly version: number; readonly fields: DraftFields };

/** A rating field's name carries the place of its criterion: `ratings.3.rating`. */
const isRating = (name: string): boolean => /^ratings\.\d+\.rating$/.test(name);

/** What is chosen and not written: of two such values one holds, they cannot stand one after the other. */
export const isChoice = (name: string): boolean => isRating(name) || name === "observedOn";

/** As the server stores text: one kind of line end, nothing around it. */
const stored = (text: string): string => text.replace(/\r\n?/g, "\n").trim();

const same = (a: string | undefined, b: string | undefined): boolean => stored(a ?? "") === stored(b ?? "");

/** The names of the fields in which two drafts differ, in the order of the form. */
export function differences(a: DraftFields, b: DraftFields): string[] {
  return Object.keys(a).filter((name) => !same(a[name], b[name]));
}

/**
 * Both texts of a field, the saved one first. Where one holds the other only the longer; where both go on from what they began with, that
 * beginning stands once.
 */
export function bothTexts(base: string, theirs: string, mine: string): string {
  if (mine.includes(theirs)) return mine;
  if (theirs.includes(mine)) return theirs;
  const begun = stored(base);
  const grown = begun !== "" && theirs.startsWith(begun) && mine.startsWith(begun);
  const rest = mine.slice(begun.length);
  // Where the last word itself was written on, it is not the end of what they share.
  const added = grown && !/^[\p{L}\p{N}]/u.test(rest);
  return `${theirs.trim()}\n\n${(added ? rest : mine).trim()}`;
}

/** Two drafts that began as one, brought together. */
export type DraftMerge = {
  /** What holds; in the fields that clash, what is written here. */
  readonly fields: DraftFields;
  /** Fields that were taken over from the other draft, to be told. */
  readonly taken: readonly string[];
  /** Fields that both changed, each in its own way: the person chooses. */
  readonly clashes: readonly string[];
};

function mergeField(name: string, base: string, mine: string, theirs: string): string | null {
  if (same(mine, theirs) || same(theirs, base)) return mine;
  if (same(mine, base)) return theirs;
  if (isChoice(name)) return null;
  // A text that only grew on from the other holds all of it: nothing is lost by taking the longer one.
  if (stored(mine).startsWith(stored(theirs))) return mine;
  return stored(theirs).startsWith(stored(mine)) ? theirs : null;
}

/**
 * Brings together what is written here and what another tab or device has saved, field by field, both having begun from `base`: what
 * only one of them changed is taken as they have it; what both changed clashes, and nothing is decided for the person
 * (design/trust.md, promise 6). No word of either is left out of `fields`, save in a clash, whose other side is still in `theirs`.
 */
export function mergeDrafts(base: DraftFields, mine: DraftFields, theirs: DraftFields): DraftMerge {
  const fields: Record<string, string> = {};
  const taken: string[] = [];
  const clashes: string[] = [];
  for (const [name, value] of Object.entries(mine)) {
    const merged = mergeField(name, base[name] ?? "", value, theirs[name] ?? "");
    fields[name] = merged ?? value;
    if (merged === null) clashes.push(name);
    else if (!same(merged, value)) taken.push(name);
  }
  return { fields, taken, clashes };
}
