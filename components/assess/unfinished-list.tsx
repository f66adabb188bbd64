import { useLocale, useTranslations } from "next-intl";
import { Icon, type IconName } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import { Card, Section } from "@/components/ui/section";
import { formatDayMonth } from "@/lib/i18n/format";
import type { ObservationItem } from "@/lib/observations/queries/list-observations";
import type { VisitItem } from "@/lib/observations/queries/list-visits";

type Item = { key: string; icon: IconName; name: string; what: string; href: string; action: string };

function useItems(observations: ObservationItem[], visits: VisitItem[]): Item[] {
  const t = useTranslations("assess.unfinished");
  const locale = useLocale();
  const dayOf = (day: string) => formatDayMonth(new Date(`${day}T12:00:00Z`), locale, "UTC");
  const waiting = visits.map((visit) => ({
    key: visit.id,
    icon: "calendar" as const,
    name: visit.participant,
    what: t("past", { date: formatDayMonth(visit.startsAt, locale, visit.timeZone) }),
    href: `/assess/visits/${visit.id}`,
    action: t("begin"),
  }));
  const written = observations.map((observation): Item => {
    const href = `/assess/observations/${observation.id}`;
    const shared = { key: observation.id, name: observation.participant };
    if (observation.state === "draft") {
      const what = t("draft", { date: dayOf(observation.observedOn) });
      return { ...shared, icon: "edit", what, href: `${href}/write`, action: t("write") };
    }
    if (observation.state === "returned") {
      return { ...shared, icon: "undo", what: t("returned"), href, action: t("resume") };
    }
    if (observation.pair) {
      const compare = observation.pair.stage === "comparing";
      const [what, action] = compare ? [t("compare"), t("toCompare")] : [t("blind"), t("read")];
      return {
        ...shared,
        icon: "share",
        what,
        href: compare ? `/assess/pairs/${observation.pair.id}` : href,
        action,
      };
    }
    return { ...shared, icon: "share", what: t("submitted"), href, action: t("share") };
  });
  return [...waiting, ...written];
}

type UnfinishedListProps = {
  /** The reader's own that are not shared yet. */
  observations: ObservationItem[];
  /** Booked visits that have begun and tell of nothing yet. */
  visits: VisitItem[];
};

/** What an assessor has begun and not finished; nothing where there is nothing. */
export function UnfinishedList({ observations, visits }: UnfinishedListProps) {
  const t = useTranslations("assess.unfinished");
  const items = useItems(observations, visits);
  if (items.length === 0) return null;
  return (
    <Section title={t("title")}>
      <ul className="grid gap-3 md:grid-cols-2">
        {items.map((item) => (
          <li key={item.key}>
            <Card className="flex h-full flex-wrap items-center gap-x-4 gap-y-3">
              <Icon name={item.icon} className="size-6 text-muted" />
              <p className="min-w-0 grow basis-40">
                <span className="block font-medium">{item.name}</span>
                <span className="block text-sm text-muted">{item.what}</span>
              </p>
              <LinkButton href={item.href} tone="secondary">
                {item.action}
              </LinkButton>
            </Card>
          </li>
        ))}
      </ul>
    </Section>
  );
}
