/** Something in a text that looks as if it told who somebody else is. */
export type PersonalTrace = { readonly kind: "name" | "email" | "phone"; readonly text: string };

const EMAIL = /[\p{L}\d._%+-]+@[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/gu;
/** Eight digits as they are written in Denmark, Swedish numbers, and whatever has a country code; no year, no time of day. */
const PHONE =
  /(?<![\d-])(?:\+\d{2}[ -]?\d{2}(?:[ -]?\d{2,3}){2,3}|\d{2} ?\d{2} ?\d{2} ?\d{2}|0\d{1,3}-\d{2,3} ?\d{2} ?\d{2})(?![\d-])/g;
/** Two or more words with a capital in a row, also with hyphen or initial: Anne Hansen, Jens-Ole B. Nør. */
const NAME = /\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?(?:[ \u00a0](?:\p{Lu}\.|\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)?))+/gu;
/** Words with a capital that begin the name of a place, an organisation or a law, and not a person's. */
const NOT_A_NAME =
  /\b(Kommune|Kommun|Municipality|Region|Regionen|Styrelse|Styrelsen|Ministeriet|Rådhus|Skole|Skolen|Center|Centret|Afdeling|Forvaltning|Microsoft|Teams|Google|Excel|Power|Zoom|Danmark|Sverige|Denmark|Sweden)\b/u;

/** What of `text` a name that begins a sentence shares with an ordinary word: its first word only counts if a second follows. */
function namesIn(text: string, known: readonly string[]): PersonalTrace[] {
  const allowed = new Set(known.flatMap((name) => name.toLowerCase().split(/[\s-]+/)));
  return [...text.matchAll(NAME)]
    .map(([found]) => found)
    .filter((found) => !NOT_A_NAME.test(found))
    .filter(
      (found) =>
        !found
          .toLowerCase()
          .split(/[\s-]+/)
          .every((word) => allowed.has(word)),
    )
    .map((found) => ({ kind: "name" as const, text: found }));
}

/**
 * What in a text looks like personal data of somebody who is not being observed, each once, in the order of kinds; `known` are the
 * names that may stand there (the participant's, the assessors'). A hint for the writer, never a refusal: only a person can tell a
 * name from the name of a place (GDPR article 5(1)(c): no more about others than the observation needs).
 */
export function personalTraces(text: string, known: readonly string[]): PersonalTrace[] {
  const emails = [...text.matchAll(EMAIL)].map(([found]) => ({ kind: "email" as const, text: found }));
  const phones = [...text.matchAll(PHONE)].map(([found]) => ({ kind: "phone" as const, text: found.trim() }));
  const seen = new Set<string>();
  return [...namesIn(text, known), ...emails, ...phones].filter((trace) => {
    if (seen.has(trace.text)) return false;
    seen.add(trace.text);
    return true;
  });
}
