import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Callout } from "@/components/ui/callout";
import { Icon, type IconName } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import { Card } from "@/components/ui/section";
import { type Tone, toneText } from "@/components/ui/status-tag";
import type { OwnCase } from "@/lib/certification/rules/own-case";
import type { Requirement } from "@/lib/certification/rules/requirements";
import { DOT, formatList } from "@/lib/i18n/format";

type Mark = { tone: Tone; icon: IconName };
const met: Mark = { tone: "success", icon: "check" };
const notYet: Mark = { tone: "warning", icon: "clock" };
const notSeen: Mark = { tone: "neutral", icon: "circle" };

const requirementMark = ({ status, attainable }: Requirement): Mark =>
  status !== "unmet" ? met : attainable ? notYet : { tone: "danger", icon: "alert" };

/** Where the person's certification stands: what is met, what is not yet, what nobody has seen; and what to do about it. */
export function CertificationStatus({ own }: { own: OwnCase }) {
  return (
    <div className="grid gap-5">
      <Outlook own={own} />
      <div className="grid items-start gap-5 lg:grid-cols-2">
        <Requirements own={own} />
        <Criteria own={own} />
      </div>
      <WayOn own={own} />
    </div>
  );
}

/** In a sentence what is missing, how long there is and whether somebody is coming; or that others are at work. */
function Outlook({ own }: { own: OwnCase }) {
  const t = useTranslations("my.certification");
  const locale = useLocale();
  if (own.state !== "collecting") {
    const tone = own.state === "hearing" ? "warning" : own.certificate ? "success" : "info";
    return <Callout tone={tone}>{t(`state.${own.certificate ? "certified" : own.state}`)}</Callout>;
  }
  const { criteria, evaluation } = own;
  const unseen = criteria.filter((each) => !each.met && !each.seen).map((each) => each.criterion.code);
  const begun = criteria.filter((each) => !each.met && each.seen).map((each) => each.criterion.code);
  const { daysLeft, visitBooked, windowClosed } = evaluation;
  const parts = [
    unseen.length > 0 ? t("unseen", { count: unseen.length, codes: formatList(unseen, locale) }) : "",
    begun.length > 0 ? t("begun", { count: begun.length, codes: formatList(begun, locale) }) : "",
    daysLeft === null ? "" : windowClosed ? t("over") : t("daysLeft", { days: daysLeft }),
    evaluation.complete ? "" : visitBooked ? t("visitBooked") : t("noVisit"),
  ].filter(Boolean);
  const tone = evaluation.complete ? "success" : windowClosed ? "danger" : visitBooked ? "info" : "warning";
  return (
    <Callout tone={tone} title={evaluation.complete ? t("complete") : t("missing")}>
      {parts.length > 0 ? <p className="first-letter:uppercase">{parts.join(DOT)}</p> : null}
    </Callout>
  );
}

function Line({ mark, name, detail, word }: { mark: Mark; name: string; detail: string; word: string }) {
  return (
    <li className="flex items-start gap-3 py-2.5">
      <Icon name={mark.icon} className={`mt-0.5 ${toneText[mark.tone]}`} />
      <span className="min-w-0 grow">
        {name}
        <span className="block text-sm text-muted">{detail}</span>
      </span>
      <span className={`shrink-0 text-sm font-medium ${toneText[mark.tone]}`}>{word}</span>
    </li>
  );
}

function Requirements({ own }: { own: OwnCase }) {
  const t = useTranslations("my.certification");
  return (
    <Card>
      <h3 className="text-lg">{t("requirements")}</h3>
      <ul className="mt-1 divide-y divide-line">
        {own.evaluation.requirements.map((each) => (
          <Line
            key={each.kind}
            mark={requirementMark(each)}
            name={t(`requirement.${each.kind}.name`)}
            detail={t(`requirement.${each.kind}.detail`, { have: each.have, need: each.need })}
            word={
              each.status === "unmet" && !each.attainable ? t("unattainable") : t(`status.${each.status}`)
            }
          />
        ))}
      </ul>
    </Card>
  );
}

function Criteria({ own }: { own: OwnCase }) {
  const t = useTranslations("my.certification");
  return (
    <Card>
      <h3 className="text-lg">{t("criteria")}</h3>
      <ul className="mt-1 divide-y divide-line">
        {own.criteria.map(({ criterion, name, reached, needed, again, ...each }) => (
          <Line
            key={criterion.id}
            mark={each.met ? met : each.seen ? notYet : notSeen}
            name={name}
            detail={
              again
                ? t("again", { code: criterion.code })
                : t("occasions", { code: criterion.code, reached, needed })
            }
            word={each.met ? t("status.met") : each.seen ? t("status.unmet") : t("notSeen")}
          />
        ))}
      </ul>
    </Card>
  );
}

function WayOn({ own }: { own: OwnCase }) {
  const t = useTranslations("my.certification");
  return (
    <p className="flex flex-wrap items-center gap-x-6 gap-y-3">
      {own.mayAnswer ? <LinkButton href="/my/certification">{t("answerHearing")}</LinkButton> : null}
      <Link href="/my/certification" className="inline-flex min-h-target items-center">
        {t("open")}
      </Link>
    </p>
  );
}
