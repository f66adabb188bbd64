/** The languages of the interface, the first being the default (see design/interface.md: Danish first). */
export const locales = ["da", "sv", "en"] as const;

export type Locale = (typeof locales)[number];

export const defaultLocale: Locale = "da";

/** Cookie that remembers a visitor's choice of language. Necessary for a service the visitor asked for: no consent needed. */
export const localeCookie = "locale";

/** Language tags for `Intl`: "en" means British English here (day before month, 24-hour clock, Monday first). */
export const languageTags: Record<Locale, string> = { da: "da-DK", sv: "sv-SE", en: "en-GB" };

/** The languages as their own speakers write them. */
export const localeNames: Record<Locale, string> = { da: "Dansk", sv: "Svenska", en: "English" };

/** Says whether `value` is one of our languages. */
export function isLocale(value: unknown): value is Locale {
  return locales.some((locale) => locale === value);
}

/**
 * The language for an `Accept-Language` header: the supported one with the highest weight, else Danish.
 * Norwegian readers get Danish, which they read more easily than the alternatives. Malformed parts are ignored.
 */
export function negotiateLocale(acceptLanguage: string | null | undefined): Locale {
  const wanted = (acceptLanguage ?? "")
    .slice(0, 500)
    .split(",")
    .map((part, order) => {
      const [tag = "", ...parameters] = part.trim().toLowerCase().split(";");
      const quality = parameters.map((each) => each.trim()).find((each) => each.startsWith("q="));
      const weight = quality ? Number(quality.slice(2)) : 1;
      return { language: tag.split("-")[0] ?? "", weight: Number.isFinite(weight) ? weight : 0, order };
    })
    .filter((each) => each.weight > 0)
    .sort((a, b) => b.weight - a.weight || a.order - b.order);
  for (const { language } of wanted) {
    if (isLocale(language)) return language;
    if (language === "nb" || language === "nn" || language === "no") return "da";
  }
  return defaultLocale;
}

/** The language of a request: what its cookie remembers, else what its browser asks for. A person's first language here is the one they read before. */
export function localeOfRequest(remembered: string | undefined, acceptLanguage: string | null): Locale {
  return isLocale(remembered) ? remembered : negotiateLocale(acceptLanguage);
}
