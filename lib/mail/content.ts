import { pairId, signedToken } from "../core/signed-link.ts";
import { formatDate, formatDateTime, formatTimeRange } from "../i18n/format.ts";
import type { Locale } from "../i18n/locales.ts";
import type { Translate } from "../i18n/translator.ts";

/** A mail as sentences, before it becomes text and HTML. All of it is plain text; nothing in it is markup. */
export type MailContent = {
  readonly subject: string;
  readonly paragraphs: readonly string[];
  /** Names and values beside each other; empty values are left out. */
  readonly facts?: readonly (readonly [label: string, value: string])[];
  /** What somebody else wrote, set apart as a quotation. */
  readonly quote?: string;
  readonly action: { readonly label: string; readonly url: string };
  /** After the button. */
  readonly notes?: readonly string[];
  /** A further address to read or share, after a sentence of the notes. */
  readonly link?: string;
};

/** What a template writes with: its texts and the recipient's ways of showing things. */
export type Pen = {
  /** A text of `mail.json`, by its full key: `sign-in.subject`. */
  readonly t: Translate;
  readonly locale: Locale;
  /** A calendar day (`2026-05-13`) in words. */
  readonly day: (on: string) => string;
  /** An instant (ISO 8601) in words, as clocks in `zone` show it. */
  readonly instant: (at: string, zone: string) => string;
  readonly span: (from: string, to: string, zone: string) => string;
  /** The full address of a path of ours. Throws where it would lead anywhere else. */
  readonly url: (path: string) => string;
  /** The address that proves that its holder was sent it, for this approval. */
  readonly approvalUrl: (approvalId: string) => string;
  /** The address at which this person answers an invitation to a session or a visit. */
  readonly answerUrl: (thingId: string, personId: string) => string;
  /** The mail's decrypted secret; throws where it has none. */
  readonly secret: () => string;
};

/** What makes a mail's content of its params. */
export type Template<Params> = (params: Params, pen: Pen) => MailContent;

/** Where mails lead, what their secrets are read with, and who they are from (`Praksis <praksis@example.org>`). */
export type MailSettings = {
  readonly publicUrl: string;
  readonly secret: string;
  readonly mailFrom: string;
};

/** The full address of `path`, which has to be a path of ours. Throws otherwise: a mail never leads to another site. */
function addressOf(path: string, publicUrl: string): string {
  const address = new URL(path, publicUrl);
  if (!path.startsWith("/") || address.origin !== new URL(publicUrl).origin)
    throw new Error("a mail's link leaves the site");
  return address.href;
}

/** The pen for one mail. `secret` gives the decrypted content of the row's `sealed`. */
export function penFor(t: Translate, locale: Locale, settings: MailSettings, secret: () => string): Pen {
  const url = (path: string) => addressOf(path, settings.publicUrl);
  return {
    t,
    locale,
    day: (on) => formatDate(new Date(`${on}T12:00:00Z`), locale, "UTC"),
    instant: (at, zone) => formatDateTime(new Date(at), locale, zone),
    span: (from, to, zone) =>
      `${formatDate(new Date(from), locale, zone)}, ${formatTimeRange(new Date(from), new Date(to), locale, zone)}`,
    url,
    approvalUrl: (id) => url(`/approve/${signedToken("approval", id, settings.secret)}`),
    answerUrl: (thingId, personId) =>
      url(`/invitation/${signedToken("calendar", pairId(thingId, personId), settings.secret)}`),
    secret,
  };
}
