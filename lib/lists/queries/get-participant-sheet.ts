import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleEnrolments } from "@/lib/auth/scope";
import { dayOf } from "@/lib/core/dates";
import { database } from "@/lib/db/client";
import type { Locale } from "@/lib/db/generated/enums";
import { translatorFor } from "@/lib/i18n/translator";
import type { Sheet } from "@/lib/spreadsheet/sheet";
import { exportedCohort } from "../facts/exported-cohort";

/** A cohort's participants, past ones too, by seat; null where there is no such cohort for the acting person. */
export async function getParticipantSheet(
  acting: Acting,
  cohortId: string,
  locale: Locale,
): Promise<Sheet | null> {
  const cohort = await exportedCohort(acting, cohortId);
  if (!cohort) return null;
  const [rows, t, states, roles] = await Promise.all([
    database().enrolment.findMany({
      where: { AND: [{ cohortId }, visibleEnrolments(acting)] },
      orderBy: [{ seat: { number: "asc" } }, { createdAt: "asc" }, { id: "asc" }],
      select: {
        state: true,
        participantRole: true,
        organisationName: true,
        title: true,
        payerGln: true,
        payerReference: true,
        createdAt: true,
        person: { select: { name: true, email: true, phone: true } },
        track: { select: { name: true } },
        seat: { select: { number: true } },
      },
    }),
    translatorFor(locale, "lists"),
    translatorFor(locale, "enrolments"),
    translatorFor(locale, "applications"),
  ]);
  return {
    name: t("participants.name"),
    columns: [
      { header: t("column.seat"), kind: "number" },
      { header: t("column.name") },
      { header: t("column.email") },
      { header: t("column.phone") },
      { header: t("column.title") },
      { header: t("column.organisation") },
      { header: t("column.role") },
      { header: t("column.track") },
      { header: t("column.state") },
      { header: t("column.gln"), kind: "text" },
      { header: t("column.reference") },
      { header: t("column.since"), kind: "day" },
    ],
    rows: rows.map((row) => [
      row.seat?.number ?? null,
      row.person.name,
      row.person.email,
      row.person.phone,
      row.title,
      row.organisationName,
      roles(`role.${row.participantRole}`),
      row.track?.name ?? null,
      states(`state.${row.state}`),
      row.payerGln,
      row.payerReference,
      dayOf(row.createdAt, cohort.timeZone),
    ]),
  };
}
