import type { Locale } from "@/lib/i18n/locales";

/** What is said where nothing else can be relied on, not even which language the reader has: all three, Danish first. */
export const failureWords: readonly {
  readonly lang: Locale;
  readonly title: string;
  readonly text: string;
  readonly retry: string;
}[] = [
  {
    lang: "da",
    title: "Noget gik galt hos os",
    text: "Det er ikke noget, du har gjort. Prøv igen om lidt.",
    retry: "Prøv igen",
  },
  {
    lang: "sv",
    title: "Något gick fel hos oss",
    text: "Det är inget du har gjort. Försök igen om en stund.",
    retry: "Försök igen",
  },
  {
    lang: "en",
    title: "Something went wrong at our end",
    text: "It is nothing you did. Try again in a moment.",
    retry: "Try again",
  },
];
