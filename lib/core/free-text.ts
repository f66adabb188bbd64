import { z } from "zod";

// A day and a month, two digits of the year, four more. No phone number (8 digits), GLN (13) or organisation number (its
// third and fourth digit are above 19) has this shape; only a number that stands alone counts, not part of a longer one.
const DANISH = /(?<![\d-])(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])\d{2}\s?[-–.]?\s?\d{4}(?![\d-])/;
// The Swedish personnummer begins with the year; samordningsnummer add 60 to the day. With ten digits only where the sign
// before the last four is there: without it a mobile number looks the same.
const SWEDISH =
  /(?<![\d-])(?:(?:19|20)\d{2}\s?|\d{2})(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])[-+]\d{4}(?!\d)/;
const SWEDISH_LONG =
  /(?<!\d)(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]|6[1-9]|[78]\d|9[01])\d{4}(?!\d)/;

/**
 * Whether `text` holds something of the shape of a Danish CPR number or a Swedish personnummer. Praksis stores neither
 * (design/domain.md): it asks for none and refuses what is written by mistake. Full-width digits count as digits.
 */
export function holdsCivilRegistrationNumber(text: string): boolean {
  const plain = text.normalize("NFKC");
  return DANISH.test(plain) || SWEDISH.test(plain) || SWEDISH_LONG.test(plain);
}

/** Everything that prints, plus tab and line feed: PostgreSQL takes no NUL, and the direction overrides can turn a sentence round. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to take out
const UNPRINTABLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** Text as it is stored: NFC, one kind of line end, without control characters, nothing around it. */
export function tidyText(text: string): string {
  return text.toWellFormed().normalize("NFC").replace(/\r\n?/g, "\n").replace(UNPRINTABLE, "").trim();
}

/**
 * The schema of what people write in their own words: tidied, at most `max` characters, at least one where `required`, and
 * without a civil registration number (key `cpr`). Gives an empty string for a field that is left out and not required.
 */
export function freeText(max: number, { required = false }: { readonly required?: boolean } = {}) {
  const bounded = z
    .string()
    .transform(tidyText)
    .pipe(
      z
        .string()
        .min(required ? 1 : 0, "required")
        .max(max)
        .refine((text) => !holdsCivilRegistrationNumber(text), "cpr"),
    );
  return required ? bounded : bounded.default("");
}

/** As `freeText`, on one line: a name, a title, a reference. Line ends and runs of spaces become one space. */
export function shortText(max: number, options: { readonly required?: boolean } = {}) {
  return z.preprocess(
    (given) => (typeof given === "string" ? given.replace(/\s+/g, " ") : given),
    freeText(max, options),
  );
}
