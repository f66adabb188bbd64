import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button";
import { ActionForm } from "@/components/ui/action-form";
import { Callout } from "@/components/ui/callout";
import { DateField } from "@/components/ui/date-field";
import { DescriptionList } from "@/components/ui/description-list";
import { ProseText } from "@/components/ui/prose-text";
import { Section } from "@/components/ui/section";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-field";
import { correctCertificateAction, declineRequestAction, recertifyAction } from "@/lib/certificates/actions";
import type { BodyCertificate, RequestRecord } from "@/lib/certificates/queries/get-certificate";
import type { Refusal } from "@/lib/core/decision";
import { formatDate } from "@/lib/i18n/format";
import { sentence } from "@/lib/i18n/sentence";

function Decline({
  requestId,
  kind,
  certificateId,
}: {
  requestId: string;
  kind: RequestRecord["kind"];
  certificateId: string;
}) {
  const t = useTranslations("certificates.requests");
  return (
    <>
      <p>{t(`howTo.${kind}`)}</p>
      <details>
        <summary className="inline-flex min-h-target items-center underline underline-offset-2">
          {t("decline")}
        </summary>
        <ActionForm
          action={declineRequestAction}
          fields={{ certificateId, requestId }}
          className="mt-3 max-w-prose"
        >
          <TextAreaField name="answer" label={t("answer")} hint={t("answerHint")} maxLength={2000} />
          <div>
            <SubmitButton tone="secondary">{t("decline")}</SubmitButton>
          </div>
        </ActionForm>
      </details>
    </>
  );
}

function Request({
  request,
  certificateId,
  mayAnswer,
}: {
  request: RequestRecord;
  certificateId: string;
  mayAnswer: boolean;
}) {
  const t = useTranslations("certificates.requests");
  const locale = useLocale();
  const date = formatDate(request.requestedAt, locale);
  if (request.answeredAt)
    return (
      <div className="grid gap-1 border-t border-line py-3">
        <p className="font-medium">{t(`asked.${request.kind}`, { date })}</p>
        <p>
          {t(request.granted ? "granted" : "declinedOn", { date: formatDate(request.answeredAt, locale) })}
        </p>
        {request.answer ? <ProseText text={request.answer} /> : null}
      </div>
    );
  return (
    <Callout tone="info" icon="inbox" title={t(`asked.${request.kind}`, { date })}>
      {request.note ? <ProseText text={request.note} /> : null}
      {mayAnswer ? (
        <Decline requestId={request.id} kind={request.kind} certificateId={certificateId} />
      ) : null}
    </Callout>
  );
}

/** What the holder asked for, and what became of it. */
export function RequestsPanel({ certificate }: { certificate: BodyCertificate }) {
  const t = useTranslations("certificates.requests");
  if (certificate.requests.length === 0) return null;
  return (
    <Section title={t("title")}>
      <div className="grid gap-3">
        {certificate.requests.map((request) => (
          <Request
            key={request.id}
            request={request}
            certificateId={certificate.id}
            mayAnswer={certificate.bar === null}
          />
        ))}
      </div>
    </Section>
  );
}

/** Why a step waits: something of the certificate, which passes, and nothing of the reader's person. */
async function NotNow({ refusal }: { refusal: Refusal }) {
  return (
    <Callout tone="neutral" icon="clock" title={await sentence(`refusals.${refusal.code}`, refusal.params)} />
  );
}

/** Issuing it again with what is recorded today: what would be said otherwise is shown beforehand. */
export function CorrectionPanel({
  certificate,
  seen,
}: {
  certificate: BodyCertificate;
  /** The hash of the differences that are shown. */
  seen: string;
}) {
  const t = useTranslations("certificates.correction");
  const { differences, standing, bar, correctingBar } = certificate;
  if (standing !== "valid" || differences.length === 0 || bar) return null;
  return (
    <Section title={t("title")} lead={t("lead")}>
      <DescriptionList
        items={differences.map(({ field, before, after }) => ({
          term: t(`field.${field}`),
          detail: (
            <>
              <span className="block text-muted">{t("before", { value: before })}</span>
              <span className="block font-medium">{t("after", { value: after })}</span>
            </>
          ),
        }))}
      />
      {correctingBar ? (
        <NotNow refusal={correctingBar} />
      ) : (
        <ActionButton
          action={correctCertificateAction}
          fields={{ certificateId: certificate.id, seen }}
          icon="award"
          confirm={{
            title: t("confirmTitle"),
            consequences: t("consequences"),
            confirmLabel: t("confirm"),
          }}
        >
          {t("confirm")}
        </ActionButton>
      )}
    </Section>
  );
}

function Begin({ certificateId }: { certificateId: string }) {
  const t = useTranslations("certificates.recertification");
  return (
    <details>
      <summary className="inline-flex min-h-target items-center text-accent underline underline-offset-2">
        {t("begin")}
      </summary>
      <ActionForm action={recertifyAction} fields={{ certificateId }} className="mt-3 max-w-prose">
        <p>{t("lead")}</p>
        <DateField name="dueOn" label={t("dueOn")} hint={t("dueOnHint")} optional />
        <div>
          <SubmitButton>{t("begin")}</SubmitButton>
        </div>
      </ActionForm>
    </details>
  );
}

/** Beginning a recertification, by new observations: also after one that ended without a certificate. */
export function RecertificationPanel({ certificate }: { certificate: BodyCertificate }) {
  const t = useTranslations("certificates.recertification");
  const { standing, payload, recertification, recertifyingBar, caseId, bar } = certificate;
  if (!payload.validUntilOn || bar) return null;
  if (standing !== "valid" && standing !== "expired") return null;
  const before = recertification === "underWay" || recertification === "ended" ? recertification : null;
  return (
    <Section title={t("title")}>
      {before ? (
        <p>
          {t(before)} <Link href={`/certify/cases/${caseId}`}>{t("toCase")}</Link>
        </p>
      ) : null}
      {recertification === "underWay" ? null : recertifyingBar ? (
        <NotNow refusal={recertifyingBar} />
      ) : (
        <Begin certificateId={certificate.id} />
      )}
    </Section>
  );
}
