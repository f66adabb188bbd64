import "server-only";
import { getLocale, getTranslations } from "next-intl/server";
import type { Moments, Words } from "@/lib/core/decision";
import { formatTime, formatWeekdayDate, joinTime } from "./format";
import type { Locale } from "./locales";
import type { Translate } from "./translator";

type Params = Readonly<Record<string, string | number | Moments | Words>>;

/** Moments in words: `onsdag den 14. maj 2031 kl. 09.00; …`. They are wall times: read and shown in the same zone. */
function momentsInWords({ moments }: Moments, locale: Locale): string {
  return moments
    .map((wall) => new Date(`${wall}:00.000Z`))
    .map((at) => joinTime(formatWeekdayDate(at, locale, "UTC"), formatTime(at, locale, "UTC"), locale))
    .join("; ");
}

/**
 * The sentence of a key that is known only at run time (a refusal's code, a zod issue), in the language of the request. Keys
 * written in code are typed instead: `getTranslations("applications")`.
 */
export async function sentence(key: string, params: Params = {}): Promise<string> {
  const translate = (await getTranslations()) as unknown as Translate;
  const locale = await getLocale();
  const inWords = (value: Moments | Words) =>
    "moments" in value
      ? momentsInWords(value, locale)
      : value.words.map((word) => translate(word)).join(", ");
  const values = Object.entries(params).map(([name, value]): [string, string | number] => [
    name,
    typeof value === "object" ? inWords(value) : value,
  ]);
  return translate(key, Object.fromEntries(values));
}
