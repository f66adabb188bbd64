import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Callout } from "@/components/ui/callout";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-field";
import {
  admitApplicationAction,
  declineApplicationAction,
  takeUpApplicationAction,
} from "@/lib/applications/actions";
import type { CohortApplication } from "@/lib/applications/queries/get-cohort-application";
import type { getLetters } from "@/lib/applications/queries/get-letters";
import { Letter } from "./letter";

export type Letters = NonNullable<Awaited<ReturnType<typeof getLetters>>>;

type DecisionProps = {
  application: CohortApplication;
  letters: Letters | null;
  /** Where the applicant would go: onto a seat, or to this place in the queue. */
  position: number | null;
};

/** Which application a decision is about, and the version that was read. */
const fieldsOf = ({ id, version }: CohortApplication) => ({ applicationId: id, version });

function Decline({ application, letters }: DecisionProps) {
  const t = useTranslations("applications");
  return (
    <details data-key="decline">
      <summary className="inline-flex min-h-target items-center text-accent underline underline-offset-2">
        {t("review.decline")}
      </summary>
      <ActionForm
        action={declineApplicationAction}
        fields={fieldsOf(application)}
        className="max-w-prose gap-4 pt-2"
      >
        <TextAreaField name="reason" label={t("review.reason")} hint={t("review.reasonHint")} rows={3} />
        {letters ? <Letter letter={letters.declining} quotes="reason" /> : null}
        <SubmitButton tone="danger" className="justify-self-start">
          {t("review.declineConfirm")}
        </SubmitButton>
      </ActionForm>
    </details>
  );
}

/** What staff may do with an application, with the letter that each decision sends. */
export function InboxDecision(props: DecisionProps) {
  const { application, letters, position } = props;
  const t = useTranslations("applications");
  if (application.own) return <Callout tone="info" title={t("review.own")} />;
  if (!application.mayAdmit && !application.mayDecline) return null;
  return (
    <div className="grid gap-3 border-t border-line pt-5">
      <div className="flex flex-wrap items-start gap-3">
        {application.mayAdmit ? (
          <div data-key="admit">
            <ActionForm action={admitApplicationAction} fields={fieldsOf(application)}>
              <SubmitButton icon={position === null ? "check" : "clock"}>
                {position === null ? t("review.admit") : t("review.queue", { place: position })}
              </SubmitButton>
            </ActionForm>
          </div>
        ) : null}
        {application.mayTakeUp ? (
          <ActionForm action={takeUpApplicationAction} fields={fieldsOf(application)}>
            <SubmitButton tone="secondary">{t("review.takeUp")}</SubmitButton>
          </ActionForm>
        ) : null}
      </div>
      {application.mayAdmit && letters ? <Letter letter={letters.admitting} /> : null}
      {application.mayDecline ? <Decline {...props} /> : null}
    </div>
  );
}
