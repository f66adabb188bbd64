import { useLocale, useTranslations } from "next-intl";
import { type Column, DataTable } from "@/components/ui/data-table";
import { StatusTag } from "@/components/ui/status-tag";
import { formatDateTime, formatTime } from "@/lib/i18n/format";
import type { JobHealth } from "@/lib/jobs/queries/list-jobs";
import { rhythmOf } from "@/lib/jobs/rules/rhythm";

/** A job's name in words; its own name where a release has not worded it. */
function useJobName(): (name: string) => string {
  const t = useTranslations("admin.jobs.names");
  return (name) => {
    const key = name.replace(".", "_") as Parameters<typeof t.has>[0];
    return t.has(key) ? t(key) : name;
  };
}

/** When a job is done, in words. */
function useRhythmText(): (cron: string) => string {
  const t = useTranslations("admin.jobs.rhythm");
  const locale = useLocale();
  return (cron) => {
    const rhythm = rhythmOf(cron);
    if (!rhythm) return cron;
    if (rhythm.kind === "minutes") return t("minutes", { every: rhythm.every });
    if (rhythm.kind === "hourly") return t("hourly", { minute: rhythm.minute });
    const clock = new Date(Date.UTC(2000, 0, 1, rhythm.hour, rhythm.minute));
    return t("daily", { time: formatTime(clock, locale, "UTC") });
  };
}

/** The scheduled jobs and how they have been doing. */
export function JobsTable({ jobs }: { jobs: readonly JobHealth[] }) {
  const t = useTranslations("admin.jobs");
  const nameOf = useJobName();
  const rhythmText = useRhythmText();
  const locale = useLocale();
  const columns: Column<JobHealth>[] = [
    { key: "name", header: t("name"), primary: true, cell: (job) => nameOf(job.name) },
    { key: "cron", header: t("cron"), cell: (job) => rhythmText(job.cron) },
    {
      key: "lastDone",
      header: t("lastDone"),
      cell: (job) => (job.lastDoneAt ? formatDateTime(job.lastDoneAt, locale) : t("never")),
    },
    {
      key: "failures",
      header: t("failures"),
      cell: (job) =>
        job.failures > 0 ? (
          <>
            <StatusTag tone="danger">{job.failures}</StatusTag>
            {job.lastFailedAt ? (
              <span className="mt-1 block text-sm text-muted">
                {t("failedAt", {
                  when: formatDateTime(job.lastFailedAt, locale),
                  reason: job.lastFailure ?? "",
                })}
              </span>
            ) : null}
          </>
        ) : (
          <StatusTag tone="success">{t("noFailures")}</StatusTag>
        ),
    },
  ];
  return (
    <DataTable
      caption={t("jobs")}
      columns={columns}
      rows={[...jobs]}
      rowKey={(job) => job.name}
      empty={null}
    />
  );
}
