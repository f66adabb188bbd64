import { createTranslator } from "use-intl/core";
import { CIVIL_ZONE } from "@/lib/core/civil-zone";
import type { Area } from "./areas";
import { loadMessages } from "./load-messages";
import type { Locale } from "./locales";

export type Translate = (key: string, values?: Record<string, string | number | Date>) => string;

const made = new Map<string, Promise<Translate>>();

/**
 * Texts of one area in a given language, where there is no request or React is not asked: mails, calendar entries, documents,
 * jobs, the public check. The returned function throws on an unknown key, because a mail with a key in it must not be sent.
 * A translator keeps the texts it has read apart, so that there is one per process; in development texts change.
 */
export function translatorFor(locale: Locale, area: Area): Promise<Translate> {
  if (process.env.NODE_ENV === "development") return translator(locale, area);
  const key = `${locale} ${area}`;
  const known = made.get(key) ?? translator(locale, area);
  made.set(key, known);
  return known;
}

async function translator(locale: Locale, area: Area): Promise<Translate> {
  const messages = await loadMessages(locale);
  return createTranslator({
    locale,
    messages: messages[area],
    timeZone: CIVIL_ZONE,
    onError(error) {
      throw error;
    },
    // The area is known at run time only, and with it the keys: the test of all texts checks them instead of the compiler.
  }) as unknown as Translate;
}
