import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Card } from "@/components/ui/section";
import type { FacilitatedCohort } from "@/lib/attendance/queries/list-facilitated-cohorts";
import { DOT, formatDateRange } from "@/lib/i18n/format";

/** The cohorts one teaches, as cards. */
export function CohortList({ cohorts }: { cohorts: FacilitatedCohort[] }) {
  const t = useTranslations("facilitate");
  const locale = useLocale();
  return (
    <ul className="grid gap-3 md:grid-cols-2">
      {cohorts.map((cohort) => (
        <li key={cohort.id}>
          <Card className="grid h-full content-start gap-1">
            <p className="text-lg font-semibold">
              <Link href={`/facilitate/cohorts/${cohort.id}`}>{cohort.name}</Link>
            </p>
            <p className="text-sm text-muted">{cohort.programme}</p>
            <p className="text-sm text-muted">
              {formatDateRange(cohort.startsOn, cohort.endsOn, locale, "UTC")}
              {DOT}
              {cohort.city}
            </p>
            <p>
              {t("cohort.figures", { people: cohort.people, held: cohort.held, sessions: cohort.sessions })}
            </p>
            {cohort.proposedProjects > 0 ? (
              <p className="font-medium text-warning">
                {t("home.projects")}: {t("home.projectsCount", { count: cohort.proposedProjects })}
              </p>
            ) : null}
          </Card>
        </li>
      ))}
    </ul>
  );
}
