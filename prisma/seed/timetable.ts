import type {
  Obligation,
  ParticipantRole,
  SessionFormat,
  SessionState,
} from "../../lib/db/generated/enums.ts";
import { advance } from "./advance.ts";
import { at, COPENHAGEN, idOf, type Seed, workday } from "./base.ts";
import { personId } from "./people.ts";

/** A session as the demo tells it. */
export type Planned = {
  /** A calendar day, or days from now (moved to a weekday). */
  readonly on: number | string;
  readonly theme: string;
  readonly description?: string;
  readonly format?: SessionFormat;
  readonly from?: string;
  readonly to?: string;
  readonly state?: SessionState;
  readonly roomId?: string;
  readonly place?: string;
  readonly link?: string;
  readonly contentOpen?: boolean;
  /** Keys of people. */
  readonly facilitators?: readonly string[];
  readonly obligations?: readonly {
    readonly trackId?: string;
    readonly role?: ParticipantRole;
    readonly obligation: Obligation;
  }[];
};

/** The id of a cohort's session; positions begin at 1. */
export function sessionId(cohortId: string, position: number): string {
  return idOf(`session ${cohortId} ${position}`);
}

/** Writes a cohort's sessions in the order given, with who facilitates them and who has to come. */
export async function seedTimetable(
  seed: Seed,
  cohortId: string,
  sessions: readonly Planned[],
  zone: string = COPENHAGEN,
): Promise<void> {
  const rows = sessions.map((session, index) => ({
    session,
    row: sessionRow(seed, cohortId, index + 1, session, zone),
  }));
  await seed.db.session.createMany({ data: rows.map(({ row }) => row) });
  await advance(
    seed,
    "session",
    "planned",
    rows.map(({ session, row }) => ({ id: row.id, to: session.state ?? "planned" })),
  );
  await seed.db.sessionFacilitator.createMany({
    data: rows.flatMap(({ session, row }) =>
      (session.facilitators ?? []).map((key) => ({
        sessionId: row.id,
        personId: personId(key),
        startsAt: row.startsAt,
        endsAt: row.endsAt,
      })),
    ),
  });
  await seed.db.sessionObligation.createMany({
    data: rows.flatMap(({ session, row }) =>
      (session.obligations ?? []).map(({ trackId, role, obligation }, index) => ({
        id: idOf(`obligation ${row.id} ${index}`),
        sessionId: row.id,
        trackId: trackId ?? null,
        participantRole: role ?? null,
        obligation,
      })),
    ),
  });
}

function sessionRow(seed: Seed, cohortId: string, position: number, session: Planned, zone: string) {
  const calendarDay = workday(seed, session.on);
  const from = session.from ?? "09:00";
  const to = session.to ?? "16:00";
  const id = sessionId(cohortId, position);
  return {
    id,
    cohortId,
    position,
    theme: session.theme,
    description: session.description ?? "",
    format: session.format ?? ("course_day" as const),
    startsLocal: new Date(`${calendarDay}T${from}:00.000Z`),
    endsLocal: new Date(`${calendarDay}T${to}:00.000Z`),
    timeZone: zone,
    startsAt: at(seed, calendarDay, from, zone),
    endsAt: at(seed, calendarDay, to, zone),
    roomId: session.roomId ?? null,
    place: session.place ?? null,
    link: session.link ?? null,
    contentOpen: session.contentOpen ?? false,
    icalUid: `${id}@praksis.example`,
  };
}
