import { useLocale, useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button";
import { Callout } from "@/components/ui/callout";
import {
  approveFrameworkAction,
  discardFrameworkAction,
  retireFrameworkAction,
  takeFrameworkIntoUseAction,
} from "@/lib/frameworks/framework-actions";
import type { FrameworkDetail } from "@/lib/frameworks/queries/get-framework";
import { APPROVALS, missingTexts } from "@/lib/frameworks/rules/approval";
import { formatDate } from "@/lib/i18n/format";

type StepsProps = { framework: FrameworkDetail; personId: string };
const fieldsOf = ({ id, version }: FrameworkDetail) => ({ frameworkVersionId: id, version });

function Approvals({ framework }: { framework: FrameworkDetail }) {
  const t = useTranslations("frameworks.steps");
  const locale = useLocale();
  if (framework.approvals.length === 0) return null;
  return (
    <ul className="list-disc ps-5">
      {framework.approvals.map(({ personId, name, approvedAt }) => (
        <li key={personId}>{t("approvedBy", { name, date: formatDate(approvedAt, locale) })}</li>
      ))}
    </ul>
  );
}

/** What is not written yet, by language: the first few of each, and how many more. */
function Missing({ framework }: { framework: FrameworkDetail }) {
  const t = useTranslations("frameworks");
  const missing = missingTexts(framework);
  return (
    <ul className="list-disc ps-5">
      {missing.slice(0, 8).map(({ what, code, locale }) => (
        <li key={`${what} ${code} ${locale}`}>
          {t("missing.text", {
            what: t(`field.${what}`),
            code: code ?? "–",
            language: t(`language.${locale}`),
          })}
        </li>
      ))}
      {missing.length > 8 ? <li>{t("missing.more", { count: missing.length - 8 })}</li> : null}
    </ul>
  );
}

function DraftSteps({ framework, personId }: StepsProps) {
  const t = useTranslations("frameworks.steps");
  const complete = framework.criteria.length > 0 && missingTexts(framework).length === 0;
  const mine = framework.approvals.some((each) => each.personId === personId);
  const actions = (
    <>
      {complete && !mine ? (
        <ActionButton
          action={approveFrameworkAction}
          fields={fieldsOf(framework)}
          tone="primary"
          confirm={{ title: t("approveTitle"), consequences: t("approveText"), confirmLabel: t("approve") }}
        >
          {t("approve")}
        </ActionButton>
      ) : null}
      <ActionButton
        action={discardFrameworkAction}
        fields={fieldsOf(framework)}
        tone="quiet"
        icon="trash"
        confirm={{ title: t("discardTitle"), consequences: t("discardText"), confirmLabel: t("discard") }}
      >
        {t("discard")}
      </ActionButton>
    </>
  );
  return (
    <Callout
      tone={complete ? "info" : "warning"}
      title={
        complete ? t("approvals", { count: framework.approvals.length, needed: APPROVALS }) : t("incomplete")
      }
      actions={actions}
    >
      <Approvals framework={framework} />
      {complete ? <p>{t(mine ? "waits" : "approveLead")}</p> : <Missing framework={framework} />}
      {framework.criteria.length === 0 ? <p>{t("noCriteria")}</p> : null}
    </Callout>
  );
}

function RetireStep({ framework }: { framework: FrameworkDetail }) {
  const t = useTranslations("frameworks.steps");
  const { programmes, cohorts, cases } = framework.usedBy;
  const free = programmes + cohorts + cases === 0;
  const retire = (
    <ActionButton
      action={retireFrameworkAction}
      fields={fieldsOf(framework)}
      tone="secondary"
      icon="archive"
      confirm={{ title: t("retireTitle"), consequences: t("retireText"), confirmLabel: t("retire") }}
    >
      {t("retire")}
    </ActionButton>
  );
  return (
    <Callout title={t("frozen")} actions={free ? retire : null}>
      <Approvals framework={framework} />
      <p>{free ? t("canRetire") : t("usedBy", { programmes, cohorts, cases })}</p>
    </Callout>
  );
}

/** Where a version stands and the steps from there: approved by two, taken into use, retired; a draft may be thrown away. */
export function FrameworkSteps({ framework, personId }: StepsProps) {
  const t = useTranslations("frameworks.steps");
  if (framework.state === "draft") return <DraftSteps framework={framework} personId={personId} />;
  if (framework.state === "in_use") return <RetireStep framework={framework} />;
  if (framework.state === "retired")
    return (
      <Callout tone="neutral" title={t("retired")}>
        <Approvals framework={framework} />
        <p>{t("retiredLead")}</p>
      </Callout>
    );
  const take = (
    <ActionButton
      action={takeFrameworkIntoUseAction}
      fields={fieldsOf(framework)}
      tone="primary"
      confirm={{ title: t("useTitle"), consequences: t("useText"), confirmLabel: t("use") }}
    >
      {t("use")}
    </ActionButton>
  );
  return (
    <Callout title={t("approved")} actions={take}>
      <Approvals framework={framework} />
      <p>{t("approvedLead")}</p>
    </Callout>
  );
}
