import "server-only";
import type { z } from "zod";
import type { Work } from "@/lib/auth/work";
import type { LoadedCohort } from "@/lib/cohorts/facts/load-cohort";
import { insist, type Refusal } from "@/lib/core/decision";
import { SessionFormat } from "@/lib/db/generated/enums";
import { locales } from "@/lib/i18n/locales";
import { translatorFor } from "@/lib/i18n/translator";
import { addSessions, type NewSession } from "@/lib/sessions/commands/add-session";
import { findProblems } from "@/lib/sessions/facts/find-problems";
import { decidePlanning } from "@/lib/sessions/rules/planning";
import { decideTimes } from "@/lib/sessions/rules/times";
import { sessionRow } from "../import-schema";
import type { ImportOutcome, ImportProblem } from "../rules/import-outcome";
import { readRows } from "./read-rows";

const plain = (text: string) => text.toLocaleLowerCase("da").replace(/\s+/g, " ").trim();

/** What names in a file stand for, each in small letters. */
type Known = {
  readonly formats: ReadonlyMap<string, SessionFormat>;
  readonly rooms: ReadonlyMap<string, string>;
  readonly team: ReadonlyMap<string, string>;
};

async function loadKnown(work: Work, cohort: LoadedCohort): Promise<Known> {
  const translators = await Promise.all(locales.map((locale) => translatorFor(locale, "cohorts")));
  const formats = Object.values(SessionFormat).flatMap((format) =>
    [format, ...translators.map((t) => t(`format.${format}`))].map((word) => [plain(word), format] as const),
  );
  const rooms = await work.tx.room.findMany({
    where: { venue: { providerId: cohort.providerId } },
    select: { id: true, name: true, venue: { select: { name: true } } },
  });
  const team = await work.tx.cohortFacilitator.findMany({
    where: { cohortId: cohort.id },
    select: { personId: true, person: { select: { name: true, email: true } } },
  });
  return {
    formats: new Map(formats),
    rooms: new Map(rooms.map(({ id, name, venue }) => [plain(`${venue.name}, ${name}`), id])),
    team: new Map(
      team.flatMap(({ personId, person }) =>
        [person.name, person.email ?? ""].filter(Boolean).map((word) => [plain(word), personId] as const),
      ),
    ),
  };
}

type Row = { readonly line: number; readonly right: Partial<z.output<typeof sessionRow>> };
type Found = { readonly content: NewSession; readonly problems: readonly ImportProblem[] };

/** The session that a row describes, as far as its cells are right, and the cells that name something unknown. */
function contentOf({ line, right }: Row, known: Known): Found {
  const problems: ImportProblem[] = [];
  const wrong = (column: string, key: string, value: string) =>
    problems.push({ line, column, key: `lists.import.${key}`, params: { value } });
  const { theme = "", description = "", day = "", from = "", to = "", place = "", link = "" } = right;
  const { format: kind = "", room = "", facilitators = "" } = right;
  const format = kind === "" ? "course_day" : known.formats.get(plain(kind));
  if (!format) wrong("format", "formatUnknown", kind);
  const roomId = room === "" ? "" : known.rooms.get(plain(room));
  if (roomId === undefined) wrong("room", "roomUnknown", room);
  const words = facilitators.split(/[,;]/).flatMap((word) => plain(word) || []);
  for (const word of words) if (!known.team.has(word)) wrong("facilitators", "notOnTeam", word);
  return {
    problems,
    content: {
      theme,
      description,
      day,
      from,
      to,
      place,
      link,
      format: format ?? "course_day",
      contentOpen: false,
      roomId: roomId ?? "",
      facilitatorIds: words.flatMap((word) => known.team.get(word) ?? []),
      obligations: [],
    },
  };
}

const COLUMNS: Readonly<Record<string, string>> = { roomId: "room", facilitatorIds: "facilitators" };

/** A refusal as a problem of a row. Moments are written out, as the file would. */
function asProblem(line: number, { code, params = {}, field = "" }: Refusal): ImportProblem {
  const text = (value: NonNullable<Refusal["params"]>[string]) => {
    if (typeof value !== "object") return value;
    return "moments" in value
      ? value.moments.map((moment) => moment.replace("T", " ")).join("; ")
      : value.words.join(", ");
  };
  const written = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, text(value)]));
  return { line, column: COLUMNS[field] ?? field, key: `refusals.${code}`, params: written };
}

/**
 * What is wrong with the times of the rows, whatever else is wrong with them; and what those that are right so far collide with: other
 * sessions, and each other.
 */
async function problemsOfPlan(
  work: Work,
  cohort: LoadedCohort,
  rows: readonly { line: number; content: NewSession; sound: boolean }[],
): Promise<ImportProblem[]> {
  const timed = rows
    .filter(({ content: { day, from, to } }) => day && from && to)
    .map((row) => ({ ...row, times: decideTimes(row.content, cohort.timeZone) }));
  const wrong = timed.flatMap(({ line, times }) => (times.ok ? [] : [asProblem(line, times.refusal)]));
  const sound = timed.flatMap(({ line, content, times, sound }) =>
    times.ok && sound ? [{ line, content, times: times.value }] : [],
  );
  const wanted = sound.map(({ content, times }) => ({
    ...times,
    sessionId: null,
    roomId: content.roomId || null,
    facilitatorIds: content.facilitatorIds,
    theme: content.theme,
    timeZone: cohort.timeZone,
  }));
  const found = await findProblems(work.tx, work.acting, wanted, work.now);
  const collisions = found.flatMap((problem, index) =>
    problem ? [asProblem(sound[index]?.line ?? 0, problem.refusal)] : [],
  );
  return [...wrong, ...collisions];
}

/**
 * Looks at a file of sessions, and takes it in where `take` and nothing is wrong with it: every row, or none. Throws the refusal where the
 * file cannot be read, or no session can be added to the cohort.
 */
export async function importSessions(
  work: Work,
  cohort: LoadedCohort,
  file: File,
  take: boolean,
): Promise<ImportOutcome> {
  insist(decidePlanning(cohort.state));
  const read = await readRows(file, sessionRow, ["theme", "day", "from", "to"]);
  const known = await loadKnown(work, cohort);
  const found = read.rows.map((row) => {
    const { content, problems } = contentOf(row, known);
    return { line: row.line, content, problems, sound: row.value !== null && problems.length === 0 };
  });
  const ofPlan = await problemsOfPlan(work, cohort, found);
  const problems = [...read.problems, ...found.flatMap((row) => row.problems), ...ofPlan];
  const taken = take && problems.length === 0;
  if (taken)
    await addSessions(
      work,
      cohort,
      found.map(({ content }) => content),
    );
  await work.audit({
    stream: `cohort:${cohort.id}`,
    action: taken ? "list.imported" : "list.checked",
    entity: "cohort",
    entityId: cohort.id,
    detail: { list: "sessions", rows: read.rows.length, problems: problems.length },
  });
  return {
    columns: Object.keys(sessionRow.shape),
    rows: read.rows.map(({ line, cells }) => ({ line, cells })),
    problems,
    unknown: read.unknown,
    imported: taken ? found.length : 0,
  };
}
