import { useLocale, useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import { Card } from "@/components/ui/section";
import { StatusTag, type Tone } from "@/components/ui/status-tag";
import type { OwnCertificate } from "@/lib/certificates/queries/list-my-certificates";
import type { CertificateStanding } from "@/lib/certificates/rules/standing";
import { DOT, formatDate } from "@/lib/i18n/format";

const tones: Record<CertificateStanding, Tone> = {
  valid: "success",
  suspended: "warning",
  revoked: "danger",
  expired: "neutral",
  superseded: "neutral",
};

/** A certificate of one's own: what it is worth today, and the way to its page and its document. */
export function CertificateCard({ certificate }: { certificate: OwnCertificate }) {
  const t = useTranslations("my.certificate");
  const locale = useLocale();
  const { publicId, serialNumber, standing, programme, certifyingBody, issuedAt, validUntil } = certificate;
  return (
    <Card className="flex flex-wrap items-center gap-x-6 gap-y-4 sm:flex-nowrap">
      <span className="grid size-12 shrink-0 place-items-center rounded-full bg-accent-soft text-accent">
        <Icon name="award" className="size-6" />
      </span>
      <div className="grid min-w-0 grow gap-1">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="font-semibold">{programme}</span>
          <StatusTag tone={tones[standing]}>{t(`standing.${standing}`)}</StatusTag>
        </p>
        <p className="text-muted">
          {t("issued", { serialNumber, by: certifyingBody, date: formatDate(issuedAt, locale) })}
          {validUntil ? `${DOT}${t("until", { date: formatDate(validUntil, locale) })}` : ""}
        </p>
        {certificate.publicReason ? <p className="text-danger">{certificate.publicReason}</p> : null}
      </div>
      <LinkButton href={`/verify/${publicId}`} tone="secondary" icon="shield" className="shrink-0">
        {t("open")}
      </LinkButton>
    </Card>
  );
}
