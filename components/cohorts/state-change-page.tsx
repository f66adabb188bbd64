import { useTranslations } from "next-intl";
import { Callout } from "@/components/ui/callout";
import { DraftKeeper } from "@/components/ui/draft-keeper";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-field";
import type { CohortBoard } from "@/lib/cohorts/queries/get-cohort-board";
import { type ChangeTarget, cohortConsequences } from "@/lib/cohorts/rules/consequences";
import type { ConcludedEnrolment } from "@/lib/enrolments/facts/load-conclusions";
import { OpeningChecklist } from "./cohort-board";
import { ConclusionList } from "./conclusion-list";
import { StateChangeFrame } from "./form-frames";

type StateChangePageProps = {
  cohort: CohortBoard;
  to: ChangeTarget;
  now: Date;
  /** Why it cannot be done now; null where it can. */
  refusal: string | null;
  /** Who will have completed and who will not; of completing only. */
  conclusions: readonly ConcludedEnrolment[];
};

function ChangeForm({ cohort, to, back }: { cohort: CohortBoard; to: ChangeTarget; back: string }) {
  const t = useTranslations("cohorts");
  return (
    <StateChangeFrame
      fields={{ cohortId: cohort.id, version: cohort.version, state: to }}
      className="max-w-form pt-2"
    >
      {to === "cancelled" ? (
        <div className="grid gap-1">
          <TextAreaField
            name="reason"
            label={t("change.cancelled.reason")}
            hint={t("change.cancelled.reasonHint")}
            rows={3}
            maxLength={1000}
          />
          <DraftKeeper storageKey={`cohort-cancelling:${cohort.id}`} />
        </div>
      ) : null}
      <div className="flex flex-wrap gap-3">
        <SubmitButton tone={to === "cancelled" ? "danger" : "primary"}>
          {t(`change.${to}.submit`)}
        </SubmitButton>
        <LinkButton href={back} tone="quiet">
          {t("change.back")}
        </LinkButton>
      </div>
    </StateChangeFrame>
  );
}

/** A change of a cohort's state: what follows from it, said before it is done. */
export function StateChangePage({ cohort, to, now, refusal, conclusions }: StateChangePageProps) {
  const t = useTranslations("cohorts") as (key: string, values?: Record<string, string | number>) => string;
  const back = `/staff/cohorts/${cohort.id}`;
  const counts = {
    name: cohort.name,
    enrolled: cohort.facts.liveEnrolments,
    undecided: cohort.facts.undecided,
    waiting: cohort.waiting + cohort.offered,
    sessions: cohort.facts.unfinishedSessions,
  };
  return (
    <>
      <h2 className="text-2xl">{t(`change.${to}.title`, counts)}</h2>
      {to === "open" ? (
        <Section level={3} title={t("opening.label")} className="mt-6">
          <OpeningChecklist cohort={cohort} now={now} />
        </Section>
      ) : null}
      <ConclusionList conclusions={conclusions} />
      <Section level={3} title={t("change.consequences")} className="mt-6">
        <ul className="grid max-w-prose list-disc gap-2 ps-5">
          {cohortConsequences[to].map((key) => (
            <li key={key}>{t(`change.${to}.${key}`, counts)}</li>
          ))}
        </ul>
        {refusal ? (
          <Callout
            tone="warning"
            title={t("change.notYet")}
            actions={<LinkButton href={back}>{t("change.back")}</LinkButton>}
            className="max-w-form"
          >
            {refusal}
          </Callout>
        ) : (
          <ChangeForm cohort={cohort} to={to} back={back} />
        )}
      </Section>
    </>
  );
}
