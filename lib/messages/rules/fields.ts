import { allowed, type Decision, refuse } from "@/lib/core/decision";

/** What can stand in a text for what differs: `{{name}}`. The same names in every language, so that a text can be translated. */
export const messageFields = [
  "name",
  "cohort",
  "programme",
  "deadline",
  "session",
  "time",
  "place",
  "link",
] as const;
type MessageField = (typeof messageFields)[number];

/** Their values for one recipient; empty where there is nothing to name. */
export type FieldValues = Readonly<Record<MessageField, string>>;

/** What stands between braces. Blanks around a name are taken off afterwards: a pattern that allows them tries every division of many. */
const FIELD = /\{\{([^{}]*)\}\}/g;
const isField = (name: string): name is MessageField => (messageFields as readonly string[]).includes(name);

/** The fields that a text names, each once. */
function fieldsIn(text: string): string[] {
  return [...new Set([...text.matchAll(FIELD)].map((match) => (match[1] ?? "").trim()))];
}

/** Whether every field of a text is one we know, and every brace belongs to one. Refused as `message.fieldUnknown` at `field`. */
export function decideText(text: string, field: string): Decision {
  const unknown = fieldsIn(text).find((name) => !isField(name));
  if (unknown !== undefined) return refuse("message.fieldUnknown", { field: unknown }, field);
  return /\{\{|\}\}/.test(text.replace(FIELD, ""))
    ? refuse("message.fieldBroken", undefined, field)
    : allowed;
}

/** Whether a text speaks of a session, so that one has to be at hand. */
export function needsSession(text: string): boolean {
  return fieldsIn(text).some((name) => ["session", "time", "place"].includes(name));
}

/** A text with its fields filled in. Values are taken as they are: a field in a value stays what it is. */
export function filled(text: string, values: FieldValues): string {
  return text.replace(FIELD, (whole, between: string) => {
    const name = between.trim();
    return isField(name) ? values[name] : whole;
  });
}
