import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DecisionLetter } from "@/components/certification/decision-letter";
import { ProseText } from "@/components/ui/prose-text";
import { Timeline, type TimelineEntry } from "@/components/ui/timeline";
import type { CaseView } from "@/lib/certification/queries/get-case";
import { formatDateTime } from "@/lib/i18n/format";

type Look = Pick<TimelineEntry, "tone" | "icon">;
type Happening = Look & {
  readonly id: string;
  readonly at: Date;
  readonly title: string;
  readonly body?: ReactNode;
};

const looks = {
  advice: { tone: "info", icon: "edit" },
  waiver: { tone: "warning", icon: "edit" },
  hearing: { tone: "warning", icon: "mail" },
  move: { tone: "neutral", icon: "undo" },
  participant: { tone: "neutral", icon: "person" },
  decision: { tone: "success", icon: "check" },
  release: { tone: "success", icon: "mail" },
  appeal: { tone: "warning", icon: "alert" },
  verdict: { tone: "info", icon: "check" },
  party: { tone: "neutral", icon: "people" },
} as const satisfies Record<string, Look>;

const prose = (text: string) => <ProseText text={text} />;

/** Recommendations and exceptions: what was said before the decision. */
function useAdvice(its: CaseView): Happening[] {
  const t = useTranslations("certify.history");
  const names = useTranslations("certification");
  return [
    ...its.recommendations.map((each) => ({
      ...looks.advice,
      id: `recommendation-${each.round}`,
      at: each.recommendedAt,
      title: t("recommended", { name: each.recommender.name, outcome: names(`outcome.${each.outcome}`) }),
      body: prose(each.reasons),
    })),
    ...its.exceptions.map((each) => ({
      ...looks.waiver,
      id: each.id,
      at: each.writtenAt,
      title: t("excepted", {
        name: each.writtenBy.name,
        requirement: names(`requirement.${each.requirement}`),
      }),
      body: prose(each.reason),
    })),
  ];
}

/** Hearings with what the participant answered. */
function useHearings(its: CaseView): Happening[] {
  const t = useTranslations("certify.history");
  return its.hearings.flatMap((each) => {
    const opened = {
      ...looks.hearing,
      id: `hearing-${each.round}`,
      at: each.openedAt,
      title: each.openedBy ? t("hearingBy", { name: each.openedBy.name }) : t("hearing"),
      body: prose(each.notice),
    };
    if (!each.statementAt) return [opened];
    const answered = {
      ...looks.participant,
      id: `statement-${each.round}`,
      at: each.statementAt,
      title: t("statement", { name: each.statementBy?.name ?? "" }),
      body: prose(each.statement),
    };
    return [opened, answered];
  });
}

/** Who took the case up, sent it back, began it anew, or told an outcome. */
function useSteps(its: CaseView): Happening[] {
  const t = useTranslations("certify.history");
  return its.steps.map(({ id, kind, takenBy, takenAt }) => ({
    ...looks[kind === "released" ? "release" : "move"],
    id,
    at: takenAt,
    title: t(`step.${kind}`, { name: takenBy.name }),
  }));
}

/** The decisions, each with its reasons. */
function useDecisions(its: CaseView): Happening[] {
  const t = useTranslations("certify.history");
  const names = useTranslations("certification");
  const nameOf = (code: string) => its.criteria.find((each) => each.criterion.code === code)?.name ?? code;
  const decisions = its.decisions.map((each) => {
    const repeatCriteria = each.repeatCriteria.map((code) => ({ code, name: nameOf(code) }));
    return {
      ...looks.decision,
      id: `decision-${each.round}`,
      at: each.decidedAt,
      title: t("decided", { name: each.decider.name, outcome: names(`outcome.${each.outcome}`) }),
      body: <DecisionLetter decision={{ ...each, decider: each.decider.name, repeatCriteria }} />,
    };
  });
  return decisions;
}

/** Appeals and how they ended. */
function useAppeals(its: CaseView): Happening[] {
  const t = useTranslations("certify.history");
  const names = useTranslations("certification");
  return its.appeals.flatMap((each) => {
    const filed = {
      ...looks.appeal,
      id: `appeal-${each.id}`,
      at: each.filedAt,
      title: t("appealed", { name: each.filedBy.name }),
      body: prose(each.grounds),
    };
    if (!each.decidedAt) return [filed];
    const verdict = each.changedTo ? names(`outcome.${each.changedTo}`) : names("appeal.upheld");
    const decided = {
      ...looks.verdict,
      id: `verdict-${each.id}`,
      at: each.decidedAt,
      title: t("appealDecided", { name: each.decidedBy?.name ?? "", verdict }),
      body: prose(each.reasons),
    };
    return [filed, decided];
  });
}

/** Complaints about the handling, and who acted for the participant. */
function useParties(its: CaseView): Happening[] {
  const t = useTranslations("certify.history");
  const names = useTranslations("certification");
  const complaints = its.complaints.flatMap((each) => {
    const about = names(`complaint.subject.${each.about}`);
    const filed = {
      ...looks.appeal,
      id: `complaint-${each.id}`,
      at: each.filedAt,
      title: t("complained", { name: each.filedBy.name, about }),
      body: prose(each.text),
    };
    if (!each.decidedAt) return [filed];
    const title = t("complaintAnswered", {
      name: each.decidedBy?.name ?? "",
      verdict: names(`complaint.state.${each.state}`),
    });
    return [
      filed,
      { ...looks.verdict, id: `answer-${each.id}`, at: each.decidedAt, title, body: prose(each.reasons) },
    ];
  });
  const acted = its.representatives.flatMap(({ id, name, acceptedAt, endedAt }) => [
    ...(acceptedAt
      ? [{ ...looks.party, id: `from-${id}`, at: acceptedAt, title: t("represented", { name }) }]
      : []),
    ...(endedAt
      ? [{ ...looks.party, id: `to-${id}`, at: endedAt, title: t("representationEnded", { name }) }]
      : []),
  ]);
  return [...complaints, ...acted];
}

/** Everything that was said and done in a case, in order. */
export function CaseHistory({ its }: { its: CaseView }) {
  const t = useTranslations("certify.history");
  const locale = useLocale();
  const happenings = [
    ...useAdvice(its),
    ...useHearings(its),
    ...useSteps(its),
    ...useDecisions(its),
    ...useAppeals(its),
    ...useParties(its),
  ];
  if (happenings.length === 0) return <p className="text-muted">{t("empty")}</p>;
  const entries = happenings
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .map(({ at, body, ...rest }) => ({
      ...rest,
      when: formatDateTime(at, locale, its.timeZone),
      dateTime: at.toISOString(),
      children: body,
    }));
  return <Timeline entries={entries} />;
}
