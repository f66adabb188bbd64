import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { CIVIL_ZONE } from "@/lib/core/civil-zone";
import { wallTimeOf } from "@/lib/core/dates";
import type { Locale } from "@/lib/db/generated/enums";
import { translatorFor } from "@/lib/i18n/translator";
import { listJobs } from "@/lib/jobs/queries/list-jobs";
import type { Sheet } from "@/lib/spreadsheet/sheet";

/** The scheduled jobs: when each is done (a cron line, read in Copenhagen) and how it has been doing in the last week. */
export async function getJobSheet(acting: Acting, locale: Locale): Promise<Sheet> {
  const [jobs, t, words] = await Promise.all([
    listJobs(acting),
    translatorFor(locale, "lists"),
    translatorFor(locale, "admin"),
  ]);
  return {
    name: t("jobs.name"),
    columns: [
      { header: words("jobs.name") },
      { header: words("jobs.cron") },
      { header: words("jobs.lastDone"), kind: "time" },
      { header: words("jobs.failures"), kind: "number" },
      { header: t("column.lastFailed"), kind: "time" },
      { header: t("column.reason") },
    ],
    rows: jobs.map((job) => [
      words(`jobs.names.${job.name.replace(".", "_")}`),
      job.cron,
      job.lastDoneAt && wallTimeOf(job.lastDoneAt, CIVIL_ZONE),
      job.failures,
      job.lastFailedAt && wallTimeOf(job.lastFailedAt, CIVIL_ZONE),
      job.lastFailure,
    ]),
  };
}
