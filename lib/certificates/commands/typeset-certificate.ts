import "server-only";
import type { Locale } from "@/lib/db/generated/enums";
import { formatDate, formatDateRange } from "@/lib/i18n/format";
import { type Translate, translatorFor } from "@/lib/i18n/translator";
import { codePicture } from "@/lib/pdf/code-picture";
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

const unbroken = (text: string): string => text.replaceAll(" ", "\u00a0");

/** Stands for a title while the words around it are found. */
const TITLE = "\uffff";

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
    { term: t("document.programme"), detail: [period, unbroken(programme.city)].filter(Boolean).join(", ") },
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

/** Whether there is a second page: not where it was issued before there was one. */
const hasSupplement = ({ format, criteria }: CertificatePayload) =>
  format !== "praksis.certificate/1" && criteria.length > 0;

/** What the second page has in common with the cohort's others. */
function supplementOf({ payload, locale }: CertificateToSet, t: Translate) {
  if (!hasSupplement(payload)) return null;
  const { title } = textIn(payload.scheme.text, locale);
  return {
    heading: t("document.supplementHeading"),
    lead: together(t("document.supplementLead", { scheme: title, version: payload.scheme.version })),
    criteria: payload.criteria.map(({ code, name, description }) => ({
      code,
      name: textIn(name, locale),
      description: description ? together(textIn(description, locale)) : "",
    })),
  };
}

/** What is the holder's own on the second page: `occasions` as its criteria stand. */
function ownSupplementOf({ payload }: CertificateToSet, t: Translate) {
  if (!hasSupplement(payload)) return null;
  return {
    title: t("document.supplementTitle", { serial: payload.serialNumber }),
    occasions: payload.criteria.map(({ occasions }) =>
      occasions ? t("document.occasions", { count: occasions }) : "",
    ),
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

/** What the holder has done: the programme's title apart from the words around it, since it is in a language of its own. */
function statementOf({ programme: { title, language } }: CertificatePayload, t: Translate) {
  const [before = "", after = ""] = t("document.statement", { programme: TITLE }).split(TITLE);
  return [before, title, together(after), language];
}

/** What a cohort's certificates have in common: the same words for each, so that the compiler sets them once (certificate-common.typ). */
function commonOf(given: CertificateToSet, t: Translate) {
  const { payload, locale } = given;
  const text = textIn(payload.scheme.text, locale);
  return {
    heading: t("document.heading"),
    bodies: [
      bodyOf(payload.certifyingBody, t("document.certifyingBody"), given, t),
      bodyOf(payload.provider, t("document.provider"), given, t),
    ],
    statement: statementOf(payload, t),
    scheme: text.title,
    scope: together(text.scope),
    criteriaHeading: t("document.criteria"),
    criteria: payload.criteria.map((each) => ({ code: each.code, name: textIn(each.name, locale) })),
    factsHeading: t("document.facts"),
    supplement: supplementOf(given, t),
    verify: { heading: t("document.verifyHeading"), text: together(t("document.verifyText")) },
    footer: t("document.footer"),
  };
}

/** What is this certificate's own. */
function ownOf(given: CertificateToSet, url: string, t: Translate) {
  const { payload, locale, credential } = given;
  return {
    locale,
    title: t("document.title", { serial: payload.serialNumber }),
    author: payload.certifyingBody.name,
    holder: payload.holder.name,
    observed: observedOf(given, t),
    facts: factsOf(payload, locale, t),
    supplement: ownSupplementOf(given, t),
    credential: credential ? { content: credential, description: t("document.attachment") } : null,
    verify: { url, qrAlt: t("document.qrAlt", { url }) },
  };
}

/**
 * The certificate as a tagged A4 document, PDF/UA-1: a page with a QR code to its public check, a supplement with the criteria in full, the
 * credential attached. Same input, same bytes; what was handed out is kept by `freezeDocument` all the same, because fonts and templates
 * change.
 */
export async function typesetCertificate(given: CertificateToSet): Promise<Buffer> {
  const t = await translatorFor(given.locale, "certificates");
  const url = verifyUrl(given.publicUrl, given.payload.publicId);
  const files = new Map<string, Uint8Array>([
    ["/data/common.json", Buffer.from(JSON.stringify(commonOf(given, t)))],
    ["/data/code.svg", Buffer.from(codePicture(url))],
  ]);
  for (const [sha256, bytes] of given.logos ?? []) files.set(logoPath(sha256), bytes);
  return typeset("certificate", ownOf(given, url, t), given.issuedAt, files);
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
