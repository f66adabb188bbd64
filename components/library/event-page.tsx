import { useLocale, useTranslations } from "next-intl";
import { DescriptionList } from "@/components/ui/description-list";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { StatusTag } from "@/components/ui/status-tag";
import { TimeRange } from "@/components/ui/time-range";
import { formatWeek, formatWeekdayDate } from "@/lib/i18n/format";
import type { EventRow } from "@/lib/library/facts/event-row";

/** One event: when, where, by whom, and into the calendar with it. */
export function EventPage({ event, isOver }: { event: EventRow; isOver: boolean }) {
  const t = useTranslations("library");
  const locale = useLocale();
  const { startsAt, endsAt, timeZone } = event;
  return (
    <>
      <PageHeader
        crumbs={[{ label: t("events.title"), href: "/events" }]}
        title={event.title}
        lead={event.summary}
        meta={isOver ? <StatusTag>{t("events.over")}</StatusTag> : null}
        actions={
          isOver ? null : (
            <LinkButton native tone="secondary" icon="calendar" href={`/api/calendar/events/${event.slug}`}>
              {t("events.add")}
            </LinkButton>
          )
        }
      />
      <DescriptionList
        items={[
          {
            term: t("events.when"),
            detail: (
              <>
                {`${formatWeekdayDate(startsAt, locale, timeZone)}, `}
                <TimeRange from={startsAt} to={endsAt} timeZone={timeZone} />
                {` (${t("events.week", { week: formatWeek(startsAt, timeZone) })})`}
              </>
            ),
          },
          { term: t("events.where"), detail: event.place },
          { term: t("events.host"), detail: event.host },
          ...(event.link ? [{ term: t("events.link"), detail: <a href={event.link}>{event.link}</a> }] : []),
        ]}
      />
    </>
  );
}
