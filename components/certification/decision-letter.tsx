import { useLocale, useTranslations } from "next-intl";
import { ProseText } from "@/components/ui/prose-text";
import type { OwnDecision } from "@/lib/certification/rules/own-case";
import { formatDate } from "@/lib/i18n/format";
import { OutcomeTag } from "./outcome-tag";

type Part = { readonly title: string; readonly text: string };

/** A decision as the letter that it is: outcome, reasons in the law's three parts, what to do, how to appeal. */
export function DecisionLetter({ decision }: { decision: OwnDecision }) {
  const t = useTranslations("certification.letter");
  const locale = useLocale();
  const { repeatCriteria, repeatDueOn } = decision;
  const reasons: Part[] = [
    { title: t("main"), text: decision.reasonMain },
    { title: t("facts"), text: decision.reasonFacts },
    { title: t("rules"), text: decision.reasonRules },
  ];
  const guidance: Part[] = [
    { title: t("repeatGuidance"), text: decision.repeatGuidance },
    { title: t("appealGuidance"), text: decision.appealGuidance },
  ];
  const show = (parts: readonly Part[]) =>
    parts
      .filter((part) => part.text)
      .map((part) => (
        <div key={part.title} className="grid gap-1">
          <h3 className="font-semibold">{part.title}</h3>
          <ProseText text={part.text} />
        </div>
      ));
  return (
    <article className="grid max-w-prose gap-5">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <OutcomeTag outcome={decision.outcome} />
        <p className="text-muted">
          {t("decidedOn", { date: formatDate(decision.decidedAt, locale), name: decision.decider })}
        </p>
      </div>
      {show(reasons)}
      {repeatCriteria.length > 0 ? (
        <div className="grid gap-1">
          <h3 className="font-semibold">{t("repeatCriteria")}</h3>
          <ul className="list-disc ps-5">
            {repeatCriteria.map((criterion) => (
              <li key={criterion.code}>{criterion.name}</li>
            ))}
          </ul>
          {repeatDueOn ? (
            <p>
              {t("repeatDue")}: {formatDate(repeatDueOn, locale, "UTC")}
            </p>
          ) : null}
        </div>
      ) : null}
      {show(guidance)}
    </article>
  );
}
