import { OWN_HEADER } from "@/lib/auth/sign-in/peer-address";
import { html, type Markup, type Part, trusted } from "@/lib/core/html";
import type { Locale } from "@/lib/i18n/locales";
import { localeCookie } from "@/lib/i18n/locales";
import { type Theme, themeCookie } from "@/lib/i18n/theme";

/** What stands around the content of a public page, in one language and theme. */
export type Frame = {
  /** From the document's beginning to its title, and from there to the content. */
  readonly head: Markup;
  readonly above: Framed;
  readonly below: Framed;
  /** The `Link` header: the font, so that it is there when the text is. */
  readonly link: string;
};
/** Parted wherever the address of the page stands: the forms that change language or theme come back to it. */
type Framed = readonly Markup[];

/** The page whose frame it is, as React renders it for a stranger. */
const MODEL = "/verify";

const frames = new Map<string, Promise<Frame>>();

const all = (text: string, pattern: RegExp): string => (text.match(pattern) ?? []).join("");

/** The text from `from` (included) to `to`. Throws where one of them is missing: then the page is not the one that we know. */
function between(text: string, from: string, to: string): string {
  const start = text.indexOf(from);
  const end = text.indexOf(to, start);
  if (start < 0 || end < 0) throw new Error(`the frame has no ${start < 0 ? from : to}`);
  return text.slice(start, end);
}

function parted(markup: string): Framed {
  return markup.split(`value="${MODEL}"`).map(trusted);
}

/** Cuts the frame out of a rendered page: stylesheets, icons, head and foot, without any script. */
export function frameOf(page: string, link: string | null): Frame {
  const still = page
    .replace(/<script\b[^>]*>[\s\S]*?<\/script>/g, "")
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/ nonce="[^"]*"/g, "");
  const head = between(still, "<head>", "</head>");
  const body = still.slice(still.lastIndexOf("<div", still.indexOf('href="#main"')));
  const main = /<main\b[^>]*>/.exec(body)?.[0] ?? "";
  const above = between(body, "<div", "<main") + main;
  const below = `${between(body, "</main>", "</footer>")}</footer></div></body></html>`;
  if (!main || /<template\b/.test(above + below)) throw new Error("the frame is not whole");
  return {
    head: trusted(
      between(still, "<!DOCTYPE", "<head>") +
        '<head><meta charset="utf-8"/>' +
        all(head, /<meta name="(?:viewport|theme-color|format-detection)"[^>]*>/g) +
        all(head, /<link rel="(?:stylesheet|icon)"[^>]*>/g),
    ),
    above: parted(above),
    below: parted(below),
    link: (link ?? "").replace(/; nonce="[^"]*"/g, ""),
  };
}

/** In place of a frame that could not be had: whether a certificate is valid must not depend on how the answer looks. */
export function bareFrame(locale: Locale): Frame {
  return {
    head: html`<!DOCTYPE html><html lang="${locale}"><head><meta charset="utf-8"/><meta name="viewport" content="width=device-width, initial-scale=1"/>`,
    above: [trusted("<main>")],
    below: [trusted("</main></body></html>")],
    link: "",
  };
}

async function ask(own: string, locale: Locale, theme: Theme): Promise<Frame> {
  const answer = await fetch(`http://${own}${MODEL}`, {
    cache: "no-store",
    headers: { cookie: `${localeCookie}=${locale}; ${themeCookie}=${theme}` },
  });
  if (!answer.ok) throw new Error(`the frame answered ${answer.status}`);
  return frameOf(await answer.text(), answer.headers.get("link"));
}

/**
 * The frame in a language and theme, which this very process renders with React for its page `/verify`: asked for once, since it is the
 * same for every stranger until another release runs. `headers` are the request's; the address comes from its socket, not from
 * anything that the client says. In development it changes, and is asked for each time.
 */
export function frameFor(headers: Headers, locale: Locale, theme: Theme): Promise<Frame> {
  const own = headers.get(OWN_HEADER) ?? "";
  if (process.env.NODE_ENV === "development") return ask(own, locale, theme);
  const key = `${locale} ${theme}`;
  const known = frames.get(key);
  if (known) return known;
  const asked = ask(own, locale, theme);
  frames.set(key, asked);
  asked.catch(() => frames.delete(key));
  return asked;
}

/** A page in its frame. No search engine keeps it. */
export function framed(
  frame: Frame,
  { path, title, content }: { path: string; title: string; content: Part },
) {
  const here = html`value="${path}"`;
  const joined = (parts: Framed) => parts.map((part, index) => (index === 0 ? part : [here, part]));
  const own = html`<title>${title} · Praksis</title><meta name="robots" content="noindex, nofollow"/></head><body data-still="">`;
  return html`${frame.head}${own}${joined(frame.above)}${content}${joined(frame.below)}`.text;
}
