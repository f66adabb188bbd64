import { useLocale, useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button";
import { ActionForm } from "@/components/ui/action-form";
import { Callout } from "@/components/ui/callout";
import { LinkButton } from "@/components/ui/link-button";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-field";
import { formatDate } from "@/lib/i18n/format";
import {
  amendObservationAction,
  resumeObservationAction,
  returnObservationAction,
  shareObservationAction,
  submitObservationAction,
} from "@/lib/observations/actions";
import type { ObservationView } from "@/lib/observations/queries/get-observation";

type StepsProps = { observation: ObservationView };
const fieldsOf = ({ id, version }: ObservationView) => ({ observationId: id, version });

/** What a draft lacks, each with the way to it; or the button that submits it. */
function DraftSteps({ observation, missing }: StepsProps & { missing: { href: string; text: string }[] }) {
  const t = useTranslations("assess.observation");
  const write = `/assess/observations/${observation.id}/write`;
  if (missing.length > 0) {
    return (
      <Callout
        tone="warning"
        title={t("missingTitle")}
        actions={<LinkButton href={write}>{t("edit")}</LinkButton>}
      >
        <ul className="list-disc ps-5">
          {missing.map((each) => (
            <li key={each.href + each.text}>
              <a href={each.href}>{each.text}</a>
            </li>
          ))}
        </ul>
      </Callout>
    );
  }
  return (
    <Callout
      tone="success"
      title={t("completeTitle")}
      actions={
        <>
          <ActionButton
            action={submitObservationAction}
            fields={fieldsOf(observation)}
            tone="primary"
            confirm={{ title: t("submitTitle"), consequences: t("submitText"), confirmLabel: t("submit") }}
          >
            {t("submit")}
          </ActionButton>
          <LinkButton href={write} tone="secondary">
            {t("edit")}
          </LinkButton>
        </>
      }
    >
      {t("complete")}
    </Callout>
  );
}

/** One of two written blind: not shared by itself, and taken back only before both have submitted. */
function BlindSteps({ observation }: StepsProps) {
  const t = useTranslations("assess.pair");
  const { pair } = observation;
  if (!pair) return null;
  const compare = <LinkButton href={`/assess/pairs/${pair.id}`}>{t("toCompare")}</LinkButton>;
  return (
    <>
      <Callout title={t("blindNote", { name: pair.other })} actions={compare} />
      <ReturnForm observation={observation} />
    </>
  );
}

function SubmittedSteps({ observation }: StepsProps) {
  const t = useTranslations("assess.observation");
  if (observation.pair?.kind === "blind") return <BlindSteps observation={observation} />;
  return (
    <>
      <Callout
        title={t("submittedLead")}
        actions={
          <ActionButton
            action={shareObservationAction}
            fields={fieldsOf(observation)}
            tone="primary"
            icon="share"
            confirm={{
              title: t("shareTitle"),
              consequences: t("shareText", { name: observation.participant }),
              confirmLabel: t("share"),
            }}
          >
            {t("share")}
          </ActionButton>
        }
      />
      <ReturnForm observation={observation} />
    </>
  );
}

/** Where a submitted observation is taken back, or returned to its assessor, for a reason. */
export function ReturnForm({ observation, byCertifier }: StepsProps & { byCertifier?: boolean }) {
  const t = useTranslations("assess.observation");
  return (
    <details>
      <summary className="flex min-h-target items-center font-medium text-accent">
        {t(byCertifier ? "giveBack" : "return")}
      </summary>
      <ActionForm
        action={returnObservationAction}
        fields={{ observationId: observation.id, version: observation.version }}
        className="max-w-prose pt-3"
      >
        <TextAreaField
          name="reason"
          label={t(byCertifier ? "giveBackReason" : "returnReason")}
          rows={2}
          maxLength={1000}
        />
        <div>
          <SubmitButton tone="secondary">{t(byCertifier ? "giveBackSend" : "returnSend")}</SubmitButton>
        </div>
      </ActionForm>
    </details>
  );
}

function ReturnedSteps({ observation }: StepsProps) {
  const t = useTranslations("assess.observation");
  return (
    <Callout
      tone="warning"
      title={t("returnedTitle")}
      actions={
        <ActionButton
          action={resumeObservationAction}
          fields={fieldsOf(observation)}
          tone="primary"
          icon="edit"
        >
          {t("resume")}
        </ActionButton>
      }
    >
      <p className="whitespace-pre-line">{observation.returnReason}</p>
    </Callout>
  );
}

function LockedSteps({ observation }: StepsProps) {
  const t = useTranslations("assess.observation");
  const locale = useLocale();
  const day = observation.lockedAt && formatDate(observation.lockedAt, locale, observation.timeZone);
  return (
    <>
      <Callout tone="success" icon="lock" title={t("lockedLead", { date: day ?? "" })} />
      {observation.amendable ? (
        <details data-noprint="">
          <summary className="flex min-h-target items-center font-medium text-accent">{t("amend")}</summary>
          <ActionForm
            action={amendObservationAction}
            fields={{ observationId: observation.id }}
            className="max-w-prose pt-3"
          >
            <TextAreaField
              name="reason"
              label={t("amendReason")}
              hint={t("amendLead")}
              rows={2}
              maxLength={1000}
            />
            <div>
              <SubmitButton tone="secondary">{t("amendSend")}</SubmitButton>
            </div>
          </ActionForm>
        </details>
      ) : null}
    </>
  );
}

type ObservationStepsProps = StepsProps & {
  /** What a draft lacks, in sentences, with links to the fields. */
  missing: { href: string; text: string }[];
};

/** What its assessor can do next with an observation, by its state. */
export function ObservationSteps({ observation, missing }: ObservationStepsProps) {
  const t = useTranslations("assess.observation");
  const locale = useLocale();
  switch (observation.state) {
    case "draft":
      return <DraftSteps observation={observation} missing={missing} />;
    case "submitted":
      return <SubmittedSteps observation={observation} />;
    case "returned":
      return <ReturnedSteps observation={observation} />;
    case "locked":
      return <LockedSteps observation={observation} />;
    default: {
      const due = observation.responseDueAt;
      const date = due ? formatDate(due, locale, observation.timeZone) : "";
      return <Callout title={t("sharedLead", { date })} />;
    }
  }
}
