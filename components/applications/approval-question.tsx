import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Drawer } from "@/components/enrolments/drawer";
import { ActionForm } from "@/components/ui/action-form";
import { Callout } from "@/components/ui/callout";
import { type Description, DescriptionList } from "@/components/ui/description-list";
import { Card } from "@/components/ui/section";
import { SubmitButton } from "@/components/ui/submit-button";
import { EmailField, TextAreaField, TextField } from "@/components/ui/text-field";
import { answerApprovalAction, forwardApprovalAction } from "@/lib/applications/actions";
import type { ApprovalQuestion as Question } from "@/lib/applications/queries/get-approval";
import { formatDate, formatDateRange, formatMoney } from "@/lib/i18n/format";

function Facts({ question }: { question: Question }) {
  const t = useTranslations("applications");
  const locale = useLocale();
  const { cohort, programme, payer } = question;
  const items: (Description | null)[] = [
    { term: t("approve.applicant"), detail: [question.applicant, question.title].filter(Boolean).join(", ") },
    question.organisation ? { term: t("form.organisation"), detail: question.organisation } : null,
    question.participantRole && { term: t("form.role"), detail: t(`role.${question.participantRole}`) },
    {
      term: t("approve.programme"),
      detail: <Link href={`/programmes/${programme.slug}`}>{programme.title}</Link>,
    },
    {
      term: t("approve.cohort"),
      detail: (
        <>
          {cohort.name}
          <span className="block text-muted">
            {formatDateRange(cohort.startsOn, cohort.endsOn, locale, "UTC")}, {cohort.city}
          </span>
        </>
      ),
    },
    { term: t("approve.time"), detail: t("approve.sessions", { count: cohort.sessions }) },
    payer && {
      term: t("form.payer"),
      detail:
        payer === "organisation" && programme.price !== null
          ? t("approve.pays", { price: formatMoney(programme.price, programme.currency, locale) })
          : t(`payerOf.${payer}`),
    },
  ];
  return <DescriptionList items={items.filter((item): item is Description => item !== null)} />;
}

function Answered({ question }: { question: Question }) {
  const t = useTranslations("applications");
  const locale = useLocale();
  const { answerable, answeredAt, approved, cohort } = question;
  if (answeredAt) {
    return (
      <Callout
        tone={approved ? "success" : "info"}
        title={t(approved ? "approve.isApproved" : "approve.isDeclined", {
          date: formatDate(answeredAt, locale, cohort.timeZone),
        })}
      >
        {t("approve.told", { applicant: question.applicant })}
      </Callout>
    );
  }
  const expired = !answerable.ok && answerable.refusal.code === "approval.expired";
  return (
    <Callout tone="warning" title={t(expired ? "approve.expired" : "approve.withdrawn")}>
      {t(expired ? "approve.expiredHint" : "approve.withdrawnHint", { applicant: question.applicant })}
    </Callout>
  );
}

/** Passing the question on to a deputy, who gets a link of their own. */
function Forward({ question, token }: { question: Question; token: string }) {
  const t = useTranslations("applications");
  const locale = useLocale();
  const until = formatDate(question.expiresAt, locale, question.cohort.timeZone);
  return (
    <Drawer summary={t("forward.title")}>
      <p>{t("forward.lead", { until })}</p>
      <ActionForm action={forwardApprovalAction} fields={{ token }}>
        <TextField name="deputyName" label={t("forward.name")} size="medium" autoComplete="off" />
        <EmailField name="deputyEmail" label={t("forward.email")} size="medium" autoComplete="off" />
        <TextAreaField name="note" label={t("forward.note")} rows={2} optional />
        <SubmitButton tone="secondary" className="justify-self-start">
          {t("forward.send")}
        </SubmitButton>
      </ActionForm>
    </Drawer>
  );
}

/** What a manager is asked, and the two buttons to answer with; after the answer, or after its time, a sentence instead. */
export function ApprovalQuestion({ question, token }: { question: Question; token: string }) {
  const t = useTranslations("applications");
  const locale = useLocale();
  const { applicant, cohort, expiresAt } = question;
  return (
    <div className="mx-auto grid max-w-2xl gap-8">
      <div className="grid gap-3">
        <p className="text-sm font-medium text-muted">{t("approve.kicker")}</p>
        <h1 className="text-3xl">{t("approve.heading", { applicant })}</h1>
        <p className="text-lg text-muted">{t("approve.lead", { manager: question.managerName })}</p>
      </div>
      <Card>
        <Facts question={question} />
      </Card>
      {question.answerable.ok ? (
        <ActionForm action={answerApprovalAction} fields={{ token }}>
          <TextAreaField
            name="comment"
            label={t("approve.comment")}
            hint={t("approve.commentHint", { applicant })}
            rows={3}
            optional
          />
          <div className="flex flex-wrap gap-3">
            <SubmitButton name="answer" value="approve" icon="check">
              {t("approve.yes")}
            </SubmitButton>
            <SubmitButton name="answer" value="decline" tone="secondary">
              {t("approve.no")}
            </SubmitButton>
          </div>
          <p className="text-sm text-muted">
            {t("approve.until", { date: formatDate(expiresAt, locale, cohort.timeZone) })}
          </p>
        </ActionForm>
      ) : (
        <Answered question={question} />
      )}
      {question.answerable.ok ? <Forward question={question} token={token} /> : null}
    </div>
  );
}
