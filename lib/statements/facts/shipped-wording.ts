import "server-only";
import type { StatementName } from "@/lib/db/generated/enums";
import type { Locale } from "@/lib/i18n/locales";
import { translatorFor } from "@/lib/i18n/translator";
import { bodyOf } from "../rules/outline";

const parts = {
  accessibility: { at: "was", of: ["status", "exceptions", "measures", "report", "enforcement", "made"] },
  privacy: { at: "privacy", of: ["who", "what", "why", "not", "share", "keep", "rights", "cookies"] },
} as const satisfies Record<StatementName, { at: string; of: readonly string[] }>;

/** A statement as Praksis words it until an administrator does. */
export async function shippedWording(
  name: StatementName,
  locale: Locale,
): Promise<{ lead: string; body: string }> {
  const t = await translatorFor(locale, "public");
  const { at, of } = parts[name];
  return {
    lead: t(`${at}.lead`),
    body: bodyOf(of.map((part) => ({ title: t(`${at}.${part}.title`), text: t(`${at}.${part}.text`) }))),
  };
}
