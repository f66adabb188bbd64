/** A run of words that both texts have, or only one of them. */
export type DiffPart = { readonly kind: "same" | "removed" | "added"; readonly text: string };

/** Longer texts are shown whole beside each other instead: the comparison takes time by the product of their lengths. */
const MOST_WORDS = 1500;

/** Words and what is between them. A space that does not break belongs to its word: `34 500` is one number. */
const WORDS = /[ \t\r\n]+|[^ \t\r\n]+/g;

/** How long the longest common run is from each pair of places on. */
function commonLengths(a: readonly string[], b: readonly string[]): Uint16Array[] {
  const lengths = Array.from({ length: a.length + 1 }, () => new Uint16Array(b.length + 1));
  for (let i = a.length - 1; i >= 0; i--) {
    const row = lengths[i];
    const below = lengths[i + 1];
    if (!row || !below) continue;
    for (let j = b.length - 1; j >= 0; j--)
      row[j] = a[i] === b[j] ? (below[j + 1] ?? 0) + 1 : Math.max(below[j] ?? 0, row[j + 1] ?? 0);
  }
  return lengths;
}

/**
 * What makes `after` out of `before`, word by word: reading the parts that are the same or added gives `after`, those that are
 * the same or removed give `before`, each with its spaces. The longest common subsequence of words.
 */
export function wordDiff(before: string, after: string): DiffPart[] {
  const a = before.match(WORDS) ?? [];
  const b = after.match(WORDS) ?? [];
  const parts: DiffPart[] = [];
  const push = (kind: DiffPart["kind"], text: string) => {
    const last = parts.at(-1);
    if (last?.kind === kind) parts[parts.length - 1] = { kind, text: last.text + text };
    else parts.push({ kind, text });
  };
  if (a.length > MOST_WORDS || b.length > MOST_WORDS) {
    if (before) push("removed", before);
    if (after) push("added", after);
    return parts;
  }
  const lengths = commonLengths(a, b);
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const [left, right] = [a[i], b[j]];
    if (left !== undefined && left === right) {
      push("same", left);
      i++;
      j++;
    } else if (
      left !== undefined &&
      (right === undefined || (lengths[i + 1]?.[j] ?? 0) >= (lengths[i]?.[j + 1] ?? 0))
    ) {
      push("removed", left);
      i++;
    } else {
      push("added", right ?? "");
      j++;
    }
  }
  return parts;
}
