import "server-only";
import QRCode from "qrcode";
import type { Locale } from "@/lib/db/generated/enums";
import { formatDate, formatDateRange } from "@/lib/i18n/format";
import { type Translate, translatorFor } from "@/lib/i18n/translator";
import { typeset } from "@/lib/pdf/typeset";
import { type CertificatePayload, textIn } from "../rules/payload";

/** What is set: a frozen payload, in one language, with the address of its public check. */
export type CertificateToSet = {
  /** The logos that the payload names, by their hashes. */
  readonly logos?: ReadonlyMap<string, Uint8Array>;
  /** The signed credential (VC-JWT) to attach. */
  readonly credential?: string;
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

/** The last two words stay together: no word stands alone in the last line. */
const together = (text: string): string => text.replace(/ (\S+)$/, "\u00a0$1");

/** Where the template finds a logo. */
const logoPath = (sha256: string) => `/logos/${sha256}.png`;

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

type Body = CertificatePayload["provider"];

/** How much wider than high a picture may be that is 15 mm high in a column of 66 mm. */
const MOST_WIDE = 66 / 15;

/** Whether a PNG is too wide to be as high as the others, by the size in its head (RFC 2083, 4.1.1): measuring it in Typst costs more. */
function isWide(png: Uint8Array | undefined): boolean {
  if (!png || png.byteLength < 24) return false;
  const head = new DataView(png.buffer, png.byteOffset, png.byteLength);
  return head.getUint32(16) > head.getUint32(20) * MOST_WIDE;
}

/** A body as it is set. Throws where its logo is not there: nothing is left out of what was issued. */
function bodyOf(body: Body, role: string, { logos, ...given }: CertificateToSet, t: Translate) {
  const { name, shortName, logo } = body;
  if (logo && !logos?.has(logo))
    throw new Error(`the logo ${logo} of ${given.payload.serialNumber} is missing`);
  return {
    role,
    name,
    shortName,
    logo: logo ? logoPath(logo) : null,
    logoAlt: t("document.logoAlt", { name }),
    logoWide: logo ? isWide(logos?.get(logo)) : false,
  };
}

/** The second page; null for what was issued before there was one. */
function supplementOf({ payload, locale }: CertificateToSet, t: Translate) {
  if (payload.format === "praksis.certificate/1" || payload.criteria.length === 0) return null;
  const { title } = textIn(payload.scheme.text, locale);
  return {
    title: t("document.supplementTitle", { serial: payload.serialNumber }),
    heading: t("document.supplementHeading"),
    lead: together(t("document.supplementLead", { scheme: title, version: payload.scheme.version })),
    criteria: payload.criteria.map(({ code, name, description, occasions }) => ({
      code,
      name: textIn(name, locale),
      description: description ? together(textIn(description, locale)) : "",
      occasions: occasions ? t("document.occasions", { count: occasions }) : "",
    })),
  };
}

function observedOf({ payload: { observed }, locale }: CertificateToSet, t: Translate): string | null {
  if (!observed) return null;
  const period = formatDateRange(noon(observed.from), noon(observed.to), locale);
  return t("document.observed", {
    occasions: observed.occasions,
    assessors: observed.assessors,
    period,
  });
}

/**
 * The certificate as a tagged A4 document, PDF/UA-1: a page with a QR code to its public check, a supplement with the criteria in full, the
 * credential attached. Same input, same bytes; what was handed out is kept by `freezeDocument` all the same, because fonts and templates
 * change.
 */
export async function typesetCertificate(given: CertificateToSet): Promise<Buffer> {
  const { payload, locale, publicUrl, issuedAt, logos, credential } = given;
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
        bodyOf(certifyingBody, t("document.certifyingBody"), given, t),
        bodyOf(provider, t("document.provider"), given, t),
      ],
      statement: together(t("document.statement", { programme: payload.programme.title })),
      scheme: text.title,
      scope: together(text.scope),
      observed: observedOf(given, t),
      criteriaHeading: t("document.criteria"),
      criteria: payload.criteria.map((each) => ({ code: each.code, name: textIn(each.name, locale) })),
      factsHeading: t("document.facts"),
      facts: factsOf(payload, locale, t),
      supplement: supplementOf(given, t),
      credential: credential ? { content: credential, description: t("document.attachment") } : null,
      verify: {
        heading: t("document.verifyHeading"),
        text: together(t("document.verifyText")),
        url,
        qrSvg: await QRCode.toString(url, { type: "svg", margin: 0, errorCorrectionLevel: "M" }),
        qrAlt: t("document.qrAlt", { url }),
      },
      footer: t("document.footer"),
    },
    issuedAt,
    new Map([...(logos ?? [])].map(([sha256, bytes]) => [logoPath(sha256), bytes])),
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
