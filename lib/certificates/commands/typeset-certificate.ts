import "server-only";
import QRCode from "qrcode";
import type { Locale } from "@/lib/db/generated/enums";
import { formatDate, formatDateRange } from "@/lib/i18n/format";
import { type Translate, translatorFor } from "@/lib/i18n/translator";
import { typeset } from "@/lib/pdf/typeset";
import { type CertificatePayload, textIn } from "../rules/payload";

/** What is set: a frozen payload, in one language, with the address of its public check. */
export type CertificateToSet = {
  readonly payload: CertificatePayload;
  readonly locale: Locale;
  /** The site's public origin. */
  readonly publicUrl: string;
  readonly issuedAt: Date;
};

/** Why a download brings a notice and no certificate. */
export type Withdrawal = {
  readonly standing: "revoked" | "suspended" | "superseded";
  readonly publicReason: string;
  /** When it was revoked; null where no time is known. */
  readonly since: Date | null;
};

/** The address of the public check. */
export function verifyUrl(publicUrl: string, publicId: string): string {
  return new URL(`/verify/${publicId}`, publicUrl).href;
}

const noon = (day: string) => new Date(`${day}T12:00:00Z`);

function factsOf(payload: CertificatePayload, locale: Locale, t: Translate) {
  const { programme, validUntilOn } = payload;
  const period = formatDateRange(noon(programme.startsOn), noon(programme.endsOn), locale);
  return [
    { term: t("document.serial"), detail: payload.serialNumber },
    { term: t("document.decidedOn"), detail: formatDate(noon(payload.decidedOn), locale) },
    { term: t("document.issuedOn"), detail: formatDate(noon(payload.issuedOn), locale) },
    {
      term: t("document.validUntil"),
      detail: validUntilOn ? formatDate(noon(validUntilOn), locale) : t("document.withoutEnd"),
    },
    { term: t("document.programme"), detail: [period, programme.city].filter(Boolean).join(", ") },
    { term: t("document.scheme"), detail: t("document.version", { number: payload.scheme.version }) },
  ];
}

/**
 * The certificate as an A4 page, PDF/UA-1, with a QR code to its public check. Same input, same bytes; what was handed out is
 * kept by `freezeDocument` all the same, because fonts and templates change.
 */
export async function typesetCertificate({
  payload,
  locale,
  publicUrl,
  issuedAt,
}: CertificateToSet): Promise<Buffer> {
  const t = await translatorFor(locale, "certificates");
  const url = verifyUrl(publicUrl, payload.publicId);
  const { certifyingBody, provider, scheme } = payload;
  const text = textIn(scheme.text, locale);
  return typeset(
    "certificate",
    {
      locale,
      title: t("document.title", { serial: payload.serialNumber }),
      author: certifyingBody.name,
      heading: t("document.heading"),
      holder: payload.holder.name,
      bodies: [
        {
          role: t("document.certifyingBody"),
          name: certifyingBody.name,
          shortName: certifyingBody.shortName,
        },
        { role: t("document.provider"), name: provider.name, shortName: provider.shortName },
      ],
      statement: t("document.statement", { programme: payload.programme.title }),
      scheme: text.title,
      scope: text.scope,
      criteriaHeading: t("document.criteria"),
      criteria: payload.criteria.map((each) => ({ code: each.code, name: textIn(each.name, locale) })),
      factsHeading: t("document.facts"),
      facts: factsOf(payload, locale, t),
      verify: {
        heading: t("document.verifyHeading"),
        text: t("document.verifyText"),
        url,
        qrSvg: await QRCode.toString(url, { type: "svg", margin: 0, errorCorrectionLevel: "M" }),
        qrAlt: t("document.qrAlt", { url }),
      },
      footer: t("document.footer"),
    },
    issuedAt,
  );
}

/** A page that says that the certificate does not hold, since when and why, in place of the certificate. */
export async function typesetNotice(
  { payload, locale, publicUrl }: CertificateToSet,
  withdrawal: Withdrawal,
  now: Date,
): Promise<Buffer> {
  const t = await translatorFor(locale, "certificates");
  const { standing, since, publicReason } = withdrawal;
  const facts = [
    { term: t("document.serial"), detail: payload.serialNumber },
    { term: t("document.holder"), detail: payload.holder.name },
    { term: t("document.issuedOn"), detail: formatDate(noon(payload.issuedOn), locale) },
    ...(since ? [{ term: t("document.since"), detail: formatDate(since, locale) }] : []),
    ...(publicReason ? [{ term: t("document.reason"), detail: publicReason }] : []),
    { term: t("document.printedOn"), detail: formatDate(now, locale) },
  ];
  return typeset(
    "notice",
    {
      locale,
      title: t(`notice.${standing}.title`, { serial: payload.serialNumber }),
      author: payload.certifyingBody.name,
      body: payload.certifyingBody.name,
      heading: t(`notice.${standing}.heading`),
      sentence: t(`notice.${standing}.sentence`, {
        serial: payload.serialNumber,
        holder: payload.holder.name,
      }),
      facts,
      verify: { text: t("notice.verifyText"), url: verifyUrl(publicUrl, payload.publicId) },
      footer: t("notice.footer"),
    },
    now,
  );
}
