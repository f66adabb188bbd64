/** What a stranger learns of a certificate, as HTML. All text is in full ink: contrast above 7:1. */
import { classNames } from "@/components/ui/class-names";
import { callout, icon, linkButton, section } from "@/components/ui/page-parts.html";
import { toneFill, toneText } from "@/components/ui/status-tag";
import { type CertificatePayload, textIn } from "@/lib/certificates/rules/payload";
import type { BodyThenAndNow, VerifiedCertificate } from "@/lib/certificates/rules/verified";
import { html, type Markup, type Part } from "@/lib/core/html";
import { DOT, formatDate, formatDateTime } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import { type Translate, translatorFor } from "@/lib/i18n/translator";
import { standingLooks } from "./standing-look";

/** What a check found. */
export type Checked = {
  readonly certificate: VerifiedCertificate;
  /** A file was uploaded just now and found to be this certificate's. */
  readonly fileChecked: boolean;
  readonly now: Date;
};
/** What the parts are written with. */
type Pen = Checked & { readonly t: Translate; readonly locale: Locale };

const noon = (day: string) => new Date(`${day}T12:00:00Z`);

const fact = (term: string, detail: Part): Markup =>
  html`<div class="grid gap-x-6 gap-y-0.5 border-t border-line py-3 sm:grid-cols-[14rem_1fr]"><dt class="font-medium text-ink">${term}</dt><dd class="text-ink">${detail}</dd></div>`;

/** Why and since when it does not hold. */
function because({ certificate: { revoked, suspended }, t, locale }: Pen): Part {
  const given = revoked ?? suspended;
  if (!given) return null;
  const line = revoked ? "border-danger" : "border-warning";
  const since = t(revoked ? "verify.revokedOn" : "verify.suspendedOn", {
    date: formatDate(given.at, locale),
  });
  return html`<div class="${classNames("mt-2 max-w-prose border-s-4 ps-4", line)}"><p class="font-semibold">${since}</p><p>${t("verify.reason")}: ${given.publicReason}</p></div>`;
}

/** The longest that is kept on one line: a narrow phone has room for it in large type. */
const WHOLE = 24;

/** A sentence in which names and dates are not broken ("CO-" and "PI", "22." and "november"): it is written around places, then filled. */
function wholly(write: (held: Record<string, string>) => string, values: Record<string, string>): Part {
  const places = Object.keys(values).map((_, index) => String.fromCharCode(0xe000 + index));
  const filled = new Map(Object.values(values).map((value, index) => [places[index], value]));
  const names = Object.keys(values).map((name, index) => [name, places[index] ?? ""]);
  return write(Object.fromEntries(names))
    .split(/([\ue000-\ue0ff])/)
    .map((piece) => {
      const value = filled.get(piece);
      if (value === undefined) return piece;
      return value.length > WHOLE ? value : html`<span class="whitespace-nowrap">${value}</span>`;
    });
}

/**
 * The answer to "is it genuine and valid today?", at a glance: a sentence in large type, an icon of its own shape, a colour.
 * The text is ink on a pale ground, which is above 7:1 in both themes (design/interface.md).
 */
function banner(pen: Pen): Markup {
  const { certificate, now, t, locale } = pen;
  const { standing, successor, certifyingBody, validUntilOn } = certificate;
  const { tone, icon: sign } = standingLooks[standing];
  const sentence = wholly((held) => t(`verify.sentence.${standing}`, held), {
    body: certifyingBody.now?.shortName ?? certifyingBody.shortName,
    until: validUntilOn ? formatDate(noon(validUntilOn), locale) : "",
    date: formatDate(now, locale),
  });
  const next =
    successor &&
    html`<div class="grid gap-2"><p>${t(`verify.succession.${successor.succession}`)}</p><p>${linkButton(`/verify/${successor.publicId}`, t("verify.toSuccessor"), "secondary")}</p></div>`;
  return html`<div class="${classNames("flex flex-wrap gap-x-6 gap-y-4 rounded-xl p-6 sm:p-8", toneFill[tone])}">
<span class="${classNames("grid size-16 shrink-0 place-items-center rounded-full bg-surface text-3xl sm:size-20 sm:text-4xl", toneText[tone])}">${icon(sign)}</span>
<div class="grid min-w-60 flex-1 content-center gap-2 text-ink"><h1 class="text-2xl sm:text-3xl">${t(`verify.headline.${standing}`)}</h1><p class="max-w-prose text-lg">${sentence}</p>${because(pen)}${next}</div></div>`;
}

/** "COI – Center for Offentlig Innovation", and who that is today. */
function bodyNames({ name, shortName, now }: BodyThenAndNow, t: Translate): Part {
  const printed = name.startsWith(shortName) ? name : `${shortName} – ${name}`;
  if (!now) return printed;
  const today = now.name === now.shortName ? t("verify.bodyNow", now) : t("verify.bodyNowShort", now);
  return html`<span class="block">${printed}</span><span class="block">${today}</span>`;
}

/** What it says of its holder and what they have shown. */
function contents(payload: CertificatePayload, { t, locale }: Pen): Part {
  const scheme = textIn(payload.scheme.text, locale);
  const criteria = payload.criteria.map(({ name }) => html`<li>${textIn(name, locale)}</li>`);
  return [
    fact(
      t("verify.holder"),
      html`<span class="text-xl font-semibold wrap-anywhere">${payload.holder.name}</span>`,
    ),
    fact(
      t("verify.programme"),
      html`<span lang="${payload.programme.language}">${payload.programme.title}</span>`,
    ),
    fact(
      t("verify.scheme"),
      t("verify.schemeVersion", { title: scheme.title, version: payload.scheme.version }),
    ),
    fact(t("verify.scope"), scheme.scope),
    criteria.length > 0 && fact(t("verify.criteria"), html`<ul class="grid gap-1">${criteria}</ul>`),
    fact(t("verify.decidedOn"), formatDate(noon(payload.decidedOn), locale)),
  ];
}

function about(pen: Pen): Markup {
  const { certificate, t, locale } = pen;
  const { payload, predecessor, validUntilOn } = certificate;
  const undisclosed = !payload && html`<p class="max-w-prose text-ink">${t("verify.undisclosed")}</p>`;
  const facts = [
    payload && contents(payload, pen),
    fact(t("verify.certifyingBody"), bodyNames(certificate.certifyingBody, t)),
    payload && fact(t("verify.provider"), bodyNames(certificate.provider, t)),
    fact(t("verify.serial"), certificate.serialNumber),
    fact(t("verify.issuedOn"), formatDate(noon(certificate.issuedOn), locale)),
    fact(
      t("verify.validUntil"),
      validUntilOn ? formatDate(noon(validUntilOn), locale) : t("verify.withoutEnd"),
    ),
    predecessor &&
      fact(
        t(`verify.predecessor.${predecessor.succession}`),
        html`<a href="/verify/${predecessor.publicId}">${t("verify.toPredecessor")}</a>`,
      ),
  ];
  return section("certificate-about", t("verify.about"), undisclosed, html`<dl>${facts}</dl>`);
}

/** The signed files of a certificate, for wallets and other systems. A picture of a withdrawn one is not handed out. */
function files({ publicId, standing }: VerifiedCertificate, t: Translate): Markup {
  const kinds = [
    { file: "credential.json", label: t("credential.json"), hint: t("credential.jsonHint") },
    { file: "credential.jwt", label: t("credential.jwt"), hint: t("credential.jwtHint") },
    { file: "baked.png", label: t("credential.png"), hint: t("credential.pictureHint") },
    { file: "baked.svg", label: t("credential.svg"), hint: t("credential.pictureHint") },
  ];
  const handedOut = standing === "valid" || standing === "expired" ? kinds : kinds.slice(0, 2);
  const items = handedOut.map(
    ({ file, label, hint }) =>
      html`<li class="grid gap-0.5 border-t border-line py-3"><a href="/api/badges/${publicId}/${file}" class="justify-self-start font-medium">${label}</a><span class="text-ink">${hint}</span></li>`,
  );
  return section(
    "certificate-files",
    t("credential.title"),
    html`<p class="max-w-prose text-ink">${t("credential.lead")}</p><ul data-noprint="" class="grid gap-x-8 sm:grid-cols-2">${items}</ul>`,
  );
}

/** That what happened to it stands in the public chain, and the proof that anybody can check without us. */
function chain({ certificate: { sealed, publicId }, t, locale }: Pen): Markup {
  const entries = sealed.map(
    ({ kind, number, day }) =>
      html`<li>${t(`verify.sealed.${kind}`, { number, date: formatDate(noon(day), locale) })}</li>`,
  );
  return section(
    "certificate-chain",
    t("verify.chain"),
    entries.length > 0
      ? html`<ul class="grid gap-1 text-ink">${entries}</ul>`
      : html`<p class="max-w-prose text-ink">${t("verify.notSealed")}</p>`,
    html`<p data-noprint="" class="flex flex-wrap gap-x-6 gap-y-1"><a href="/api/badges/${publicId}/inclusion">${t("verify.proof")}</a><a href="/transparency">${t("verify.howToProve")}</a></p>`,
  );
}

/** What the check does and does not tell, and where to go on. */
function notes({ now, t, locale }: Pen): Markup {
  const checkedAt = t("verify.checkedAt", { date: formatDateTime(now, locale) });
  return html`<div class="mt-10 grid gap-1 border-t border-line pt-6 text-ink"><p>${t("verify.asPrinted")}</p><p>${t("verify.privacy")} ${checkedAt}.</p><p>${t("verify.doubt")} <a href="/contact">${t("verify.doubtLink")}</a>${DOT}<a href="/verify">${t("verify.another")}</a></p></div>`;
}

/** The check of a certificate in a language: what stands between the page's head and foot. */
export async function checkedCertificate(checked: Checked, locale: Locale): Promise<Markup> {
  const t = await translatorFor(locale, "certificates");
  const tBadges = await translatorFor(locale, "badges");
  const pen = { ...checked, t, locale };
  // Else they would take what they read for what others read.
  const ownEyes = checked.certificate.isPrivate && checked.certificate.payload !== null;
  return html`<div>${banner(pen)}${checked.fileChecked && callout("info", "file", t("verify.fileGenuine"), t("verify.fileGenuineText"))}${ownEyes && callout("info", "lock", t("verify.onlyYou"), t("verify.onlyYouText"))}${about(pen)}${checked.certificate.payload && files(checked.certificate, tBadges)}${chain(pen)}${notes(pen)}</div>`;
}
