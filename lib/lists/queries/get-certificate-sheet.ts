import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleCertificates } from "@/lib/auth/scope";
import { dayOf } from "@/lib/core/dates";
import { database } from "@/lib/db/client";
import type { Locale } from "@/lib/db/generated/enums";
import { translatorFor } from "@/lib/i18n/translator";
import type { Sheet } from "@/lib/spreadsheet/sheet";
import { MOST_EXPORT_ROWS } from "../rules/export-lists";

const ZONE = "Europe/Copenhagen";

/** A certifying body's register, the newest first: what was issued and how it stands, never what led to it. */
export async function getCertificateSheet(acting: Acting, locale: Locale, publicUrl: string): Promise<Sheet> {
  const [rows, t] = await Promise.all([
    database().certificate.findMany({
      where: visibleCertificates(acting),
      orderBy: [{ issuedAt: "desc" }, { id: "desc" }],
      take: MOST_EXPORT_ROWS,
      select: {
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
      },
    }),
    translatorFor(locale, "lists"),
  ]);
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
    rows: rows.map((row) => {
      const { cohort } = row.case.enrolment;
      return [
        row.serialNumber,
        row.holder.name,
        cohort.programmeVersion.title,
        cohort.name,
        t(`certificates.state.${row.state}`),
        dayOf(row.issuedAt, ZONE),
        row.validUntil && dayOf(row.validUntil, ZONE),
        row.supersedes?.serialNumber ?? null,
        `${publicUrl}/verify/${row.publicId}`,
      ];
    }),
  };
}
