import { allowed, type Decision, refuse } from "@/lib/core/decision";

/** A part of a statement under its heading. */
export type StatementPart = { readonly title: string; readonly text: string };

/** What a line says as a heading; empty where it is none. */
const headingOf = (line: string): string => (/^##[ \t]/.test(line) ? line.slice(3).trim() : "");

/** The parts of a statement's text: a line that begins with `## ` is a heading, what follows is plain text. Text before the first heading has none. */
export function partsOf(body: string): StatementPart[] {
  const parts: { title: string; lines: string[] }[] = [{ title: "", lines: [] }];
  for (const line of body.replace(/\r\n?/g, "\n").split("\n")) {
    const title = headingOf(line);
    if (title) parts.push({ title, lines: [] });
    else parts.at(-1)?.lines.push(line);
  }
  return parts
    .map(({ title, lines }) => ({ title, text: lines.join("\n").trim() }))
    .filter(({ title, text }) => title !== "" || text !== "");
}

/** The text of parts, as a form shows it: the other way round than `partsOf`. */
export function bodyOf(parts: readonly StatementPart[]): string {
  return parts.map(({ title, text }) => (title ? `## ${title}\n${text}` : text)).join("\n\n");
}

/** Whether a text can stand as a statement: it has headings, which people jump by, and none of them stands over nothing. */
export function decideWording(body: string): Decision {
  const parts = partsOf(body);
  if (!parts.some(({ title }) => title !== "")) return refuse("statement.noHeading", {}, "body");
  const empty = parts.find(({ title, text }) => title !== "" && text === "");
  if (empty) return refuse("statement.emptyPart", { title: empty.title }, "body");
  return allowed;
}
