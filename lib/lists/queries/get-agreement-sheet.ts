import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleAgreements } from "@/lib/auth/scope";
import { civilDay } from "@/lib/core/dates";
import { database } from "@/lib/db/client";
import type { Locale } from "@/lib/db/generated/enums";
import { translatorFor } from "@/lib/i18n/translator";
import { namesSelect } from "@/lib/organisations/facts/names";
import { nameAt } from "@/lib/organisations/rules/name-at";
import type { Sheet } from "@/lib/spreadsheet/sheet";

const dateOf = (date: Date | null) => date?.toISOString().slice(0, 10) ?? null;

/** The own provider's agreements with what was agreed: partners, period, seats, and what a funder gave under which number. */
export async function getAgreementSheet(acting: Acting, locale: Locale, now: Date): Promise<Sheet> {
  const [rows, t, words] = await Promise.all([
    database().agreement.findMany({
      where: visibleAgreements(acting),
      select: {
        title: true,
        kind: true,
        state: true,
        validFrom: true,
        validTo: true,
        diaryNumber: true,
        amountMinor: true,
        currency: true,
        funder: { select: { names: namesSelect } },
        partners: { select: { organisation: { select: { names: namesSelect } } } },
        seatAllocations: { select: { seats: true } },
        _count: { select: { cohorts: true } },
      },
      orderBy: [{ validFrom: "desc" }, { id: "asc" }],
    }),
    translatorFor(locale, "lists"),
    translatorFor(locale, "agreements"),
  ]);
  const today = civilDay(now);
  const present = (organisation: { names: Parameters<typeof nameAt>[0] } | null) =>
    organisation ? (nameAt(organisation.names, today)?.name ?? "") : null;
  return {
    name: t("agreements.name"),
    columns: [
      { header: t("column.agreement") },
      { header: t("column.kind") },
      { header: t("column.state") },
      { header: t("column.firstDay"), kind: "day" },
      { header: t("column.lastDay"), kind: "day" },
      { header: t("column.partners") },
      { header: t("column.seats"), kind: "number" },
      { header: t("column.cohorts"), kind: "number" },
      { header: t("column.funder") },
      { header: t("column.diaryNumber") },
      { header: t("column.amount"), kind: "number" },
      { header: t("column.currency") },
    ],
    rows: rows.map((row) => [
      row.title,
      words(`kind.${row.kind}`),
      words(`state.${row.state}`),
      dateOf(row.validFrom),
      dateOf(row.validTo),
      row.partners.map(({ organisation }) => present(organisation)).join(", "),
      row.seatAllocations.reduce((sum, { seats }) => sum + seats, 0),
      row._count.cohorts,
      present(row.funder),
      row.diaryNumber,
      row.amountMinor === null ? null : row.amountMinor / 100,
      row.amountMinor === null ? null : row.currency,
    ]),
  };
}
