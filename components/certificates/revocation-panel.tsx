import { useLocale, useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button";
import { Callout } from "@/components/ui/callout";
import { Section } from "@/components/ui/section";
import {
  confirmRevocationAction,
  proposeRevocationAction,
  withdrawRevocationAction,
} from "@/lib/certificates/actions";
import type { BodyCertificate, RevocationRecord } from "@/lib/certificates/queries/get-certificate";
import { formatDate } from "@/lib/i18n/format";
import { GiveReasons, Reasons } from "./reasons";

type RevocationPanelProps = { certificate: BodyCertificate; readerId: string };

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
      <Reasons of="certificates.revocation" record={record} />
      {own ? <p className="mt-3 font-medium">{t("ownWaiting")}</p> : null}
    </Callout>
  );
}

/** How a proposal ended; null while it waits. Of those withdrawn before that was kept, it is not known by whom. */
function useEnding({ confirmedAt, confirmedBy, withdrawnAt, withdrawnBy }: RevocationRecord): string | null {
  const t = useTranslations("certificates.revocation");
  const locale = useLocale();
  if (confirmedAt)
    return t("confirmedBy", { name: confirmedBy ?? "", date: formatDate(confirmedAt, locale) });
  if (!withdrawnAt) return null;
  const date = formatDate(withdrawnAt, locale);
  return withdrawnBy ? t("withdrawnBy", { name: withdrawnBy, date }) : t("withdrawnOn", { date });
}

function Past({ record }: { record: RevocationRecord }) {
  const t = useTranslations("certificates.revocation");
  const locale = useLocale();
  const ending = useEnding(record);
  return (
    <li className="grid gap-2 border-t border-line py-4">
      <p className="font-medium">
        {t("requested", { name: record.requestedBy, date: formatDate(record.requestedAt, locale) })}
      </p>
      <p>{ending}</p>
      <Reasons of="certificates.revocation" record={record} />
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
      {current && !waiting && free ? (
        <GiveReasons
          of="certificates.revocation"
          action={proposeRevocationAction}
          certificateId={certificate.id}
          final
        >
          {t("propose")}
        </GiveReasons>
      ) : null}
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
