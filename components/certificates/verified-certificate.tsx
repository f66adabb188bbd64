import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CredentialLinks } from "@/components/badges/credential-links";
import { Callout } from "@/components/ui/callout";
import { Section } from "@/components/ui/section";
import { type CertificatePayload, textIn } from "@/lib/certificates/rules/payload";
import type { BodyThenAndNow, VerifiedCertificate } from "@/lib/certificates/rules/verified";
import { formatDate, formatDateTime } from "@/lib/i18n/format";
import { StandingBanner } from "./standing-banner";

const noon = (day: string) => new Date(`${day}T12:00:00Z`);

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div className="grid gap-x-6 gap-y-0.5 border-t border-line py-3 sm:grid-cols-[14rem_1fr]">
      <dt className="font-medium text-ink">{term}</dt>
      <dd className="text-ink">{children}</dd>
    </div>
  );
}

/** "COI – Center for Offentlig Innovation", and who that is today. */
function Body({ body }: { body: BodyThenAndNow }) {
  const t = useTranslations("certificates.verify");
  const printed = body.shortName === body.name ? body.name : `${body.shortName} – ${body.name}`;
  if (!body.now) return printed;
  const { name, shortName } = body.now;
  return (
    <>
      <span className="block">{printed}</span>
      <span className="block">
        {name === shortName ? t("bodyNow", { name }) : t("bodyNowShort", { name, shortName })}
      </span>
    </>
  );
}

/** What the check does and does not tell, and where to go on. */
function Notes({ now }: { now: Date }) {
  const t = useTranslations("certificates.verify");
  const locale = useLocale();
  return (
    <div className="mt-10 grid gap-1 border-t border-line pt-6 text-ink">
      <p>{t("asPrinted")}</p>
      <p>
        {t("privacy")} {t("checkedAt", { date: formatDateTime(now, locale) })}.
      </p>
      <p>
        {t("doubt")} <Link href="/contact">{t("doubtLink")}</Link> ·{" "}
        <Link href="/verify">{t("another")}</Link>
      </p>
    </div>
  );
}

/** That what happened to it stands in the public chain, and the proof that anybody can check without us. */
function Chain({ certificate }: { certificate: VerifiedCertificate }) {
  const t = useTranslations("certificates.verify");
  const locale = useLocale();
  const { sealed, publicId } = certificate;
  return (
    <Section title={t("chain")}>
      {sealed.length === 0 ? (
        <p className="max-w-prose text-ink">{t("notSealed")}</p>
      ) : (
        <ul className="grid gap-1 text-ink">
          {sealed.map(({ kind, number, day }) => (
            <li key={kind}>{t(`sealed.${kind}`, { number, date: formatDate(noon(day), locale) })}</li>
          ))}
        </ul>
      )}
      <p data-noprint="" className="flex flex-wrap gap-x-6 gap-y-1">
        <a href={`/api/badges/${publicId}/inclusion`}>{t("proof")}</a>
        <Link href="/transparency">{t("howToProve")}</Link>
      </p>
    </Section>
  );
}

function Criteria({ payload }: { payload: CertificatePayload }) {
  const t = useTranslations("certificates.verify");
  const locale = useLocale();
  if (payload.criteria.length === 0) return null;
  return (
    <Fact term={t("criteria")}>
      <ul className="grid gap-1">
        {payload.criteria.map((criterion) => (
          <li key={criterion.code}>{textIn(criterion.name, locale)}</li>
        ))}
      </ul>
    </Fact>
  );
}

/** What it says of its holder and what they have shown. */
function Contents({ payload }: { payload: CertificatePayload }) {
  const t = useTranslations("certificates.verify");
  const locale = useLocale();
  const scheme = textIn(payload.scheme.text, locale);
  return (
    <>
      <Fact term={t("holder")}>
        <span className="text-xl font-semibold">{payload.holder.name}</span>
      </Fact>
      <Fact term={t("programme")}>{payload.programme.title}</Fact>
      <Fact term={t("scheme")}>
        {t("schemeVersion", { title: scheme.title, version: payload.scheme.version })}
      </Fact>
      <Fact term={t("scope")}>{scheme.scope}</Fact>
      <Criteria payload={payload} />
      <Fact term={t("decidedOn")}>{formatDate(noon(payload.decidedOn), locale)}</Fact>
    </>
  );
}

/** What a stranger learns of a certificate. All text is in full ink: contrast above 7:1. */
export function VerifiedCertificateView({
  certificate,
  fileChecked,
  now,
}: {
  certificate: VerifiedCertificate;
  /** A file was uploaded just now and found to be this certificate's. */
  fileChecked: boolean;
  now: Date;
}) {
  const t = useTranslations("certificates.verify");
  const locale = useLocale();
  const { payload, predecessor } = certificate;
  return (
    <div>
      <StandingBanner certificate={certificate} now={now} />
      {fileChecked ? (
        <Callout tone="info" icon="file" title={t("fileGenuine")} className="mt-6">
          {t("fileGenuineText")}
        </Callout>
      ) : null}
      <Section title={t("about")}>
        {payload ? null : <p className="max-w-prose text-ink">{t("undisclosed")}</p>}
        <dl>
          {payload ? <Contents payload={payload} /> : null}
          <Fact term={t("certifyingBody")}>
            <Body body={certificate.certifyingBody} />
          </Fact>
          {payload ? (
            <Fact term={t("provider")}>
              <Body body={certificate.provider} />
            </Fact>
          ) : null}
          <Fact term={t("serial")}>{certificate.serialNumber}</Fact>
          <Fact term={t("issuedOn")}>{formatDate(noon(certificate.issuedOn), locale)}</Fact>
          <Fact term={t("validUntil")}>
            {certificate.validUntilOn ? formatDate(noon(certificate.validUntilOn), locale) : t("withoutEnd")}
          </Fact>
          {predecessor ? (
            <Fact term={t(`predecessor.${predecessor.succession}`)}>
              <Link href={`/verify/${predecessor.publicId}`}>{t("toPredecessor")}</Link>
            </Fact>
          ) : null}
        </dl>
      </Section>
      {payload ? (
        <CredentialLinks
          publicId={certificate.publicId}
          withPictures={certificate.standing === "valid" || certificate.standing === "expired"}
        />
      ) : null}
      <Chain certificate={certificate} />
      <Notes now={now} />
    </div>
  );
}
