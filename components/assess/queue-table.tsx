import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ForecastLine } from "@/components/observations/forecast-line";
import { type Column, DataTable } from "@/components/ui/data-table";
import { LinkButton } from "@/components/ui/link-button";
import { formatDate, formatDayMonth } from "@/lib/i18n/format";
import type { QueueEntry } from "@/lib/observations/queries/list-assessment-queue";

function Who({ entry }: { entry: QueueEntry }) {
  return (
    <div>
      <Link href={`/assess/participants/${entry.enrolmentId}`}>{entry.participant}</Link>
      <span className="block text-sm font-normal text-muted">
        {[entry.title, entry.organisation].filter(Boolean).join(", ")}
      </span>
    </div>
  );
}

function Deadline({ entry }: { entry: QueueEntry }) {
  const t = useTranslations("assess.queue");
  const locale = useLocale();
  if (!entry.dueOn) return <span className="text-muted">{t("noDeadline")}</span>;
  return (
    <time dateTime={entry.dueOn} className="whitespace-nowrap">
      {formatDate(new Date(`${entry.dueOn}T12:00:00Z`), locale, "UTC")}
    </time>
  );
}

function NextStep({ entry }: { entry: QueueEntry }) {
  const t = useTranslations("assess.queue");
  const locale = useLocale();
  if (entry.ownVisit) {
    return (
      <Link href={`/assess/visits/${entry.ownVisit.id}`}>
        {t("yourVisit", { date: formatDayMonth(entry.ownVisit.startsAt, locale, entry.timeZone) })}
      </Link>
    );
  }
  return (
    <div>
      <LinkButton
        href={`/assess/participants/${entry.enrolmentId}/visit`}
        tone="secondary"
        size="small"
        aria-label={t("bookWith", { name: entry.participant })}
      >
        {t("book")}
      </LinkButton>
    </div>
  );
}

type QueueTableProps = {
  entries: QueueEntry[];
  caption: string;
  empty: ReactNode;
  /** The sentence why the reader is barred, by enrolment id: then nothing can be booked. */
  reasons?: ReadonlyMap<string, string>;
};

/** Participants who still need observations, the nearest deadline first. */
export function QueueTable({ entries, caption, empty, reasons }: QueueTableProps) {
  const t = useTranslations("assess.queue");
  const columns: Column<QueueEntry>[] = [
    { key: "participant", header: t("participant"), primary: true, cell: (entry) => <Who entry={entry} /> },
    { key: "cohort", header: t("cohort"), cell: (entry) => entry.cohort },
    { key: "deadline", header: t("deadline"), cell: (entry) => <Deadline entry={entry} /> },
    {
      key: "status",
      header: t("status"),
      cell: (entry) => (
        <div>
          {t("counted", {
            count: entry.forecast.observationsCounting,
            needed: entry.forecast.observationsAtLeast,
          })}
          <span className="block text-sm text-muted">
            <ForecastLine forecast={entry.forecast} timeZone={entry.timeZone} />
          </span>
        </div>
      ),
    },
    reasons
      ? { key: "reason", header: t("reason"), cell: (entry) => reasons.get(entry.enrolmentId) }
      : { key: "next", header: t("next"), act: true, cell: (entry) => <NextStep entry={entry} /> },
  ];
  return (
    <DataTable
      caption={caption}
      columns={columns}
      rows={entries}
      rowKey={(entry) => entry.enrolmentId}
      empty={empty}
    />
  );
}
