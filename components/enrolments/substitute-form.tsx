import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { SubmitButton } from "@/components/ui/submit-button";
import { EmailField, TextAreaField, TextField } from "@/components/ui/text-field";
import { substituteParticipantAction } from "@/lib/enrolments/actions";

/** Who takes over a participant's seat, and what that means, said before it is done. */
export function SubstituteForm({
  enrolment,
}: {
  enrolment: { readonly id: string; readonly version: number; readonly organisationName: string };
}) {
  const t = useTranslations("enrolments");
  return (
    <>
      <p>{t("substitute.lead", { organisation: enrolment.organisationName })}</p>
      <ActionForm
        action={substituteParticipantAction}
        fields={{ enrolmentId: enrolment.id, version: enrolment.version }}
      >
        <TextField name="name" label={t("substitute.name")} size="medium" autoComplete="off" />
        <EmailField name="email" label={t("substitute.email")} size="medium" autoComplete="off" />
        <TextField name="title" label={t("substitute.jobTitle")} size="medium" autoComplete="off" />
        <TextAreaField
          name="reason"
          label={t("substitute.reason")}
          hint={t("substitute.reasonHint")}
          rows={2}
          optional
        />
        <SubmitButton className="justify-self-start">{t("substitute.confirm")}</SubmitButton>
      </ActionForm>
    </>
  );
}
