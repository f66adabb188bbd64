import { useTranslations } from "next-intl";
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
import { Drawer } from "./drawer";

type PartProps = { enrolment: CohortEnrolment };

function Ids({ enrolment }: PartProps) {
  return (
    <>
      <input type="hidden" name="enrolmentId" value={enrolment.id} readOnly />
      <input type="hidden" name="version" value={enrolment.version} readOnly />
    </>
  );
}

function Complete({ enrolment }: PartProps) {
  const t = useTranslations("enrolments");
  return (
    <Drawer summary={t("complete.title")} group="enrolment">
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
  );
}

function Pause({ enrolment }: PartProps) {
  const t = useTranslations("enrolments");
  const isPaused = enrolment.state === "paused";
  return (
    <Drawer summary={t(isPaused ? "pause.end" : "pause.begin")} group="enrolment">
      <p>{t(isPaused ? "pause.endLead" : "pause.beginLead")}</p>
      <ActionForm action={pauseEnrolmentAction}>
        <Ids enrolment={enrolment} />
        <SubmitButton tone="secondary" className="justify-self-start">
          {t(isPaused ? "pause.end" : "pause.begin")}
        </SubmitButton>
      </ActionForm>
    </Drawer>
  );
}

function Withdraw({ enrolment }: PartProps) {
  const t = useTranslations("enrolments");
  return (
    <Drawer summary={t("withdraw.title")} group="enrolment">
      <p>{t("withdraw.lead")}</p>
      <ActionForm action={withdrawEnrolmentAction}>
        <Ids enrolment={enrolment} />
        <TextAreaField name="reason" label={t("withdraw.reason")} rows={2} />
        <SubmitButton tone="danger" className="justify-self-start">
          {t("withdraw.confirm")}
        </SubmitButton>
      </ActionForm>
    </Drawer>
  );
}

/** What staff may do with one participant. */
export function EnrolmentPanel({ enrolment, backHref }: PartProps & { backHref: string }) {
  const t = useTranslations("enrolments");
  const word = useTranslations("applications");
  const { mayComplete, mayPause, mayWithdraw } = enrolment;
  return (
    <Card className="mb-8 grid gap-3">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-xl">{enrolment.name}</h2>
        <LinkButton href={backHref} tone="quiet" size="small" icon="close" scroll={false}>
          {t("panel.close")}
        </LinkButton>
      </div>
      <p className="text-muted">
        {[word(`payerOf.${enrolment.payer}`), enrolment.payerGln, enrolment.payerReference]
          .filter(Boolean)
          .join(" · ")}
      </p>
      {mayComplete ? <Complete enrolment={enrolment} /> : null}
      {mayPause ? <Pause enrolment={enrolment} /> : null}
      {mayWithdraw ? <Withdraw enrolment={enrolment} /> : null}
      {mayComplete || mayPause || mayWithdraw ? null : <p className="text-muted">{t("panel.nothing")}</p>}
    </Card>
  );
}
