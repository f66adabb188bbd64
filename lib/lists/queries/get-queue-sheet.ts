import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleApplications } from "@/lib/auth/scope";
import { wallTimeOf } from "@/lib/core/dates";
import { database } from "@/lib/db/client";
import type { Locale } from "@/lib/db/generated/enums";
import { translatorFor } from "@/lib/i18n/translator";
import type { Sheet } from "@/lib/spreadsheet/sheet";
import { exportedCohort } from "../facts/exported-cohort";

/** A cohort's waiting list with everything that became of it, in the order in which people joined. */
export async function getQueueSheet(acting: Acting, cohortId: string, locale: Locale): Promise<Sheet | null> {
  const cohort = await exportedCohort(acting, cohortId);
  if (!cohort) return null;
  const [rows, t, states, words] = await Promise.all([
    database().waitlistEntry.findMany({
      where: { AND: [{ cohortId }, { application: visibleApplications(acting) }] },
      orderBy: [{ position: "asc" }, { id: "asc" }],
      select: {
        position: true,
        state: true,
        offerExpiresAt: true,
        application: {
          select: {
            participantRole: true,
            person: { select: { name: true, email: true } },
            track: { select: { name: true } },
          },
        },
      },
    }),
    translatorFor(locale, "lists"),
    translatorFor(locale, "enrolments"),
    translatorFor(locale, "applications"),
  ]);
  return {
    name: t("queue.name"),
    columns: [
      { header: t("column.position"), kind: "number" },
      { header: t("column.name") },
      { header: t("column.email") },
      { header: t("column.role") },
      { header: t("column.track") },
      { header: t("column.state") },
      { header: t("column.offerUntil"), kind: "time" },
    ],
    rows: rows.map(({ position, state, offerExpiresAt, application }) => [
      position,
      application.person.name,
      application.person.email,
      application.participantRole && words(`role.${application.participantRole}`),
      application.track?.name ?? null,
      states(`queue.state.${state}`),
      state === "offered" && offerExpiresAt ? wallTimeOf(offerExpiresAt, cohort.timeZone) : null,
    ]),
  };
}
