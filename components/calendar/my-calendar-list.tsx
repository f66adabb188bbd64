import { useLocale, useTranslations } from "next-intl";
import { AnswerTag } from "@/components/calendar/answer-tag";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import { TimeRange } from "@/components/ui/time-range";
import type { MyCalendar } from "@/lib/calendar/queries/list-my-calendar";
import { partText } from "@/lib/calendar/rules/feed";
import { DOT, formatWeekdayDate } from "@/lib/i18n/format";

type Row = {
  uid: string;
  title: string;
  detail: string;
  note: string;
  startsAt: Date;
  endsAt: Date;
  zone: string;
  place: string;
};

function useRows({ sessions, visits }: MyCalendar): Row[] {
  const t = useTranslations("calendar");
  const ofSessions = sessions.flatMap(({ theme, cohort, obligation, contentOpen, link, ...rest }): Row[] =>
    obligation === "not_expected"
      ? []
      : [
          {
            ...rest,
            place: rest.place || link,
            title: theme,
            detail: cohort,
            note: [
              partText(obligation, { facilitating: t("feed.facilitating"), optional: t("feed.optional") }),
              contentOpen ? t("feed.contentOpen") : "",
            ]
              .filter(Boolean)
              .join(DOT),
          },
        ],
  );
  const ofVisits = visits.map(
    ({ summary, ...rest }): Row => ({ ...rest, title: summary, detail: "", note: "" }),
  );
  return [...ofSessions, ...ofVisits].sort((a, b) => +a.startsAt - +b.startsAt);
}

/** What is to come, with what one answered to each invitation. */
export function MyCalendarList({ calendar }: { calendar: MyCalendar }) {
  const t = useTranslations("calendar");
  const locale = useLocale();
  const rows = useRows(calendar);
  const columns: Column<Row>[] = [
    {
      key: "what",
      header: t("mine.what"),
      primary: true,
      cell: (row) => (
        <>
          {row.title}
          <span className="block text-sm font-normal text-muted">
            {[row.detail, row.note].filter(Boolean).join(DOT)}
          </span>
        </>
      ),
    },
    {
      key: "when",
      header: t("mine.when"),
      cell: (row) => (
        <>
          {formatWeekdayDate(row.startsAt, locale, row.zone)}
          <span className="block text-muted">
            <TimeRange from={row.startsAt} to={row.endsAt} timeZone={row.zone} />
          </span>
        </>
      ),
    },
    { key: "where", header: t("mine.where"), cell: (row) => row.place || "–" },
    {
      key: "answer",
      header: t("mine.answer"),
      cell: (row) => {
        const answer = calendar.answers.get(row.uid);
        return answer ? (
          <AnswerTag answer={answer} />
        ) : (
          <span className="text-muted">{t("mine.noAnswer")}</span>
        );
      },
    },
  ];
  return (
    <Section title={t("mine.toCome")}>
      <DataTable
        caption={t("mine.toCome")}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.uid}
        empty={
          <EmptyState icon="calendar" title={t("mine.empty")}>
            {t("mine.emptyLead")}
          </EmptyState>
        }
      />
    </Section>
  );
}
