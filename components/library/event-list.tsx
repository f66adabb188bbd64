import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { TimeRange } from "@/components/ui/time-range";
import { DOT, formatWeek, formatWeekdayDate, isoDay } from "@/lib/i18n/format";
import type { EventRow } from "@/lib/library/facts/event-row";

/** Events in order of time. */
export function EventList({ events, level }: { events: readonly EventRow[]; level: 2 | 3 }) {
  const t = useTranslations("library");
  const locale = useLocale();
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <ul className="divide-y divide-line border-y border-line">
      {events.map((event) => (
        <li key={event.id} className="grid gap-1 py-5">
          <p className="text-sm text-muted">
            <time dateTime={isoDay(event.startsAt, event.timeZone)}>
              {formatWeekdayDate(event.startsAt, locale, event.timeZone)}
            </time>
            {", "}
            <TimeRange from={event.startsAt} to={event.endsAt} timeZone={event.timeZone} />
            {DOT}
            {t("events.week", { week: formatWeek(event.startsAt, event.timeZone) })}
          </p>
          <Heading className="text-lg">
            <Link href={`/events/${event.slug}`} className="py-0.5">
              {event.title}
            </Link>
          </Heading>
          <p className="max-w-prose text-muted">{event.summary}</p>
          <p className="text-sm text-muted">{[event.place, event.host].filter(Boolean).join(DOT)}</p>
        </li>
      ))}
    </ul>
  );
}
