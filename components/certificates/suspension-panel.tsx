import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ActionForm } from "@/components/ui/action-form";
import { Callout } from "@/components/ui/callout";
import { ProseText } from "@/components/ui/prose-text";
import { Section } from "@/components/ui/section";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField, TextField } from "@/components/ui/text-field";
import { reinstateCertificateAction, suspendCertificateAction } from "@/lib/certificates/actions";
import type { BodyCertificate, SuspensionRecord } from "@/lib/certificates/queries/get-certificate";
import { formatDate } from "@/lib/i18n/format";

/** What somebody wrote, under what they were asked. */
function Reason({ term, children }: { term: string; children: ReactNode }) {
  return (
    <dl>
      <dt className="text-sm text-muted">{term}</dt>
      <dd>{children}</dd>
    </dl>
  );
}

function Record({ record }: { record: SuspensionRecord }) {
  const t = useTranslations("certificates.suspension");
  const locale = useLocale();
  return (
    <div className="grid gap-3">
      <Reason term={t("publicReason")}>{record.publicReason}</Reason>
      {record.internalReason ? (
        <Reason term={t("internalReason")}>
          <ProseText text={record.internalReason} />
        </Reason>
      ) : null}
      {record.reinstatedAt ? (
        <>
          <p className="font-medium">
            {t("endedBy", {
              name: record.reinstatedBy ?? "",
              date: formatDate(record.reinstatedAt, locale),
            })}
          </p>
          <Reason term={t("note")}>
            <ProseText text={record.reinstatementNote} />
          </Reason>
        </>
      ) : null}
    </div>
  );
}

function Suspended({
  record,
  certificateId,
  mayReinstate,
}: {
  record: SuspensionRecord;
  certificateId: string;
  mayReinstate: boolean;
}) {
  const t = useTranslations("certificates.suspension");
  const locale = useLocale();
  return (
    <>
      <Callout
        tone="warning"
        icon="pause"
        title={t("since", { name: record.suspendedBy, date: formatDate(record.suspendedAt, locale) })}
      >
        <Record record={record} />
      </Callout>
      {mayReinstate ? (
        <ActionForm action={reinstateCertificateAction} className="max-w-prose">
          <input type="hidden" name="certificateId" value={certificateId} />
          <TextAreaField name="note" label={t("note")} hint={t("noteHint")} maxLength={4000} />
          <div>
            <SubmitButton>{t("reinstate")}</SubmitButton>
          </div>
        </ActionForm>
      ) : null}
    </>
  );
}

function Suspend({ certificateId }: { certificateId: string }) {
  const t = useTranslations("certificates.suspension");
  return (
    <details>
      <summary className="inline-flex min-h-target items-center text-accent underline underline-offset-2">
        {t("title")}
      </summary>
      <ActionForm action={suspendCertificateAction} className="mt-3 max-w-prose">
        <input type="hidden" name="certificateId" value={certificateId} />
        <p>{t("lead")}</p>
        <TextField
          name="publicReason"
          label={t("publicReason")}
          hint={t("publicReasonHint")}
          maxLength={500}
        />
        <TextAreaField
          name="internalReason"
          label={t("internalReason")}
          hint={t("internalReasonHint")}
          maxLength={4000}
        />
        <div>
          <SubmitButton>{t("suspend")}</SubmitButton>
        </div>
      </ActionForm>
    </details>
  );
}

/** Suspending and reinstating, each by one person with a reason; what was before stays readable. */
export function SuspensionPanel({ certificate }: { certificate: BodyCertificate }) {
  const t = useTranslations("certificates.suspension");
  const locale = useLocale();
  const lasting = certificate.suspensions.find((each) => !each.reinstatedAt);
  const past = certificate.suspensions.filter((each) => each.reinstatedAt);
  const free = certificate.bar === null;
  const maySuspend = certificate.standing === "valid" && free;
  if (!maySuspend && certificate.suspensions.length === 0) return null;
  return (
    <Section title={t("history")}>
      {lasting && certificate.standing === "suspended" ? (
        <Suspended record={lasting} certificateId={certificate.id} mayReinstate={free} />
      ) : null}
      {maySuspend ? <Suspend certificateId={certificate.id} /> : null}
      {past.length > 0 ? (
        <ul>
          {past.map((record) => (
            <li key={record.id} className="grid gap-2 border-t border-line py-4">
              <p className="font-medium">
                {t("since", { name: record.suspendedBy, date: formatDate(record.suspendedAt, locale) })}
              </p>
              <Record record={record} />
            </li>
          ))}
        </ul>
      ) : null}
    </Section>
  );
}
