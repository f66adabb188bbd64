import { holdsCivilRegistrationNumber } from "@/lib/core/free-text";
import type { ParticipantRole } from "@/lib/db/generated/enums";

/** One person on a list, as the file or the form had it. */
export type EntryRow = {
  readonly id: string;
  readonly line: number;
  readonly name: string;
  readonly email: string;
  readonly title: string;
  readonly role: string;
  readonly track: string;
};

/** What is known of whoever has an address already. */
type KnownPerson = {
  readonly email: string;
  /** Has a place on the cohort, or an application to it that is not decided. */
  readonly alreadyIn: boolean;
  /** Where they work, and the employers that they named when they applied to the cohort. */
  readonly worksAt: readonly string[];
};

/** What the rows are read against. */
export type EntryFacts = {
  readonly organisationId: string;
  readonly tracks: readonly { readonly id: string; readonly name: string }[];
  readonly known: readonly KnownPerson[];
};

/** Why a row cannot be handed in, and at which of its fields. */
export type RowProblem = {
  readonly field: "name" | "email" | "title" | "role" | "track";
  readonly problem:
    | "missing"
    | "cpr"
    | "email"
    | "twice"
    | "alreadyIn"
    | "elsewhere"
    | "unknownRole"
    | "unknownTrack";
};

/** A row as it is understood: what it will become, and what is wrong with it. Without problems, `role` is there. */
export type ReadEntry = {
  readonly row: EntryRow;
  readonly email: string;
  readonly role: ParticipantRole | null;
  readonly trackId: string | null;
  readonly problems: readonly RowProblem[];
};

/** The words people use for what somebody takes part as, in three languages; the roles' own names besides. */
const ROLE_WORDS: Readonly<Record<ParticipantRole, readonly string[]>> = {
  manager: ["leder", "chef", "ledare", "manager"],
  consultant: ["konsulent", "konsult", "consultant"],
  project_manager: ["projektleder", "projektledare", "project manager", "project_manager"],
  innovation_leader: ["innovationsleder", "innovationsledare", "innovation leader", "innovation_leader"],
  key_person: ["nøgleperson", "nyckelperson", "key person", "key_person"],
  employee: ["medarbejder", "medarbetare", "employee"],
  politician: ["politiker", "byrådsmedlem", "politician"],
  guest: ["gæst", "gäst", "guest"],
};

const plain = (text: string) => text.normalize("NFKC").trim().toLocaleLowerCase("da");
// One address, in the form that the platform stores: no blanks, one @, a dot in the domain.
const ADDRESS = /^[^\s@<>,;"]+@[^\s@<>,;"]+\.[^\s@<>,;".]{2,}$/;

/** What somebody takes part as, from a word in Danish, Swedish or English; null where it is none of them. Nobody enters a guest. */
export function roleOf(word: string): ParticipantRole | null {
  const given = plain(word);
  const roles = Object.entries(ROLE_WORDS) as [ParticipantRole, readonly string[]][];
  const [role] = roles.find(
    ([name, words]) => name !== "guest" && (name === given || words.includes(given)),
  ) ?? [null];
  return role;
}

/** The track that a word names; the only one where there is no choice. Null where it names none. */
function trackOf(word: string, tracks: EntryFacts["tracks"]): string | null {
  if (tracks.length === 1) return tracks[0]?.id ?? null;
  return tracks.find((track) => plain(track.name) === plain(word))?.id ?? null;
}

function wordProblems(row: EntryRow): RowProblem[] {
  return (["name", "title"] as const).flatMap((field): RowProblem[] => {
    const text = row[field].trim();
    if (text === "") return [{ field, problem: "missing" }];
    return holdsCivilRegistrationNumber(text) ? [{ field, problem: "cpr" }] : [];
  });
}

function emailProblem(email: string, earlier: readonly string[], facts: EntryFacts): RowProblem[] {
  const at = (problem: RowProblem["problem"]): RowProblem[] => [{ field: "email", problem }];
  if (email === "") return at("missing");
  if (!ADDRESS.test(email) || email.length > 254) return at("email");
  if (earlier.includes(email)) return at("twice");
  const known = facts.known.find((person) => person.email === email);
  // First, because who of another employer's people has applied is nothing for this one to know.
  if (known && known.worksAt.length > 0 && !known.worksAt.includes(facts.organisationId))
    return at("elsewhere");
  return known?.alreadyIn ? at("alreadyIn") : [];
}

/**
 * Reads a list of people, in its order: what each row means, and everything that keeps it from being handed in. A row that repeats the
 * address of an earlier one is the one that is wrong.
 */
export function readEntries(rows: readonly EntryRow[], facts: EntryFacts): ReadEntry[] {
  const emails = rows.map((row) => plain(row.email));
  return rows.map((row, index) => {
    const email = emails[index] ?? "";
    const role = roleOf(row.role);
    const trackId = trackOf(row.track, facts.tracks);
    return {
      row,
      email,
      role,
      trackId,
      problems: [
        ...wordProblems(row),
        ...emailProblem(email, emails.slice(0, index), facts),
        ...(role === null
          ? [{ field: "role", problem: row.role.trim() === "" ? "missing" : "unknownRole" } as const]
          : []),
        ...(trackId === null && facts.tracks.length > 1
          ? [{ field: "track", problem: row.track.trim() === "" ? "missing" : "unknownTrack" } as const]
          : []),
      ],
    };
  });
}
