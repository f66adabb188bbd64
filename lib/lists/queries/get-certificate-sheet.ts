import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { type CertificateFilter, wantedCertificates } from "@/lib/certificates/facts/wanted-certificates";
import { civilDay } from "@/lib/core/dates";
import { settings } from "@/lib/core/env";
import { database } from "@/lib/db/client";
import type { Locale } from "@/lib/db/generated/enums";
import { translatorFor } from "@/lib/i18n/translator";
import type { LongSheet } from "@/lib/spreadsheet/sheet";
import { portionsAfter } from "../facts/portions";

const certificateSelect = {
  id: true,
  serialNumber: true,
  publicId: true,
  state: true,
  issuedAt: true,
  validUntil: true,
  holder: { select: { name: true } },
  supersedes: { select: { serialNumber: true } },
  case: {
    select: {
      enrolment: {
        select: { cohort: { select: { name: true, programmeVersion: { select: { title: true } } } } },
      },
    },
  },
} as const;

/** What the filter means of a certifying body's register, the newest first: what was issued and how it stands, never what led to it. */
export async function getCertificateSheet(
  acting: Acting,
  locale: Locale,
  filter: CertificateFilter,
  now: Date,
): Promise<LongSheet> {
  const where = wantedCertificates(acting, filter, now);
  const [count, t] = await Promise.all([
    database().certificate.count({ where }),
    translatorFor(locale, "lists"),
  ]);
  const read = (after: object) =>
    database().certificate.findMany({
      where,
      orderBy: [{ issuedAt: "desc" }, { id: "desc" }],
      select: certificateSelect,
      ...after,
    });
  return {
    name: t("certificates.name"),
    columns: [
      { header: t("column.serialNumber") },
      { header: t("column.holder") },
      { header: t("column.programme") },
      { header: t("column.cohort") },
      { header: t("column.state") },
      { header: t("column.issued"), kind: "day" },
      { header: t("column.validUntil"), kind: "day" },
      { header: t("column.supersedes") },
      { header: t("column.check") },
    ],
    count,
    portions: () =>
      portionsAfter(read, (row) => {
        const { cohort } = row.case.enrolment;
        return [
          row.serialNumber,
          row.holder.name,
          cohort.programmeVersion.title,
          cohort.name,
          t(`certificates.state.${row.state}`),
          civilDay(row.issuedAt),
          row.validUntil && civilDay(row.validUntil),
          row.supersedes?.serialNumber ?? null,
          `${settings().publicUrl}/verify/${row.publicId}`,
        ];
      }),
  };
}
