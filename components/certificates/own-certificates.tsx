import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { LinkButton } from "@/components/ui/link-button";
import { Card } from "@/components/ui/section";
import type { OwnCertificate } from "@/lib/certificates/queries/list-my-certificates";
import { DOT, formatDate } from "@/lib/i18n/format";
import { localeNames, locales } from "@/lib/i18n/locales";
import { CopyAddress } from "./copy-address";
import { Requests, Sharing } from "./own-sharing";
import { StandingTag } from "./standing-tag";

/** The digital forms: pictures with the credential inside, files for a wallet, and LinkedIn's own form. */
function Files({ certificate }: { certificate: OwnCertificate }) {
  const t = useTranslations("certificates.mine");
  const badge = useTranslations("badges.credential");
  const { publicId } = certificate;
  const files = [
    ["baked.png", badge("png")],
    ["baked.svg", badge("svg")],
    ["credential.json", badge("json")],
    ["credential.jwt", badge("jwt")],
  ] as const;
  return (
    <div className="grid gap-1">
      <p className="font-medium">{t("digital")}</p>
      <p className="text-muted">{t("digitalHint")}</p>
      <ul className="flex flex-wrap gap-x-6">
        {files.map(([file, label]) => (
          <li key={file}>
            <a
              href={`/api/badges/${publicId}/${file}`}
              className="inline-flex min-h-target items-center"
              download
            >
              {label}
            </a>
          </li>
        ))}
        <li>
          <a
            href={certificate.linkedIn}
            target="_blank"
            rel="noopener noreferrer"
            className="inline-flex min-h-target items-center"
          >
            {t("linkedIn")}
          </a>
        </li>
      </ul>
    </div>
  );
}

/** The file in the other languages, and the address that is shared. */
function Elsewhere({ publicId, address }: { publicId: string; address: string }) {
  const t = useTranslations("certificates.mine");
  const locale = useLocale();
  const file = (language: string) => `/api/certificates/${publicId}/pdf?lang=${language}`;
  return (
    <p className="text-sm text-muted">
      {t("downloadIn")}{" "}
      {locales
        .filter((each) => each !== locale)
        .map((each, index) => (
          <span key={each}>
            {index > 0 ? DOT : ""}
            <a href={file(each)} lang={each}>
              {localeNames[each]}
            </a>
          </span>
        ))}
      <span className="block break-all">
        <Link href={`/verify/${publicId}`} className="text-muted">
          {address}
        </Link>
      </span>
    </p>
  );
}

/** One certificate: what it is, whether it holds, the file in each language, and the address to share. */
function OwnCertificateCard({ certificate, origin }: { certificate: OwnCertificate; origin: string }) {
  const t = useTranslations("certificates.mine");
  const locale = useLocale();
  const { publicId, validUntil } = certificate;
  const file = (language: string) => `/api/certificates/${publicId}/pdf?lang=${language}`;
  const address = `${origin}/verify/${publicId}`;
  const holds = certificate.standing === "valid" || certificate.standing === "expired";
  return (
    <Card className="grid gap-4">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h2 className="text-xl">{certificate.serialNumber}</h2>
        <StandingTag standing={certificate.standing} />
      </div>
      <div>
        <p className="font-medium">{certificate.programme}</p>
        <p className="text-muted">
          {t("issuedBy", {
            body: certificate.certifyingBody,
            date: formatDate(certificate.issuedAt, locale),
          })}
          {validUntil ? `${DOT}${t("until", { date: formatDate(validUntil, locale) })}` : ""}
        </p>
        {certificate.publicReason ? (
          <p className="mt-2 text-danger">
            {t(certificate.standing === "suspended" ? "suspendedBecause" : "revokedBecause", {
              reason: certificate.publicReason,
            })}
          </p>
        ) : null}
      </div>
      <div className="flex flex-wrap gap-3">
        <LinkButton native href={file(locale)} icon="download">
          {t("download")}
        </LinkButton>
        <CopyAddress address={address} label={t("copy")} done={t("copied")} />
        <LinkButton tone="quiet" href={`/verify/${publicId}`}>
          {t("check")}
        </LinkButton>
      </div>
      {certificate.successor ? (
        <p>{t("replacedBy", { serial: certificate.successor.serialNumber })}</p>
      ) : null}
      {holds ? <Files certificate={certificate} /> : null}
      <Sharing certificate={certificate} />
      <Requests certificate={certificate} />
      <Elsewhere publicId={publicId} address={address} />
    </Card>
  );
}

/** One's own certificates, the newest first. `origin` is the site's public one. */
export function OwnCertificates({
  certificates,
  origin,
}: {
  certificates: readonly OwnCertificate[];
  origin: string;
}) {
  return (
    <ul className="grid gap-6">
      {certificates.map((certificate) => (
        <li key={certificate.id}>
          <OwnCertificateCard certificate={certificate} origin={origin} />
        </li>
      ))}
    </ul>
  );
}
