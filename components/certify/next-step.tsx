import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ActionButton } from "@/components/ui/action-button";
import { Callout } from "@/components/ui/callout";
import { ProseText } from "@/components/ui/prose-text";
import { releaseCaseAction, reopenCaseAction, takeUpCaseAction } from "@/lib/certification/actions";
import type { CaseView } from "@/lib/certification/queries/get-case";
import { appealDueAt, decideAppealable } from "@/lib/certification/rules/appeal";
import { decideHeard } from "@/lib/certification/rules/decision";
import { formatDate, formatDateTime } from "@/lib/i18n/format";
import { AppealDecisionForm } from "./appeal-decision-form";
import { Barred } from "./barred";
import { DecideForm } from "./decide-form";
import { HearingForm } from "./hearing-form";
import { RecommendForm } from "./recommend-form";

async function Changed({ its }: { its: CaseView }) {
  const [t, reopen] = await Promise.all([getTranslations("certify.case"), getTranslations("certify.reopen")]);
  return (
    <Callout
      tone="danger"
      title={t("changedTitle")}
      actions={
        its.bars.steer ? null : (
          <ActionButton
            action={reopenCaseAction}
            fields={{ caseId: its.id, version: its.version }}
            icon="undo"
            confirm={{
              title: reopen("confirm"),
              consequences: reopen("text"),
              confirmLabel: reopen("send"),
            }}
          >
            {reopen("send")}
          </ActionButton>
        )
      }
    >
      {t("changedText")}
    </Callout>
  );
}

async function Decision({ its, body, now }: { its: CaseView; body: string; now: Date }) {
  const [t, said] = await Promise.all([
    getTranslations("certify.hearing"),
    getTranslations("certify.history"),
  ]);
  if (its.evidenceChanged) return <Changed its={its} />;
  if (its.deciding) return <Barred refusal={its.deciding} />;
  const hearing = its.hearings.find((each) => each.round === its.round) ?? null;
  const heard = decideHeard(hearing, now).ok;
  return (
    <>
      {hearing?.statementAt ? (
        <Said
          title={said("statement", { name: hearing.statementBy?.name ?? its.participant })}
          text={hearing.statement}
        />
      ) : null}
      <DecideForm its={its} heard={heard} body={body} />
      {hearing ? null : (
        <details className="mt-4">
          <summary className="inline-flex min-h-target items-center text-accent underline underline-offset-2">
            {t("title")}
          </summary>
          <HearingForm caseId={its.id} version={its.version} />
        </details>
      )}
    </>
  );
}

async function Release({ its }: { its: CaseView }) {
  const t = await getTranslations("certify.release");
  const decision = its.decisions.find((each) => each.round === its.round);
  if (its.bars.release) return <Barred refusal={its.bars.release} />;
  if (!decision) return null;
  return (
    <div className="grid max-w-prose gap-4">
      <p>{t(`effect.${decision.outcome}`)}</p>
      <ActionButton
        action={releaseCaseAction}
        fields={{ caseId: its.id, version: its.version }}
        tone="primary"
        icon="mail"
        confirm={{
          title: t("confirm"),
          consequences: `${t(`effect.${decision.outcome}`)} ${t("irrevocable")}`,
          confirmLabel: t("send"),
        }}
      >
        {t("send")}
      </ActionButton>
    </div>
  );
}

async function Collecting({ its }: { its: CaseView }) {
  const [t, takeUp] = await Promise.all([getTranslations("certify.case"), getTranslations("certify.takeUp")]);
  if (!its.evaluation.windowClosed) return <p>{t("collectingText")}</p>;
  return (
    <div className="grid max-w-prose gap-4">
      <p>{takeUp("text")}</p>
      {its.bars.steer ? null : (
        <ActionButton action={takeUpCaseAction} fields={{ caseId: its.id, version: its.version }}>
          {takeUp("send")}
        </ActionButton>
      )}
    </div>
  );
}

async function Waiting({ its }: { its: CaseView }) {
  const t = await getTranslations("certify.case");
  const hearing = its.hearings.find((each) => each.round === its.round);
  const date = hearing ? formatDateTime(hearing.dueAt, await getLocale(), its.timeZone) : "";
  return <p>{t("waitingText", { date })}</p>;
}

async function Ended({ its }: { its: CaseView }) {
  const t = await getTranslations("certify.case");
  const refused = its.decisions.at(-1)?.outcome === "not_certified" && its.state === "released";
  const until = its.releasedAt
    ? formatDate(appealDueAt(its.releasedAt), await getLocale(), its.timeZone)
    : "";
  return <p>{refused ? t("appealWindow", { date: until }) : t("endedText")}</p>;
}

/** What the participant says, where it is answered. */
function Said({ title, text }: { title: string; text: string }) {
  return (
    <div className="mb-6 grid max-w-prose gap-1">
      <h3 className="font-semibold">{title}</h3>
      <ProseText text={text} />
    </div>
  );
}

async function Appeal({ its }: { its: CaseView }) {
  const t = await getTranslations("certify.history");
  if (its.bars.appeal) return <Barred refusal={its.bars.appeal} />;
  const able = decideAppealable(its.altered.length);
  if (!able.ok) return <Barred refusal={able.refusal} />;
  const appeal = its.appeals.find((each) => each.decidedAt === null);
  return (
    <>
      {appeal ? <Said title={t("appealed", { name: appeal.filedBy.name })} text={appeal.grounds} /> : null}
      <AppealDecisionForm caseId={its.id} version={its.version} />
    </>
  );
}

/** What the case waits for: the form of that step, or why it is not the reader's to take. */
export function NextStep({ its, body, now }: { its: CaseView; body: string; now: Date }): ReactNode {
  const { bars, id, version } = its;
  switch (its.step) {
    case "evidence":
      return <Collecting its={its} />;
    case "recommendation":
      return bars.recommend ? (
        <Barred refusal={bars.recommend} />
      ) : (
        <RecommendForm caseId={id} version={version} complete={its.evaluation.complete} />
      );
    case "decision":
      return <Decision its={its} body={body} now={now} />;
    case "statement":
      return <Waiting its={its} />;
    case "release":
      return <Release its={its} />;
    case "appeal":
      return <Appeal its={its} />;
    default:
      return <Ended its={its} />;
  }
}
