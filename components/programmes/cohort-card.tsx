import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { daySpanText } from "@/components/cohorts/day-text";
import { Icon, type IconName } from "@/components/ui/icon";
import type { PublicCohort } from "@/lib/cohorts/facts/public-cohort";
import { formatDate, weekOfDay } from "@/lib/i18n/format";
import { CertifierText } from "./certifier-text";
import { PhaseTag } from "./phase-tag";
import { SeatsText } from "./seats-text";

function Fact({ icon, children }: { icon: IconName; children: ReactNode }) {
  return (
    <li className="flex items-start gap-2">
      <Icon name={icon} className="mt-0.5 text-muted" />
      <span>{children}</span>
    </li>
  );
}

/** A cohort in the catalogue: what, when, where, whether there is room, until when to apply. The whole card leads to its page. */
export function CohortCard({ cohort, level = 3 }: { cohort: PublicCohort; level?: 2 | 3 }) {
  const t = useTranslations("programmes");
  const locale = useLocale();
  const Heading = level === 2 ? "h2" : "h3";
  const isTaking = cohort.phase === "open" || cohort.phase === "lastDays" || cohort.phase === "full";
  return (
    <article className="group relative grid content-start gap-3 rounded-lg bg-surface p-5 shadow-raised transition-shadow focus-within:shadow-overlay hover:shadow-overlay sm:p-6">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <PhaseTag phase={cohort.phase} />
        <span className="text-sm text-muted">{cohort.name}</span>
      </div>
      <Heading className="text-xl">
        <Link
          href={`/programmes/${cohort.slug}`}
          className="text-ink no-underline after:absolute after:inset-0 after:rounded-lg group-hover:underline hover:text-ink"
        >
          {cohort.title}
        </Link>
      </Heading>
      <p className="line-clamp-3 text-muted" lang={cohort.language}>
        {cohort.summary}
      </p>
      <ul className="grid gap-1.5 text-sm">
        <Fact icon="calendar">
          {t("card.dates", {
            dates: daySpanText(cohort.startsOn, cohort.endsOn, locale),
            week: weekOfDay(cohort.startsOn),
          })}
        </Fact>
        <Fact icon="pin">{t("card.place", { city: cohort.city, provider: cohort.provider })}</Fact>
        <Fact icon="people">
          <SeatsText cohort={cohort} />
        </Fact>
        {cohort.certifier ? (
          <Fact icon="award">
            {t("card.certifies")} <CertifierText certifier={cohort.certifier} />
          </Fact>
        ) : null}
        {isTaking ? (
          <Fact icon="clock">
            {t("card.deadline", { date: formatDate(cohort.deadline, locale, cohort.timeZone) })}
          </Fact>
        ) : null}
      </ul>
    </article>
  );
}
