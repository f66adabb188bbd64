const folds: Record<string, string> = { æ: "ae", ø: "o", å: "a", ä: "a", ö: "o", ß: "ss", ł: "l", đ: "d" };

/** A text without case and without marks: "Ærøskøbing" → "aeroskobing". */
function folded(text: string): string {
  const plain = text.toLowerCase().replace(/[æøåäößłđ]/g, (letter) => folds[letter] ?? letter);
  return plain.normalize("NFD").replace(/\p{M}/gu, "");
}

/**
 * Whether `text` holds what was typed. Who types "ø" means ø and nothing else; who types "arhus" on a foreign keyboard finds
 * Århus, and "aarhus" does too.
 */
export function textMatches(text: string, typed: string): boolean {
  const wanted = typed.trim().toLowerCase();
  if (text.toLowerCase().includes(wanted)) return true;
  if (/[^\p{ASCII}]/u.test(wanted)) return false;
  return folded(text).includes(wanted) || folded(text.replace(/å/gi, "aa")).includes(wanted);
}
