import type { Locale } from "../../db/generated/enums.ts";

/** The languages a framework is written in: all three, or it is not approved. */
export const FRAMEWORK_LOCALES = ["da", "sv", "en"] as const satisfies readonly Locale[];

/** A text in one language. */
export type LocalText = { readonly locale: Locale };

/**
 * The text to show a reader of `locale`: in that language, else in Danish, in which frameworks are written first, else in
 * whichever there is. Null only where there is none.
 */
export function textIn<T extends LocalText>(texts: readonly T[], locale: Locale): T | null {
  const inLanguage = (wanted: Locale) => texts.find((text) => text.locale === wanted);
  return inLanguage(locale) ?? inLanguage("da") ?? texts[0] ?? null;
}
