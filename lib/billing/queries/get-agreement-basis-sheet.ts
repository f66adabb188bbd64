import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { database } from "@/lib/db/client";
import type { Locale } from "@/lib/db/generated/enums";
import type { Sheet } from "@/lib/spreadsheet/sheet";
import { basisSheet, major } from "../facts/basis-sheet";
import { loadAgreementBasis } from "../facts/load-agreement-basis";

/** An agreement's invoice basis as a list: a row for each sum. Null where the acting person has no such agreement. */
export async function getAgreementBasisSheet(
  acting: Acting,
  agreementId: string,
  locale: Locale,
  now: Date,
): Promise<Sheet | null> {
  const basis = await loadAgreementBasis(database(), acting, agreementId, now);
  if (!basis) return null;
  return basisSheet(basis, locale, (t) => ({
    what: { header: t("charges.what"), cell: ({ what }) => what },
    more: [
      { header: t("charges.billFrom"), kind: "day", cell: ({ billFrom }) => billFrom },
      { header: t("charges.amount"), kind: "number", cell: ({ amountMinor }) => major(amountMinor) },
    ],
  }));
}
