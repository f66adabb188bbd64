import { createTranslator } from "use-intl/core";
import type { Area } from "./areas";
import { loadMessages } from "./load-messages";
import type { Locale } from "./locales";

export type Translate = (key: string, values?: Record<string, string | number | Date>) => string;

/**
 * Texts of one area in a given language, where there is no request: mails, calendar entries, documents, jobs.
 * The returned function throws on an unknown key, because a mail with a key in it must not be sent.
 */
export async function translatorFor(locale: Locale, area: Area): Promise<Translate> {
  const messages = await loadMessages(locale);
  return createTranslator({
    locale,
    messages: messages[area],
    timeZone: "Europe/Copenhagen",
    onError(error) {
      throw error;
    },
    // The area is known at run time only, and with it the keys: the test of all texts checks them instead of the compiler.
  }) as unknown as Translate;
}
