import { useLocale, useTranslations } from "next-intl";
import { DecisionLetter } from "@/components/certification/decision-letter";
import { ProseText } from "@/components/ui/prose-text";
import { Timeline, type TimelineEntry } from "@/components/ui/timeline";
import type { CaseView } from "@/lib/certification/queries/get-case";
import { formatDateTime } from "@/lib/i18n/format";

type Dated = TimelineEntry & { readonly at: Date };

function useEntries(its: CaseView): Dated[] {
  const t = useTranslations("certify.history");
  const names = useTranslations("certification");
  const locale = useLocale();
  const entry = (id: string, at: Date, rest: Omit<TimelineEntry, "id" | "when" | "dateTime">): Dated => ({
    id,
    at,
    when: formatDateTime(at, locale, its.timeZone),
    dateTime: at.toISOString(),
    ...rest,
  });
  const nameOf = (code: string) => its.criteria.find((each) => each.criterion.code === code)?.name ?? code;
  return [
    ...its.recommendations.map((each) =>
      entry(`recommendation-${each.round}`, each.recommendedAt, {
        title: t("recommended", { name: each.recommender.name, outcome: names(`outcome.${each.outcome}`) }),
        tone: "info",
        icon: "edit",
        children: <ProseText text={each.reasons} />,
      }),
    ),
    ...its.exceptions.map((each) =>
      entry(each.id, each.writtenAt, {
        title: t("excepted", {
          name: each.writtenBy.name,
          requirement: names(`requirement.${each.requirement}`),
        }),
        tone: "warning",
        icon: "edit",
        children: <ProseText text={each.reason} />,
      }),
    ),
    ...its.hearings.map((each) =>
      entry(`hearing-${each.round}`, each.openedAt, {
        title: t("hearing"),
        tone: "warning",
        icon: "mail",
        children: <ProseText text={each.notice} />,
      }),
    ),
    ...its.hearings.flatMap((each) =>
      each.statementAt
        ? [
            entry(`statement-${each.round}`, each.statementAt, {
              title: t("statement"),
              icon: "person",
              children: <ProseText text={each.statement} />,
            }),
          ]
        : [],
    ),
    ...its.decisions.map((each) =>
      entry(`decision-${each.round}`, each.decidedAt, {
        title: t("decided", { name: each.decider.name, outcome: names(`outcome.${each.outcome}`) }),
        tone: "success",
        icon: "check",
        children: (
          <DecisionLetter
            decision={{
              ...each,
              decider: each.decider.name,
              repeatCriteria: each.repeatCriteria.map((code) => ({ code, name: nameOf(code) })),
            }}
          />
        ),
      }),
    ),
    ...(its.releasedAt
      ? [
          entry("release", its.releasedAt, {
            title: t("released", { name: its.releasedBy ?? "" }),
            tone: "success",
            icon: "mail",
          }),
        ]
      : []),
    ...its.appeals.map((each) =>
      entry(`appeal-${each.id}`, each.filedAt, {
        title: t("appealed"),
        tone: "warning",
        icon: "alert",
        children: <ProseText text={each.grounds} />,
      }),
    ),
    ...its.appeals.flatMap((each) =>
      each.decidedAt
        ? [
            entry(`verdict-${each.id}`, each.decidedAt, {
              title: t("appealDecided", {
                name: each.decidedBy?.name ?? "",
                verdict: each.changedTo ? names(`outcome.${each.changedTo}`) : names("appeal.upheld"),
              }),
              tone: "info",
              icon: "check",
              children: <ProseText text={each.reasons} />,
            }),
          ]
        : [],
    ),
  ];
}

/** Everything that was said and done in a case, in order. */
export function CaseHistory({ its }: { its: CaseView }) {
  const t = useTranslations("certify.history");
  const entries = useEntries(its).sort((a, b) => a.at.getTime() - b.at.getTime());
  if (entries.length === 0) return <p className="text-muted">{t("empty")}</p>;
  return <Timeline entries={entries} />;
}
