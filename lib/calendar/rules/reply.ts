import type { InvitationAnswer } from "@/lib/db/generated/enums";

/** What an answer that came by mail says: to which invitation, as whom, and what. */
export type Reply = {
  readonly uid: string;
  /** The SEQUENCE that was answered to; 0 where it is not said. */
  readonly sequence: number;
  /** Addresses of whoever answers, in small letters; Outlook names one. */
  readonly attendees: readonly { readonly email: string; readonly answer: InvitationAnswer }[];
};

/** One content line (RFC 5545 3.1): name and parameters in capitals, values as they stand. */
type Line = {
  readonly name: string;
  readonly parameters: ReadonlyMap<string, string>;
  readonly value: string;
};

const MOST_CHARACTERS = 200_000;

/** The name before the first `;` or `:`, the parameters, and the value after the first `:` outside quotes. */
function parseLine(text: string): Line | null {
  let quoted = false;
  let colon = -1;
  const cuts: number[] = [];
  for (let at = 0; at < text.length && colon < 0; at++) {
    if (text[at] === '"') quoted = !quoted;
    else if (!quoted && text[at] === ";") cuts.push(at);
    else if (!quoted && text[at] === ":") colon = at;
  }
  if (colon < 1) return null;
  const parts = [0, ...cuts.map((cut) => cut + 1)].map((start, index) =>
    text.slice(start, cuts[index] ?? colon),
  );
  const parameters = parts.slice(1).map((part): [string, string] => {
    const [name = "", ...value] = part.split("=");
    return [name.trim().toUpperCase(), value.join("=").replace(/^"|"$/g, "")];
  });
  return {
    name: (parts[0] ?? "").trim().toUpperCase(),
    parameters: new Map(parameters),
    value: text.slice(colon + 1).trim(),
  };
}

/**
 * Content lines out of a text, unfolded. Programs fold in many ways: after 75 octets or characters, with a blank or a tab, with a
 * bare line feed, and Outlook in the middle of a parameter.
 */
function linesOf(text: string): Line[] {
  const unfolded = text
    .slice(0, MOST_CHARACTERS)
    .replace(/^\ufeff/, "")
    .replace(/\r\n?/g, "\n")
    .replace(/\n[ \t]/g, "");
  return unfolded.split("\n").flatMap((line) => parseLine(line) ?? []);
}

const ANSWERS: Readonly<Record<string, InvitationAnswer>> = {
  ACCEPTED: "accepted",
  DECLINED: "declined",
  TENTATIVE: "tentative",
};

/** The address in `mailto:Anna@example.org`, in small letters; empty where there is none. */
function addressOf(value: string): string {
  const address = /^(?:mailto:)?([^\s<>"]+@[^\s<>"]+)$/i.exec(value.trim())?.[1] ?? "";
  return address.normalize("NFKC").toLowerCase();
}

function attendeesOf(lines: readonly Line[]): Reply["attendees"] {
  return lines.flatMap((line) => {
    if (line.name !== "ATTENDEE") return [];
    const email = addressOf(line.value) || addressOf(line.parameters.get("EMAIL") ?? "");
    const answer = ANSWERS[(line.parameters.get("PARTSTAT") ?? "").toUpperCase()];
    return email && answer ? [{ email, answer }] : [];
  });
}

/**
 * The answer in an iCalendar message (RFC 5546 3.2.3): METHOD:REPLY with one VEVENT. Null where it is something else, names no
 * invitation, or says neither yes nor no nor perhaps (a delegation, a counter proposal).
 */
export function parseReply(text: string): Reply | null {
  const lines = linesOf(text);
  const method = lines.find(({ name }) => name === "METHOD")?.value.toUpperCase();
  const start = lines.findIndex(({ name, value }) => name === "BEGIN" && value.toUpperCase() === "VEVENT");
  const end = lines.findIndex(({ name, value }) => name === "END" && value.toUpperCase() === "VEVENT");
  if (method !== "REPLY" || start < 0 || end < start) return null;
  const event = lines.slice(start + 1, end);
  const textOf = (wanted: string) => event.find(({ name }) => name === wanted)?.value ?? "";
  const sequence = Number(textOf("SEQUENCE") || "0");
  const attendees = attendeesOf(event);
  const uid = textOf("UID");
  const isReply = uid !== "" && uid.length <= 255 && attendees.length > 0;
  if (!isReply || !Number.isSafeInteger(sequence) || sequence < 0 || sequence > 1_000_000) return null;
  return { uid, sequence, attendees };
}
