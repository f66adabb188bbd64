import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Callout } from "@/components/ui/callout";
import { LinkButton } from "@/components/ui/link-button";
import { Card } from "@/components/ui/section";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-field";
import {
  admitApplicationAction,
  declineApplicationAction,
  takeUpApplicationAction,
} from "@/lib/applications/actions";
import type { CohortApplication } from "@/lib/applications/queries/get-cohort-application";
import type { CohortSeats } from "@/lib/enrolments/queries/get-cohort-seats";
import { formatDateTime } from "@/lib/i18n/format";
import { ApplicationAnswers } from "./application-answers";
import { ApplicationStateTag } from "./state-tag";

type Props = { application: CohortApplication; seats: CohortSeats };

function Ids({ application }: { application: CohortApplication }) {
  return (
    <>
      <input type="hidden" name="applicationId" value={application.id} readOnly />
      <input type="hidden" name="version" value={application.version} readOnly />
    </>
  );
}

function Decide({ application, seats }: Props) {
  const t = useTranslations("applications");
  const hasSeat = (seats.free > 0 && seats.waiting === 0) || application.participantRole === "guest";
  if (application.own) return <Callout tone="info" title={t("review.own")} />;
  if (!application.mayAdmit && !application.mayDecline) return null;
  return (
    <div className="grid gap-4 border-t border-line pt-5">
      <div className="flex flex-wrap gap-3">
        {application.mayAdmit ? (
          <ActionForm action={admitApplicationAction}>
            <Ids application={application} />
            <SubmitButton icon={hasSeat ? "check" : "clock"}>
              {hasSeat ? t("review.admit") : t("review.queue", { place: seats.waiting + 1 })}
            </SubmitButton>
          </ActionForm>
        ) : null}
        {application.mayTakeUp ? (
          <ActionForm action={takeUpApplicationAction}>
            <Ids application={application} />
            <SubmitButton tone="secondary">{t("review.takeUp")}</SubmitButton>
          </ActionForm>
        ) : null}
      </div>
      {application.mayDecline ? (
        <details>
          <summary className="inline-flex min-h-target items-center text-accent underline underline-offset-2">
            {t("review.decline")}
          </summary>
          <ActionForm action={declineApplicationAction} className="max-w-prose gap-4 pt-2">
            <Ids application={application} />
            <TextAreaField name="reason" label={t("review.reason")} hint={t("review.reasonHint")} rows={3} />
            <SubmitButton tone="danger" className="justify-self-start">
              {t("review.declineConfirm")}
            </SubmitButton>
          </ActionForm>
        </details>
      ) : null}
    </div>
  );
}

function Approval({ application }: { application: CohortApplication }) {
  const t = useTranslations("applications");
  const locale = useLocale();
  const { approval, timeZone } = application;
  if (!approval) return <p className="text-muted">{t("review.noManager")}</p>;
  if (!approval.answeredAt) {
    return (
      <p className="text-muted">
        {t("review.managerWaiting", {
          manager: approval.managerName,
          at: formatDateTime(approval.askedAt, locale, timeZone),
        })}
      </p>
    );
  }
  return (
    <Callout tone={approval.approved ? "success" : "danger"}>
      {t(approval.approved ? "review.managerApproved" : "review.managerDeclined", {
        manager: approval.managerName,
        at: formatDateTime(approval.answeredAt, locale, timeZone),
      })}
      {approval.comment ? <p className="mt-1 whitespace-pre-line">{approval.comment}</p> : null}
    </Callout>
  );
}

function Outcome({ application }: { application: CohortApplication }) {
  const t = useTranslations("applications");
  const locale = useLocale();
  const { decidedAt, decidedBy, decisionReason, enrolment, queue, timeZone } = application;
  if (!decidedAt) return null;
  return (
    <div className="grid gap-1">
      <p className="text-muted">
        {t("review.decided", { at: formatDateTime(decidedAt, locale, timeZone), by: decidedBy ?? "Praksis" })}
      </p>
      {enrolment?.seat ? <p>{t("review.seat", { number: enrolment.seat.number })}</p> : null}
      {queue?.state === "offered" && queue.offerExpiresAt ? (
        <p>{t("review.offered", { until: formatDateTime(queue.offerExpiresAt, locale, timeZone) })}</p>
      ) : null}
      {decisionReason ? <p className="whitespace-pre-line">{decisionReason}</p> : null}
    </div>
  );
}

/** One application as staff read it, with what they may do. */
export function InboxApplication({ application, seats, backHref }: Props & { backHref: string }) {
  const t = useTranslations("applications");
  const locale = useLocale();
  return (
    <Card className="grid content-start gap-5">
      <div className="grid gap-2">
        <LinkButton
          href={backHref}
          tone="quiet"
          size="small"
          icon="arrowLeft"
          className="-ms-3 justify-self-start lg:hidden"
        >
          {t("inbox.back")}
        </LinkButton>
        <div className="flex flex-wrap items-center justify-between gap-3">
          <h2 id="open-application" className="text-xl">
            {application.name}
          </h2>
          <ApplicationStateTag state={application.state} />
        </div>
        <p className="text-sm wrap-anywhere text-muted">
          {[application.email, application.phone].filter(Boolean).join(" · ")}
          {application.submittedAt ? (
            <span className="block">
              {t("review.received", {
                at: formatDateTime(application.submittedAt, locale, application.timeZone),
              })}
            </span>
          ) : null}
        </p>
      </div>
      <Approval application={application} />
      <Outcome application={application} />
      <ApplicationAnswers answers={application} />
      <Decide application={application} seats={seats} />
    </Card>
  );
}
