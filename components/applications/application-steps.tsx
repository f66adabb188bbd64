import { useTranslations } from "next-intl";
import { Drawer } from "@/components/enrolments/drawer";
import { ActionForm } from "@/components/ui/action-form";
import { LinkButton } from "@/components/ui/link-button";
import { SubmitButton } from "@/components/ui/submit-button";
import { EmailField, TextField } from "@/components/ui/text-field";
import { askAgainAction, withdrawApplicationAction } from "@/lib/applications/actions";
import type { MyApplication } from "@/lib/applications/queries/get-my-application";
import { isOpenApplication } from "@/lib/applications/rules/transitions";

function AskAgain({ application }: { application: MyApplication }) {
  const t = useTranslations("applications");
  return (
    <Drawer summary={t("askAgain.title")}>
      <p>{t("askAgain.lead")}</p>
      <ActionForm
        action={askAgainAction}
        fields={{ applicationId: application.id }}
        defaultValues={{
          managerName: application.approval?.managerName,
          managerEmail: application.approval?.managerEmail,
        }}
      >
        <TextField name="managerName" label={t("form.managerName")} size="medium" autoComplete="off" />
        <EmailField name="managerEmail" label={t("form.managerEmail")} size="medium" autoComplete="off" />
        <SubmitButton className="justify-self-start">{t("askAgain.send")}</SubmitButton>
      </ActionForm>
    </Drawer>
  );
}

function Withdraw({ application }: { application: MyApplication }) {
  const t = useTranslations("applications");
  const queued = application.state === "waitlisted";
  return (
    <Drawer summary={t("withdraw.title")}>
      <p>{t(queued ? "withdraw.leadQueued" : "withdraw.lead")}</p>
      <ActionForm action={withdrawApplicationAction} fields={{ applicationId: application.id }}>
        <SubmitButton tone="danger" className="justify-self-start">
          {t("withdraw.confirm")}
        </SubmitButton>
      </ActionForm>
    </Drawer>
  );
}

function Change({ enrolmentId }: { enrolmentId: string }) {
  const t = useTranslations("enrolments");
  return (
    <div>
      <LinkButton href={`/my/places/${enrolmentId}`} tone="secondary">
        {t("place.change")}
      </LinkButton>
    </div>
  );
}

/** What the applicant can still do: ask another manager, withdraw, go on to their place. Nothing once nothing can be done. */
export function ApplicationSteps({ application }: { application: MyApplication }) {
  const { state, enrolment } = application;
  const leavable = enrolment && (enrolment.state === "reserved" || enrolment.state === "active");
  if (!isOpenApplication(state) && !leavable) return null;
  return (
    <div className="mt-12 grid gap-3">
      {state === "manager_pending" ? <AskAgain application={application} /> : null}
      {isOpenApplication(state) ? <Withdraw application={application} /> : null}
      {leavable ? <Change enrolmentId={enrolment.id} /> : null}
    </div>
  );
}
