import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { RadioGroup } from "@/components/ui/choice-fields";
import { LinkButton } from "@/components/ui/link-button";
import { Card } from "@/components/ui/section";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-field";
import {
  completeEnrolmentAction,
  pauseEnrolmentAction,
  withdrawEnrolmentAction,
} from "@/lib/enrolments/actions";
import type { CohortEnrolment } from "@/lib/enrolments/queries/list-cohort-enrolments";

function Ids({ enrolment }: { enrolment: CohortEnrolment }) {
  return (
    <>
      <input type="hidden" name="enrolmentId" value={enrolment.id} readOnly />
      <input type="hidden" name="version" value={enrolment.version} readOnly />
    </>
  );
}

function Drawer({ summary, children }: { summary: string; children: ReactNode }) {
  return (
    <details name="enrolment" className="border-t border-line">
      <summary className="flex min-h-target cursor-pointer items-center font-medium">{summary}</summary>
      <div className="max-w-prose pt-1 pb-5">{children}</div>
    </details>
  );
}

/** What staff may do with one participant. */
export function EnrolmentPanel({ enrolment, backHref }: { enrolment: CohortEnrolment; backHref: string }) {
  const t = useTranslations("enrolments");
  const nothing = !enrolment.mayWithdraw && !enrolment.mayPause && !enrolment.mayComplete;
  return (
    <Card className="mb-8 grid gap-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-xl">{enrolment.name}</h2>
        <LinkButton href={backHref} tone="quiet" size="small" icon="close" scroll={false}>
          {t("panel.close")}
        </LinkButton>
      </div>
      {nothing ? <p className="text-muted">{t("panel.nothing")}</p> : null}
      {enrolment.mayComplete ? (
        <Drawer summary={t("complete.title")}>
          <ActionForm action={completeEnrolmentAction}>
            <Ids enrolment={enrolment} />
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
      ) : null}
      {enrolment.mayPause ? (
        <Drawer summary={t(enrolment.state === "paused" ? "pause.end" : "pause.begin")}>
          <ActionForm action={pauseEnrolmentAction}>
            <Ids enrolment={enrolment} />
            <p>{t(enrolment.state === "paused" ? "pause.endLead" : "pause.beginLead")}</p>
            <SubmitButton tone="secondary" className="justify-self-start">
              {t(enrolment.state === "paused" ? "pause.end" : "pause.begin")}
            </SubmitButton>
          </ActionForm>
        </Drawer>
      ) : null}
      {enrolment.mayWithdraw ? (
        <Drawer summary={t("withdraw.title")}>
          <ActionForm action={withdrawEnrolmentAction}>
            <Ids enrolment={enrolment} />
            <p>{t("withdraw.lead")}</p>
            <TextAreaField name="reason" label={t("withdraw.reason")} rows={2} />
            <SubmitButton tone="danger" className="justify-self-start">
              {t("withdraw.confirm")}
            </SubmitButton>
          </ActionForm>
        </Drawer>
      ) : null}
    </Card>
  );
}
