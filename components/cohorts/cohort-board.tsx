import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Checklist, type ChecklistItem } from "@/components/staff/checklist";
import { Callout } from "@/components/ui/callout";
import { DescriptionList } from "@/components/ui/description-list";
import { FillBar } from "@/components/ui/fill-bar";
import { LinkButton } from "@/components/ui/link-button";
import { Card, Section } from "@/components/ui/section";
import type { CohortBoard as Board } from "@/lib/cohorts/queries/get-cohort-board";
import type { ChangeTarget } from "@/lib/cohorts/rules/consequences";
import { type OpeningPoint, openingChecklist } from "@/lib/cohorts/rules/opening";
import { cohortTransitions } from "@/lib/cohorts/rules/transitions";
import { formatDateTime } from "@/lib/i18n/format";
import { daySpanText } from "./day-text";

const mendedIn: Partial<Record<OpeningPoint, string>> = {
  sessions: "sessions",
  sessionDays: "sessions",
  deadlineAhead: "settings",
  deadlineBeforeStart: "settings",
  team: "team",
  lead: "team",
};

/** The checklist to opening, each missing point with the way to mend it. */
export function OpeningChecklist({ cohort, now }: { cohort: Board; now: Date }) {
  const t = useTranslations("cohorts");
  const items = openingChecklist(cohort.facts, now).map(({ point, met }): ChecklistItem => {
    const page = mendedIn[point];
    return {
      key: point,
      met,
      label: t(`opening.${point}`),
      mend: page ? <Link href={`/staff/cohorts/${cohort.id}/${page}`}>{t("opening.mend")}</Link> : null,
    };
  });
  return <Checklist label={t("opening.label")} items={items} />;
}

function Seats({ cohort }: { cohort: Board }) {
  const t = useTranslations("cohorts");
  return (
    <FillBar
      label={t("fill.label")}
      parts={[
        { label: t("fill.taken"), value: cohort.seatsTaken - cohort.offered, tone: "accent" },
        { label: t("fill.offered"), value: cohort.offered, tone: "soft" },
      ]}
      total={cohort.capacity}
    >
      {t("fill.board", {
        taken: cohort.seatsTaken - cohort.offered,
        offered: cohort.offered,
        left: cohort.facts.state === "cancelled" ? 0 : Math.max(0, cohort.capacity - cohort.seatsTaken),
        capacity: cohort.capacity,
        waiting: cohort.waiting,
      })}
    </FillBar>
  );
}

function NextSteps({ cohort }: { cohort: Board }) {
  const t = useTranslations("cohorts");
  const [next, ...rest] = cohortTransitions[cohort.state];
  if (!next) return null;
  return (
    <div className="flex flex-wrap gap-3">
      {[next, ...rest].map((state) => (
        <LinkButton
          key={state}
          href={`/staff/cohorts/${cohort.id}/change/${state}`}
          tone={state === "cancelled" ? "quiet" : "primary"}
        >
          {t(`change.${state as ChangeTarget}.open`)}
        </LinkButton>
      ))}
    </div>
  );
}

function Facts({ cohort }: { cohort: Board }) {
  const t = useTranslations("cohorts");
  const locale = useLocale();
  return (
    <Section title={t("board.facts")}>
      <DescriptionList
        items={[
          { term: t("list.deadline"), detail: formatDateTime(cohort.deadline, locale, cohort.timeZone) },
          { term: t("board.dates"), detail: daySpanText(cohort.startsOn, cohort.endsOn, locale) },
          { term: t("form.city"), detail: cohort.city },
          {
            term: t("tabs.team"),
            detail:
              cohort.team
                .map((member) => (member.isLead ? t("team.leadName", { name: member.name }) : member.name))
                .join(", ") || t("team.none"),
          },
          {
            term: t("form.agreement"),
            detail: cohort.agreement
              ? `${cohort.agreement.title} (${t(`agreementKind.${cohort.agreement.kind}`)})`
              : t("form.noAgreement"),
          },
          {
            term: t("board.publicPage"),
            detail:
              cohort.state === "draft" || cohort.state === "cancelled" ? (
                t("board.notPublic")
              ) : (
                <Link href={`/programmes/${cohort.slug}`}>{`/programmes/${cohort.slug}`}</Link>
              ),
          },
        ]}
      />
    </Section>
  );
}

/** What a cohort's staff look at first: is it filling, what waits, what is missing, what comes next. */
export function CohortBoard({ cohort, now }: { cohort: Board; now: Date }) {
  const t = useTranslations("cohorts");
  return (
    <>
      {cohort.cancelReason ? (
        <Callout tone="danger" icon="ban" title={t("board.cancelled")} className="mb-6">
          {cohort.cancelReason}
        </Callout>
      ) : null}
      <div className="grid gap-6 lg:grid-cols-2">
        <Card className="grid content-start gap-5">
          <h2 className="text-lg">{t("board.seats")}</h2>
          <Seats cohort={cohort} />
          {cohort.facts.undecided > 0 ? (
            <Callout
              tone="warning"
              title={t("board.undecided", { count: cohort.facts.undecided })}
              actions={
                <LinkButton size="small" tone="secondary" href={`/staff/cohorts/${cohort.id}/applications`}>
                  {t("board.decide")}
                </LinkButton>
              }
            />
          ) : (
            <p className="text-muted">{t("board.nothingWaits")}</p>
          )}
        </Card>
        <Card className="grid content-start gap-5">
          <h2 className="text-lg">{cohort.state === "draft" ? t("opening.label") : t("board.next")}</h2>
          {cohort.state === "draft" ? <OpeningChecklist cohort={cohort} now={now} /> : null}
          {cohortTransitions[cohort.state].length === 0 ? (
            <p className="text-muted">{t("board.over")}</p>
          ) : (
            <NextSteps cohort={cohort} />
          )}
        </Card>
      </div>
      <Facts cohort={cohort} />
    </>
  );
}
