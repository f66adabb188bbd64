import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Barred } from "@/components/certify/barred";
import { DescriptionList } from "@/components/ui/description-list";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import type { BodyCertificate } from "@/lib/certificates/queries/get-certificate";
import { textIn } from "@/lib/certificates/rules/payload";
import { formatDate, formatDateTime } from "@/lib/i18n/format";
import { localeNames } from "@/lib/i18n/locales";
import { RevocationPanel } from "./revocation-panel";
import { CorrectionPanel, RecertificationPanel, RequestsPanel } from "./succession-panel";
import { SuspensionPanel } from "./suspension-panel";

const noon = (day: string) => new Date(`${day}T12:00:00Z`);

const code = (text: string) => <code className="text-sm break-all">{text}</code>;

function Documents({ documents }: Pick<BodyCertificate, "documents">) {
  const t = useTranslations("certificates.register");
  const locale = useLocale();
  return (
    <Section title={t("documents")}>
      {documents.length === 0 ? (
        <p className="text-muted">{t("noDocuments")}</p>
      ) : (
        <ul className="grid gap-3">
          {documents.map((document) => (
            <li key={document.locale}>
              {t("documentOf", {
                language: localeNames[document.locale],
                date: formatDate(document.renderedAt, locale),
              })}
              <span className="block text-muted">SHA-256 {code(document.sha256)}</span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

/** What it says, before and after what it stands, and its checksum. */
function Facts({ certificate }: { certificate: BodyCertificate }) {
  const t = useTranslations("certificates.register");
  const verify = useTranslations("certificates.verify");
  const locale = useLocale();
  const { payload } = certificate;
  const scheme = textIn(payload.scheme.text, locale);
  const until = payload.validUntilOn;
  const linked = [
    ["replaces", certificate.predecessor] as const,
    ["replacedBy", certificate.successor] as const,
  ].flatMap(([key, to]) =>
    to
      ? [
          {
            term: t(`${key}.${to.succession}`),
            detail: <Link href={`/certify/certificates/${to.id}`}>{to.serialNumber}</Link>,
          },
        ]
      : [],
  );
  return (
    <DescriptionList
      items={[
        { term: verify("programme"), detail: payload.programme.title },
        {
          term: verify("scheme"),
          detail: verify("schemeVersion", { title: scheme.title, version: payload.scheme.version }),
        },
        { term: verify("certifyingBody"), detail: payload.certifyingBody.name },
        { term: verify("provider"), detail: payload.provider.name },
        { term: verify("decidedOn"), detail: formatDate(noon(payload.decidedOn), locale) },
        { term: verify("issuedOn"), detail: formatDateTime(certificate.issuedAt, locale) },
        {
          term: verify("validUntil"),
          detail: until ? formatDate(noon(until), locale) : verify("withoutEnd"),
        },
        ...linked,
        { term: t("hash"), detail: code(certificate.payloadHash) },
      ]}
    />
  );
}

/** A certificate in the register: what it says, its file and check, what can be done with it and what was. */
export function CertificateDetail({
  certificate,
  seen,
  readerId,
}: {
  certificate: BodyCertificate;
  /** The hash of the differences that a correction would make. */
  seen: string;
  readerId: string;
}) {
  const t = useTranslations("certificates.register");
  const mine = useTranslations("certificates.mine");
  const locale = useLocale();
  const { publicId } = certificate;
  return (
    <>
      <Facts certificate={certificate} />
      <div className="mt-6 flex flex-wrap gap-3">
        <LinkButton
          native
          tone="secondary"
          icon="download"
          href={`/api/certificates/${publicId}/pdf?lang=${locale}`}
        >
          {mine("download")}
        </LinkButton>
        <LinkButton tone="secondary" icon="shield" href={`/verify/${publicId}`}>
          {mine("check")}
        </LinkButton>
        <Link href={`/certify/cases/${certificate.caseId}`} className="inline-flex min-h-target items-center">
          {t("case")}
        </Link>
      </div>
      {certificate.bar ? (
        <div className="mt-6">
          <Barred refusal={certificate.bar} />
        </div>
      ) : null}
      <RequestsPanel certificate={certificate} />
      <CorrectionPanel certificate={certificate} seen={seen} />
      <RecertificationPanel certificate={certificate} />
      <Documents documents={certificate.documents} />
      <SuspensionPanel certificate={certificate} />
      <RevocationPanel certificate={certificate} readerId={readerId} />
    </>
  );
}
