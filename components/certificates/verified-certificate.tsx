import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CredentialLinks } from "@/components/badges/credential-links";
import { Section } from "@/components/ui/section";
import { textIn } from "@/lib/certificates/rules/payload";
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

/** What a stranger learns of a certificate. All text is in full ink: contrast above 7:1. */
export function VerifiedCertificateView({
  certificate,
  now,
}: {
  certificate: VerifiedCertificate;
  now: Date;
}) {
  const t = useTranslations("certificates.verify");
  const locale = useLocale();
  const { payload } = certificate;
  const scheme = textIn(payload.scheme.text, locale);
  return (
    <div>
      <StandingBanner certificate={certificate} now={now} />
      <Section title={t("about")}>
        <dl>
          <Fact term={t("holder")}>
            <span className="text-xl font-semibold">{payload.holder.name}</span>
          </Fact>
          <Fact term={t("programme")}>{payload.programme.title}</Fact>
          <Fact term={t("scheme")}>
            {t("schemeVersion", { title: scheme.title, version: payload.scheme.version })}
          </Fact>
          <Fact term={t("scope")}>{scheme.scope}</Fact>
          <Fact term={t("certifyingBody")}>
            <Body body={certificate.certifyingBody} />
          </Fact>
          <Fact term={t("provider")}>
            <Body body={certificate.provider} />
          </Fact>
          <Fact term={t("serial")}>{payload.serialNumber}</Fact>
          <Fact term={t("decidedOn")}>{formatDate(noon(payload.decidedOn), locale)}</Fact>
          <Fact term={t("issuedOn")}>{formatDate(noon(payload.issuedOn), locale)}</Fact>
          <Fact term={t("validUntil")}>
            {payload.validUntilOn ? formatDate(noon(payload.validUntilOn), locale) : t("withoutEnd")}
          </Fact>
          {payload.criteria.length > 0 ? (
            <Fact term={t("criteria")}>
              <ul className="grid gap-1">
                {payload.criteria.map((criterion) => (
                  <li key={criterion.code}>{textIn(criterion.name, locale)}</li>
                ))}
              </ul>
            </Fact>
          ) : null}
        </dl>
      </Section>
      <CredentialLinks
        publicId={certificate.publicId}
        withPictures={certificate.standing === "valid" || certificate.standing === "expired"}
      />
      <Notes now={now} />
    </div>
  );
}
