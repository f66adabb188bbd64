import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleApplications } from "@/lib/auth/scope";
import { dayOf, wallTimeOf } from "@/lib/core/dates";
import { database } from "@/lib/db/client";
import type { Locale } from "@/lib/db/generated/enums";
import { translatorFor } from "@/lib/i18n/translator";
import { namesSelect } from "@/lib/organisations/facts/names";
import { nameAt } from "@/lib/organisations/rules/name-at";
import type { Sheet } from "@/lib/spreadsheet/sheet";
import { exportedCohort } from "../facts/exported-cohort";

const rowSelect = {
  state: true,
  participantRole: true,
  title: true,
  organisationOther: true,
  motivation: true,
  managerName: true,
  managerEmail: true,
  payerGln: true,
  payerReference: true,
  submittedAt: true,
  person: { select: { name: true, email: true } },
  track: { select: { name: true } },
  organisation: { select: { names: namesSelect } },
} as const;

/**
 * A cohort's applications, drafts left out, in the order they were handed in. What an applicant needs in order to take part is not
 * among the columns: a file wanders further than the page does.
 */
export async function getApplicationSheet(
  acting: Acting,
  cohortId: string,
  locale: Locale,
  now: Date,
): Promise<Sheet | null> {
  const cohort = await exportedCohort(acting, cohortId);
  if (!cohort) return null;
  const [rows, t, words] = await Promise.all([
    database().application.findMany({
      where: { AND: [{ cohortId, state: { not: "draft" } }, visibleApplications(acting)] },
      orderBy: [{ submittedAt: "asc" }, { id: "asc" }],
      select: rowSelect,
    }),
    translatorFor(locale, "lists"),
    translatorFor(locale, "applications"),
  ]);
  const organisationOf = (row: (typeof rows)[number]) => {
    const day = dayOf(row.submittedAt ?? now, cohort.timeZone);
    return nameAt(row.organisation?.names ?? [], day)?.name ?? row.organisationOther;
  };
  return {
    name: t("applications.name"),
    columns: [
      { header: t("column.submitted"), kind: "time" },
      { header: t("column.state") },
      { header: t("column.name") },
      { header: t("column.email") },
      { header: t("column.title") },
      { header: t("column.organisation") },
      { header: t("column.role") },
      { header: t("column.track") },
      { header: t("column.motivation") },
      { header: t("column.manager") },
      { header: t("column.managerEmail") },
      { header: t("column.gln"), kind: "text" },
      { header: t("column.reference") },
    ],
    rows: rows.map((row) => [
      row.submittedAt && wallTimeOf(row.submittedAt, cohort.timeZone),
      words(`state.${row.state}`),
      row.person.name,
      row.person.email,
      row.title,
      organisationOf(row),
      row.participantRole && words(`role.${row.participantRole}`),
      row.track?.name ?? null,
      row.motivation,
      row.managerName,
      row.managerEmail,
      row.payerGln,
      row.payerReference,
    ]),
  };
}
