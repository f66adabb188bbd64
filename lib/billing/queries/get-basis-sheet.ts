import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { database } from "@/lib/db/client";
import type { Locale } from "@/lib/db/generated/enums";
import type { Sheet } from "@/lib/spreadsheet/sheet";
import { basisSheet } from "../facts/basis-sheet";
import { loadBasis } from "../facts/load-basis";

/** A cohort's invoice basis as a list: a row for each seat that is billed. Null where the acting person has no such cohort. */
export async function getBasisSheet(
  acting: Acting,
  cohortId: string,
  locale: Locale,
  now: Date,
): Promise<Sheet | null> {
  const basis = await loadBasis(database(), acting, cohortId, now);
  if (!basis) return null;
  return basisSheet(basis, locale, (t) => ({
    what: { header: t("basis.participant"), cell: ({ participant }) => participant },
    more: [],
  }));
}
