import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { CheckboxField, RadioGroup } from "@/components/ui/choice-fields";
import { DateField } from "@/components/ui/date-field";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-field";
import {
  completeEnrolmentAction,
  pauseEnrolmentAction,
  transferParticipantAction,
  withdrawEnrolmentAction,
} from "@/lib/enrolments/actions";
import type { CohortEnrolment } from "@/lib/enrolments/queries/list-cohort-enrolments";
import type { TransferTarget } from "@/lib/enrolments/queries/list-transfer-targets";
import { formatDate } from "@/lib/i18n/format";
import { Drawer } from "./drawer";

type StepProps = { enrolment: CohortEnrolment };

/** Which enrolment a step is about, and the version that was read. */
const fieldsOf = ({ id, version }: CohortEnrolment) => ({ enrolmentId: id, version });

/** Writes down how a participation ended. */
export function Complete({ enrolment }: StepProps) {
  const t = useTranslations("enrolments");
  return (
    <Drawer summary={t("complete.title")} group="enrolment">
      <ActionForm action={completeEnrolmentAction} fields={fieldsOf(enrolment)}>
        <RadioGroup
          name="outcome"
          label={t("complete.outcome")}
          options={[
            { value: "completed", label: t("state.completed") },
            { value: "not_completed", label: t("state.not_completed") },
          ]}
        />
        <TextAreaField
          name="reason"
          label={t("complete.reason")}
          hint={t("complete.reasonHint")}
          rows={2}
          optional
        />
        <SubmitButton className="justify-self-start">{t("complete.confirm")}</SubmitButton>
      </ActionForm>
    </Drawer>
  );
}

/** Begins a pause with the day of return as agreed, or ends it. */
export function Pause({ enrolment }: StepProps) {
  const t = useTranslations("enrolments");
  const isPaused = enrolment.state === "paused";
  return (
    <Drawer summary={t(isPaused ? "pause.end" : "pause.begin")} group="enrolment">
      <p>{t(isPaused ? "pause.endLead" : "pause.beginLead")}</p>
      <ActionForm action={pauseEnrolmentAction} fields={fieldsOf(enrolment)}>
        {isPaused ? null : (
          <>
            <DateField name="returnsOn" label={t("pause.returnsOn")} optional />
            <TextAreaField
              name="reason"
              label={t("pause.reason")}
              hint={t("pause.reasonHint")}
              rows={2}
              optional
            />
          </>
        )}
        <SubmitButton tone="secondary" className="justify-self-start">
          {t(isPaused ? "pause.end" : "pause.begin")}
        </SubmitButton>
      </ActionForm>
    </Drawer>
  );
}

/** Moves a participant to another cohort of the programme that still fills. */
export function Transfer({ enrolment, targets }: StepProps & { targets: readonly TransferTarget[] }) {
  const t = useTranslations("enrolments");
  const locale = useLocale();
  return (
    <Drawer summary={t("transfer.title")} group="enrolment">
      <p>{t(targets.length > 0 ? "transfer.lead" : "transfer.none")}</p>
      {targets.length > 0 ? (
        <ActionForm action={transferParticipantAction} fields={fieldsOf(enrolment)}>
          <SelectField
            name="targetId"
            label={t("transfer.target")}
            options={targets.map((target) => ({
              value: target.id,
              label: t("transfer.option", {
                name: target.name,
                starts: formatDate(target.startsOn, locale, "UTC"),
                free: target.free,
              }),
            }))}
          />
          <TextAreaField
            name="reason"
            label={t("substitute.reason")}
            hint={t("substitute.reasonHint")}
            rows={2}
            optional
          />
          <SubmitButton className="justify-self-start">{t("transfer.confirm")}</SubmitButton>
        </ActionForm>
      ) : null}
    </Drawer>
  );
}

/** Takes a participant off, with what they owe by the terms, said beforehand; staff may waive it. */
export function Withdraw({ enrolment }: StepProps) {
  const t = useTranslations("enrolments");
  const { owedNow } = enrolment;
  return (
    <Drawer summary={t("withdraw.title")} group="enrolment">
      <p>{t("withdraw.lead")}</p>
      <p>{owedNow === null ? t("withdraw.unbilled") : t("withdraw.owed", { percent: owedNow })}</p>
      <ActionForm action={withdrawEnrolmentAction} fields={fieldsOf(enrolment)}>
        <TextAreaField name="reason" label={t("withdraw.reason")} rows={2} />
        {owedNow ? (
          <CheckboxField name="waive" label={t("withdraw.waive")} hint={t("withdraw.waiveHint")} />
        ) : null}
        <SubmitButton tone="danger" className="justify-self-start">
          {t("withdraw.confirm")}
        </SubmitButton>
      </ActionForm>
    </Drawer>
  );
}
