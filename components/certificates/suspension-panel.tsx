import { useLocale, useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { Callout } from "@/components/ui/callout";
import { ProseText } from "@/components/ui/prose-text";
import { Section } from "@/components/ui/section";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField } from "@/components/ui/text-field";
import { reinstateCertificateAction, suspendCertificateAction } from "@/lib/certificates/actions";
import type { BodyCertificate, SuspensionRecord } from "@/lib/certificates/queries/get-certificate";
import { formatDate } from "@/lib/i18n/format";
import { GiveReasons, Reasons } from "./reasons";

function Record({ record }: { record: SuspensionRecord }) {
  const t = useTranslations("certificates.suspension");
  const locale = useLocale();
  return (
    <div className="grid gap-3">
      <Reasons of="certificates.suspension" record={record} />
      {record.reinstatedAt ? (
        <>
          <p className="font-medium">
            {t("endedBy", {
              name: record.reinstatedBy ?? "",
              date: formatDate(record.reinstatedAt, locale),
            })}
          </p>
          <dl>
            <dt className="text-sm text-muted">{t("note")}</dt>
            <dd>
              <ProseText text={record.reinstatementNote} />
            </dd>
          </dl>
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
        <ActionForm action={reinstateCertificateAction} fields={{ certificateId }} className="max-w-prose">
          <TextAreaField name="note" label={t("note")} hint={t("noteHint")} maxLength={4000} />
          <div>
            <SubmitButton>{t("reinstate")}</SubmitButton>
          </div>
        </ActionForm>
      ) : null}
    </>
  );
}

/** Suspending and reinstating, each by one person with a reason; what was before stays readable. */
export function SuspensionPanel({ certificate }: { certificate: BodyCertificate }) {
  const t = useTranslations("certificates.suspension");
  const locale = useLocale();
  // One that has run out meanwhile can be reinstated too: it says "expired" then, and can be renewed. A revocation ends a suspension.
  const lasting = certificate.suspensions.find(
    (each) => !each.reinstatedAt && certificate.standing !== "revoked",
  );
  const past = certificate.suspensions.filter((each) => each !== lasting);
  const free = certificate.bar === null;
  const maySuspend = certificate.standing === "valid" && free;
  if (!maySuspend && certificate.suspensions.length === 0) return null;
  return (
    <Section title={t("history")}>
      {lasting ? <Suspended record={lasting} certificateId={certificate.id} mayReinstate={free} /> : null}
      {maySuspend ? (
        <GiveReasons
          of="certificates.suspension"
          action={suspendCertificateAction}
          certificateId={certificate.id}
        >
          {t("suspend")}
        </GiveReasons>
      ) : null}
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
