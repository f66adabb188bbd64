import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { roleHas } from "@/lib/auth/permissions";
import { database } from "@/lib/db/client";
import type { StatementName } from "@/lib/db/generated/enums";
import type { Locale } from "@/lib/i18n/locales";

/** When a statement was last worded in a language. */
export type WordingRow = {
  readonly name: StatementName;
  readonly locale: Locale;
  readonly number: number;
  readonly wordedAt: Date;
};

/** The wordings in force that administrators wrote, for an administrator; languages without one have the text that came with Praksis. */
export async function listWordings(acting: Acting): Promise<WordingRow[]> {
  if (acting.permission !== "installation.manage" || !roleHas("admin", acting.permission)) return [];
  return database().statementWording.findMany({
    distinct: ["name", "locale"],
    orderBy: [{ name: "asc" }, { locale: "asc" }, { number: "desc" }],
    select: { name: true, locale: true, number: true, wordedAt: true },
  });
}
