import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { DraftKeeper } from "@/components/ui/draft-keeper";
import { ProseText } from "@/components/ui/prose-text";
import { SelectField } from "@/components/ui/select-field";
import { StatusTag } from "@/components/ui/status-tag";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-field";
import { fileComplaintAction } from "@/lib/certification/actions";
import { COMPLAINT_DAYS } from "@/lib/certification/rules/complaint";
import type { OwnCase } from "@/lib/certification/rules/own-case";
import type { ComplaintState } from "@/lib/db/generated/enums";
import { formatDate } from "@/lib/i18n/format";

const complaintSubjects = ["conduct", "delay", "information", "partiality", "other"] as const;

/** Where a complaint stands. */
export function ComplaintTag({ state }: { state: ComplaintState }) {
  const t = useTranslations("certification.complaint");
  if (state === "received") {
    return (
      <StatusTag tone="info" icon="clock">
        {t("state.received")}
      </StatusTag>
    );
  }
  return (
    <StatusTag
      tone={state === "founded" ? "warning" : "neutral"}
      icon={state === "founded" ? "alert" : "minus"}
    >
      {t(`state.${state}`)}
    </StatusTag>
  );
}

function Complaint({ complaint, timeZone }: { complaint: OwnCase["complaints"][number]; timeZone: string }) {
  const t = useTranslations("certification.complaint");
  const locale = useLocale();
  const date = (at: Date) => formatDate(at, locale, timeZone);
  return (
    <article className="grid max-w-prose gap-3">
      <h3 className="flex flex-wrap items-center gap-3 font-semibold">
        {t("filed", {
          about: t(`subject.${complaint.about}`),
          date: date(complaint.filedAt),
          name: complaint.filedBy,
        })}
        <ComplaintTag state={complaint.state} />
      </h3>
      <ProseText text={complaint.text} />
      {complaint.decidedAt ? (
        <div className="grid gap-1">
          <h4 className="font-semibold">{t("answered", { date: date(complaint.decidedAt) })}</h4>
          <ProseText text={complaint.reasons} />
        </div>
      ) : (
        <p className="text-muted">{t("due", { date: date(complaint.dueAt) })}</p>
      )}
    </article>
  );
}

/** Complaints about how the case was handled, and the form for one, beside appeals against what was decided. */
export function ComplaintPanel({ its }: { its: OwnCase }) {
  const t = useTranslations("certification.complaint");
  return (
    <>
      {its.complaints.map((each) => (
        <Complaint key={each.id} complaint={each} timeZone={its.timeZone} />
      ))}
      {its.mayComplain ? (
        <details>
          <summary className="inline-flex min-h-target items-center text-accent underline underline-offset-2">
            {t("open")}
          </summary>
          <ActionForm action={fileComplaintAction} fields={{ caseId: its.id }} className="max-w-prose">
            <p>{t("lead", { days: COMPLAINT_DAYS })}</p>
            <SelectField
              name="about"
              label={t("about")}
              options={complaintSubjects.map((value) => ({ value, label: t(`subject.${value}`) }))}
            />
            <TextAreaField name="text" label={t("text")} rows={6} maxLength={8000} />
            <DraftKeeper storageKey={`complaint:${its.id}`} />
            <div>
              <SubmitButton>{t("send")}</SubmitButton>
            </div>
          </ActionForm>
        </details>
      ) : null}
    </>
  );
}
