import { useLocale, useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button";
import { ActionForm } from "@/components/ui/action-form";
import { Callout } from "@/components/ui/callout";
import { ProseText } from "@/components/ui/prose-text";
import { Section } from "@/components/ui/section";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField, TextField } from "@/components/ui/text-field";
import {
  confirmRevocationAction,
  proposeRevocationAction,
  withdrawRevocationAction,
} from "@/lib/certificates/actions";
import type { BodyCertificate, RevocationRecord } from "@/lib/certificates/queries/get-certificate";
import { formatDate } from "@/lib/i18n/format";

type RevocationPanelProps = { certificate: BodyCertificate; readerId: string };

function Reasons({ record }: { record: RevocationRecord }) {
  const t = useTranslations("certificates.revocation");
  return (
    <dl className="grid gap-3">
      <div>
        <dt className="text-sm text-muted">{t("publicReason")}</dt>
        <dd>{record.publicReason}</dd>
      </div>
      <div>
        <dt className="text-sm text-muted">{t("internalReason")}</dt>
        <dd>
          <ProseText text={record.internalReason} />
        </dd>
      </div>
    </dl>
  );
}

function Waiting({
  record,
  certificateId,
  readerId,
  free,
}: {
  record: RevocationRecord;
  certificateId: string;
  readerId: string;
  /** Nothing of the reader's person stands in the way. */
  free: boolean;
}) {
  const t = useTranslations("certificates.revocation");
  const locale = useLocale();
  const own = record.requestedById === readerId;
  const fields = { certificateId };
  return (
    <Callout
      tone="warning"
      icon="ban"
      title={t("waiting", { name: record.requestedBy, date: formatDate(record.requestedAt, locale) })}
      actions={
        free ? (
          <>
            {own ? null : (
              <ActionButton
                action={confirmRevocationAction}
                fields={fields}
                tone="danger"
                icon="ban"
                confirm={{
                  title: t("confirmTitle"),
                  consequences: t("consequences"),
                  confirmLabel: t("confirm"),
                }}
              >
                {t("confirm")}
              </ActionButton>
            )}
            <ActionButton action={withdrawRevocationAction} fields={fields} icon="undo">
              {t("withdraw")}
            </ActionButton>
          </>
        ) : undefined
      }
    >
      <Reasons record={record} />
      {own ? <p className="mt-3 font-medium">{t("ownWaiting")}</p> : null}
    </Callout>
  );
}

function Propose({ certificateId }: { certificateId: string }) {
  const t = useTranslations("certificates.revocation");
  return (
    <details>
      <summary className="inline-flex min-h-target items-center text-danger underline underline-offset-2">
        {t("title")}
      </summary>
      <ActionForm action={proposeRevocationAction} className="mt-3 max-w-prose">
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
          <SubmitButton tone="danger">{t("propose")}</SubmitButton>
        </div>
      </ActionForm>
    </details>
  );
}

function Past({ record }: { record: RevocationRecord }) {
  const t = useTranslations("certificates.revocation");
  const locale = useLocale();
  const { confirmedAt, withdrawnAt } = record;
  return (
    <li className="grid gap-2 border-t border-line py-4">
      <p className="font-medium">
        {t("requested", { name: record.requestedBy, date: formatDate(record.requestedAt, locale) })}
      </p>
      <p>
        {confirmedAt
          ? t("confirmedBy", { name: record.confirmedBy ?? "", date: formatDate(confirmedAt, locale) })
          : withdrawnAt
            ? record.withdrawnBy
              ? t("withdrawnBy", { name: record.withdrawnBy, date: formatDate(withdrawnAt, locale) })
              : t("withdrawnOn", { date: formatDate(withdrawnAt, locale) })
            : null}
      </p>
      <Reasons record={record} />
    </li>
  );
}

/** Revoking a certificate: one proposes, another confirms; what was proposed before stays readable. */
export function RevocationPanel({ certificate, readerId }: RevocationPanelProps) {
  const t = useTranslations("certificates.revocation");
  const waiting = certificate.revocations.find((each) => !each.confirmedAt && !each.withdrawnAt);
  const past = certificate.revocations.filter((each) => each.confirmedAt || each.withdrawnAt);
  const current = certificate.standing !== "revoked" && certificate.standing !== "superseded";
  const free = certificate.bar === null;
  if (past.length === 0 && !waiting && !(current && free)) return null;
  return (
    <Section title={t("history")}>
      {waiting ? (
        <Waiting record={waiting} certificateId={certificate.id} readerId={readerId} free={free} />
      ) : null}
      {current && !waiting && free ? <Propose certificateId={certificate.id} /> : null}
      {past.length > 0 ? (
        <ul>
          {past.map((record) => (
            <Past key={record.id} record={record} />
          ))}
        </ul>
      ) : null}
    </Section>
  );
}
