import { unseal } from "../core/sealed-box.ts";
import { isLocale, type Locale, languageTags } from "../i18n/locales.ts";
import { type Translate, translatorFor } from "../i18n/translator.ts";
import { type CalendarPart, calendarParts } from "./calendar-parts.ts";
import { type MailContent, type MailSettings, penFor, type Template } from "./content.ts";
import { isTemplate, templates } from "./templates/registry.ts";

/** A row of the outbox, as far as its words go. */
export type QueuedMail = {
  readonly template: string;
  readonly locale: string;
  readonly toName: string;
  readonly params: unknown;
  readonly sealed: string | null;
  readonly toEmail: string;
  readonly createdAt: Date;
};

/** A mail ready to be sent. `links` are the addresses it leads to, the button's first. */
export type RenderedMail = {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly links: readonly string[];
  /** Invitations and cancellations that come with it. */
  readonly calendar: readonly CalendarPart[];
};

/**
 * The words of a mail in the recipient's language, as plain text and as HTML that says the same. Throws where the template
 * is unknown to this release, a text is missing, a secret cannot be opened or a link would leave the site: then nothing is sent.
 */
export async function renderMail(mail: QueuedMail, settings: MailSettings): Promise<RenderedMail> {
  if (!isTemplate(mail.template)) throw new Error(`there is no mail template ${mail.template}`);
  const locale = isLocale(mail.locale) ? mail.locale : "da";
  const t = await translatorFor(locale, "mail");
  const secret = () => {
    if (!mail.sealed) throw new Error("the mail's secret is gone");
    return unseal(mail.sealed, settings.secret);
  };
  // The params were typed when the row was written; JSON has no types.
  const template = templates[mail.template] as Template<unknown>;
  const pen = penFor(t, locale, settings, secret);
  const content = template(mail.params, pen);
  const frame = frameOf(t, mail.toName, settings.publicUrl);
  return {
    subject: content.subject.replace(/\s+/g, " ").trim().slice(0, 200),
    text: asText(content, frame),
    html: asHtml(content, frame, locale),
    links: [content.action.url, ...(content.link ? [content.link] : [])],
    calendar: calendarParts(mail, pen, settings.mailFrom),
  };
}

/** What every mail has around its content. */
type Frame = {
  readonly greeting: string;
  readonly signature: string;
  readonly footer: string;
  readonly copyLink: string;
};

function frameOf(t: Translate, name: string, publicUrl: string): Frame {
  return {
    greeting: name ? t("layout.greeting", { name }) : t("layout.greetingNameless"),
    signature: t("layout.signature"),
    footer: t("layout.footer", { host: new URL(publicUrl).host }),
    copyLink: t("layout.copyLink"),
  };
}

function asText(content: MailContent, frame: Frame): string {
  const facts = (content.facts ?? [])
    .filter(([, value]) => value)
    .map(([label, value]) => `${label}: ${value}`);
  const quote = content.quote?.trim().replace(/^/gm, "> ");
  const parts = [
    `${frame.greeting},`,
    ...content.paragraphs,
    quote,
    facts.join("\n"),
    `${content.action.label}:\n${content.action.url}`,
    ...(content.notes ?? []),
    content.link,
    `${frame.signature}\nPraksis`,
    `-- \n${frame.footer}`,
  ];
  return `${parts.filter(Boolean).join("\n\n")}\n`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);
const lines = (text: string) => escaped(text).replaceAll("\n", "<br>");

/**
 * HTML for mail programs: a language, a heading order, one column, no picture, no script, and colours that hold 4.5:1 in
 * light and where a program turns them dark. Everything said is text; the button's address stands below it too.
 */
function asHtml(content: MailContent, frame: Frame, locale: Locale): string {
  const facts = (content.facts ?? []).filter(([, value]) => value);
  const paragraph = (text: string) => `<p style="margin:0 0 16px">${lines(text)}</p>`;
  const url = escaped(content.action.url);
  const rows = facts
    .map(
      ([label, value]) =>
        `<tr><th scope="row" style="padding:3px 16px 3px 0;text-align:left;vertical-align:top;font-weight:400;color:#55605d">${escaped(label)}</th><td style="padding:3px 0;vertical-align:top">${escaped(value)}</td></tr>`,
    )
    .join("");
  return `<!doctype html>
<html lang="${languageTags[locale]}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><meta name="color-scheme" content="light dark"><title>${escaped(content.subject)}</title></head>
<body style="margin:0;background:#f8f8f5;color:#17201e;font:16px/1.6 system-ui,-apple-system,'Segoe UI',sans-serif">
<div style="max-width:560px;margin:0 auto;padding:24px">
<p style="margin:0 0 24px;font-size:20px;font-weight:600;color:#0b5a56">Praksis</p>
<div style="background:#ffffff;border-radius:8px;padding:24px">
<h1 style="margin:0 0 16px;font-size:20px;line-height:1.35">${escaped(content.subject)}</h1>
${paragraph(`${frame.greeting},`)}
${content.paragraphs.map(paragraph).join("\n")}
${content.quote?.trim() ? `<blockquote style="margin:0 0 16px;padding:2px 0 2px 16px;border-left:3px solid #0b5a56">${lines(content.quote.trim())}</blockquote>` : ""}
${rows ? `<table style="margin:0 0 16px;border-collapse:collapse;font-size:16px">${rows}</table>` : ""}
<p style="margin:24px 0"><a href="${url}" style="display:inline-block;background:#0b5a56;color:#ffffff;padding:12px 20px;border-radius:6px;font-weight:600;text-decoration:none">${escaped(content.action.label)}</a></p>
<p style="margin:0 0 16px;font-size:14px;color:#55605d">${escaped(frame.copyLink)}<br><a href="${url}" style="color:#0b5a56;word-break:break-all">${url}</a></p>
${(content.notes ?? []).map(paragraph).join("\n")}
${content.link ? `<p style="margin:0 0 16px"><a href="${escaped(content.link)}" style="color:#0b5a56;word-break:break-all">${escaped(content.link)}</a></p>` : ""}
<p style="margin:24px 0 0">${escaped(frame.signature)}<br>Praksis</p>
</div>
<p style="margin:16px 0 0;font-size:14px;color:#55605d">${escaped(frame.footer)}</p>
</div>
</body>
</html>
`;
}
