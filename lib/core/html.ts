/** HTML written by hand, for the few pages that are sent without React. What is put into it is escaped, always. */

/** Markup that may be sent as it is. Only `html` and `trusted` make it. */
export class Markup {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

/** What may stand in a template: text and numbers are escaped, markup stays, lists are joined, nothing is nothing. */
export type Part = string | number | Markup | readonly Part[] | null | undefined | false;

const ESCAPES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Text as it stands in HTML, within an element or between the quotes of an attribute. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ESCAPES[sign] ?? sign);
}

function textOf(part: Part): string {
  if (part === null || part === undefined || part === false) return "";
  if (part instanceof Markup) return part.text;
  if (typeof part === "object") return part.map(textOf).join("");
  return escapeHtml(String(part));
}

/** A template of HTML: `html\`<p class="${name}">${text}</p>\``. Attributes are written with quotes. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  let text = strings[0] ?? "";
  for (let index = 0; index < parts.length; index++)
    text += textOf(parts[index]) + (strings[index + 1] ?? "");
  return new Markup(text);
}

/** Markup of our own making that was not written as a template: a page that React rendered. Never anything that somebody typed. */
export function trusted(text: string): Markup {
  return new Markup(text);
}
