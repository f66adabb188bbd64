import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { TimeRange } from "@/components/ui/time-range";
import { DOT, formatWeek, formatWeekdayDate, isoDay } from "@/lib/i18n/format";
import type { VisitItem } from "@/lib/observations/queries/list-visits";
import { VisitStateTag } from "./state-tags";

type VisitListProps = {
  visits: VisitItem[];
  /** Where a visit is opened: its id is put behind. */
  basePath: string;
  /** Whose name leads: the participant's for an assessor, the assessor's for a participant. */
  lead: "participant" | "assessor";
  now: Date;
};

/** When a visit is: weekday, day and week, then the times. */
export function VisitTime({ visit }: { visit: Pick<VisitItem, "startsAt" | "endsAt" | "timeZone"> }) {
  const t = useTranslations("ui");
  const locale = useLocale();
  const { startsAt, endsAt, timeZone } = visit;
  const date = formatWeekdayDate(startsAt, locale, timeZone);
  return (
    <time dateTime={startsAt.toISOString()}>
      {t("date.inWords", { date, week: formatWeek(startsAt, timeZone) })}
      <span className="block">
        <TimeRange from={startsAt} to={endsAt} timeZone={timeZone} />
      </span>
    </time>
  );
}

/** Visits as rows: a leaf of the calendar, who, when and where. */
export function VisitList({ visits, basePath, lead, now }: VisitListProps) {
  const t = useTranslations("observations");
  const locale = useLocale();
  return (
    <ul className="grid">
      {visits.map((visit) => {
        const [, month, day] = isoDay(visit.startsAt, visit.timeZone).split("-");
        return (
          <li key={visit.id} className="flex items-start gap-4 border-t border-line py-4 first:border-0">
            <span
              aria-hidden="true"
              className="grid size-14 shrink-0 content-center justify-items-center rounded bg-sunken leading-none"
            >
              <span className="text-lg font-semibold">{Number(day)}</span>
              <span className="text-xs text-muted">{Number(month)}</span>
            </span>
            <div className="flex min-w-0 grow flex-wrap items-start justify-between gap-x-4 gap-y-1.5">
              <div className="min-w-0">
                <p className="font-medium">
                  <Link href={`${basePath}/${visit.id}`}>{visit[lead]}</Link>
                </p>
                <p className="text-sm text-muted">
                  {formatWeekdayDate(visit.startsAt, locale, visit.timeZone)},{" "}
                  <TimeRange from={visit.startsAt} to={visit.endsAt} timeZone={visit.timeZone} />
                </p>
                <p className="text-sm text-muted">
                  {[visit.place, lead === "participant" ? visit.organisation : ""].filter(Boolean).join(DOT)}
                </p>
                {visit.state === "booked" && !visit.prepared && visit.endsAt > now && lead === "assessor" ? (
                  <p className="text-sm font-medium text-warning">{t("my.notPrepared")}</p>
                ) : null}
              </div>
              <VisitStateTag state={visit.state} over={visit.endsAt <= now && !visit.observation} />
            </div>
          </li>
        );
      })}
    </ul>
  );
}
