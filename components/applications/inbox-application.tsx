import { useLocale, useTranslations } from "next-intl";
import { Callout } from "@/components/ui/callout";
import { LinkButton } from "@/components/ui/link-button";
import { Card } from "@/components/ui/section";
import type { CohortApplication } from "@/lib/applications/queries/get-cohort-application";
import { expectedPlace } from "@/lib/applications/rules/inbox";
import type { CohortSeats } from "@/lib/enrolments/queries/get-cohort-seats";
import { DOT, formatDateTime } from "@/lib/i18n/format";
import { ApplicationAnswers } from "./application-answers";
import { InboxDecision, type Letters } from "./inbox-decision";
import { InboxNotes } from "./inbox-notes";
import { ApplicationStateTag } from "./state-tag";

type InboxApplicationProps = {
  application: CohortApplication;
  seats: CohortSeats;
  letters: Letters | null;
  backHref: string;
};

type OnlyApplication = { application: CohortApplication };

function Forwards({ application }: OnlyApplication) {
  const t = useTranslations("applications");
  const locale = useLocale();
  if (application.forwards.length === 0) return null;
  return (
    <ul className="text-sm text-muted">
      {application.forwards.map((each) => (
        <li key={each.id}>
          {t("review.forwarded", {
            from: each.fromName,
            to: each.toName,
            at: formatDateTime(each.forwardedAt, locale, application.timeZone),
          })}
        </li>
      ))}
    </ul>
  );
}

function Approval({ application }: OnlyApplication) {
  const t = useTranslations("applications");
  const locale = useLocale();
  const { approval, timeZone } = application;
  if (!approval) return <p className="text-muted">{t("review.noManager")}</p>;
  const manager = approval.managerName;
  if (!approval.answeredAt) {
    return (
      <div className="grid gap-1 text-muted">
        <p>
          {t("review.managerWaiting", { manager, at: formatDateTime(approval.askedAt, locale, timeZone) })}
        </p>
        {approval.remindedAt ? (
          <p>{t("review.managerReminded", { at: formatDateTime(approval.remindedAt, locale, timeZone) })}</p>
        ) : null}
        <Forwards application={application} />
      </div>
    );
  }
  return (
    <Callout tone={approval.approved ? "success" : "danger"}>
      {t(approval.approved ? "review.managerApproved" : "review.managerDeclined", {
        manager,
        at: formatDateTime(approval.answeredAt, locale, timeZone),
      })}
      {approval.answeredBy ? <p>{t("review.answeredBy", { name: approval.answeredBy })}</p> : null}
      {approval.comment ? <p className="mt-1 whitespace-pre-line">{approval.comment}</p> : null}
      <Forwards application={application} />
    </Callout>
  );
}

function Outcome({ application }: OnlyApplication) {
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

function Criteria({ application }: OnlyApplication) {
  const t = useTranslations("applications");
  if (application.criteria.length === 0) return null;
  return (
    <details open className="rounded-lg bg-sunken px-4 py-2">
      <summary className="min-h-target content-center font-medium">{t("review.criteria")}</summary>
      <ul className="list-disc ps-5 pb-2">
        {application.criteria.map((criterion) => (
          <li key={criterion}>{criterion}</li>
        ))}
      </ul>
    </details>
  );
}

function Head({ application, backHref }: OnlyApplication & { backHref: string }) {
  const t = useTranslations("applications");
  const locale = useLocale();
  return (
    <div className="grid gap-2">
      <LinkButton
        href={backHref}
        tone="quiet"
        size="small"
        icon="arrowLeft"
        className="justify-self-start lg:hidden"
      >
        {t("inbox.back")}
      </LinkButton>
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="open-application" data-key="open" tabIndex={-1} className="text-xl">
          {application.name}
        </h2>
        <ApplicationStateTag state={application.state} />
      </div>
      <p className="text-sm wrap-anywhere text-muted">
        {[application.email, application.phone].filter(Boolean).join(DOT)}
        {application.submittedAt ? (
          <span className="block">
            {t("review.received", {
              at: formatDateTime(application.submittedAt, locale, application.timeZone),
            })}
          </span>
        ) : null}
      </p>
    </div>
  );
}

/** One application as staff read it: what it was judged by, what was written, what colleagues noted, and what may be done. */
export function InboxApplication({ application, seats, letters, backHref }: InboxApplicationProps) {
  return (
    <Card className="grid content-start gap-5">
      <Head application={application} backHref={backHref} />
      <Criteria application={application} />
      <Approval application={application} />
      <Outcome application={application} />
      <ApplicationAnswers answers={application} />
      <InboxDecision
        application={application}
        letters={letters}
        position={expectedPlace(seats, application)}
      />
      <InboxNotes application={application} />
    </Card>
  );
}
