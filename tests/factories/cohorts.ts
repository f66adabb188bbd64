import { wallTimeOf } from "../../lib/core/dates.ts";
import type { Db } from "../../lib/db/client.ts";
import type { Cohort, Session } from "../../lib/db/generated/client.ts";
import type { CohortState, SessionFormat, SessionState } from "../../lib/db/generated/enums.ts";
import { dayInDays, HOUR_MS, inDays, unique, walk } from "./unique.ts";

const COHORT_PATHS: Record<CohortState, CohortState[]> = {
  draft: [],
  open: ["open"],
  closed: ["open", "closed"],
  running: ["open", "closed", "running"],
  completed: ["open", "closed", "running", "completed"],
  archived: ["open", "closed", "running", "completed", "archived"],
  cancelled: ["cancelled"],
};

export type CohortOptions = {
  /** The programme version's id. */
  readonly programmeVersionId: string;
  readonly state?: CohortState;
  readonly capacity?: number;
  readonly agreementId?: string | null;
  readonly applicationDeadline?: Date;
  readonly startsOn?: Date;
  readonly endsOn?: Date;
  readonly timeZone?: string;
  readonly name?: string;
  readonly slug?: string;
  readonly offerHours?: number;
  /** The teaching team; the first leads. */
  readonly facilitatorIds?: readonly string[];
};

/** A cohort moved to `state` (open): one that takes applications starts in 45 days, any later one 60 days ago. */
export async function makeCohort(db: Db, options: CohortOptions): Promise<Cohort> {
  const state = options.state ?? "open";
  const hasStarted = ["running", "completed", "archived"].includes(state);
  const slug = options.slug ?? unique("cohort");
  const { id } = await db.cohort.create({
    data: {
      slug,
      programmeVersionId: options.programmeVersionId,
      agreementId: options.agreementId ?? null,
      name: options.name ?? `Hold ${slug}`,
      capacity: options.capacity ?? 30,
      applicationDeadline:
        options.applicationDeadline ?? inDays(state === "closed" ? -1 : hasStarted ? -90 : 30),
      startsOn: options.startsOn ?? dayInDays(hasStarted ? -60 : 45),
      endsOn: options.endsOn ?? dayInDays(hasStarted ? 60 : 150),
      timeZone: options.timeZone ?? "Europe/Copenhagen",
      offerHours: options.offerHours ?? 72,
      city: "Odense",
      facilitators: {
        create: (options.facilitatorIds ?? []).map((personId, index) => ({ personId, isLead: index === 0 })),
      },
    },
    select: { id: true },
  });
  await walk(COHORT_PATHS[state], (to) =>
    db.cohort.update({
      where: { id },
      data: to === "cancelled" ? { state: to, cancelReason: "For få tilmeldte" } : { state: to },
    }),
  );
  return db.cohort.findUniqueOrThrow({ where: { id } });
}

const SESSION_PATHS: Record<SessionState, SessionState[]> = {
  planned: [],
  confirmed: ["confirmed"],
  held: ["confirmed", "held"],
  cancelled: ["cancelled"],
};

export type SessionOptions = {
  readonly cohortId: string;
  readonly startsAt?: Date;
  readonly hours?: number;
  readonly state?: SessionState;
  readonly theme?: string;
  readonly format?: SessionFormat;
  readonly timeZone?: string;
  readonly roomId?: string | null;
  readonly facilitatorIds?: readonly string[];
};

/** When it is: begun so much earlier where it would last past midnight, as no session may (`lib/sessions/rules/times.ts`). */
function withinTheDay(options: SessionOptions, timeZone: string): { startsAt: Date; endsAt: Date } {
  const wanted = options.startsAt ?? inDays(options.state === "held" ? -7 : 7);
  const length = (options.hours ?? 6) * HOUR_MS;
  const day = (instant: Date) => wallTimeOf(instant, timeZone).slice(0, 10);
  let startsAt = wanted;
  while (day(new Date(startsAt.getTime() + length)) !== day(wanted))
    startsAt = new Date(startsAt.getTime() - HOUR_MS);
  return { startsAt, endsAt: new Date(startsAt.getTime() + length) };
}

/** A session of `hours` (six) in the cohort's next position, by default in a week; a held one was a week ago. */
export async function makeSession(db: Db, options: SessionOptions): Promise<Session> {
  const timeZone = options.timeZone ?? "Europe/Copenhagen";
  const { startsAt, endsAt } = withinTheDay(options, timeZone);
  const position = 1 + (await db.session.count({ where: { cohortId: options.cohortId } }));
  const { id } = await db.session.create({
    data: {
      cohortId: options.cohortId,
      position,
      theme: options.theme ?? `Tema ${position}`,
      format: options.format ?? "course_day",
      startsLocal: new Date(`${wallTimeOf(startsAt, timeZone)}:00.000Z`),
      endsLocal: new Date(`${wallTimeOf(endsAt, timeZone)}:00.000Z`),
      timeZone,
      startsAt,
      endsAt,
      roomId: options.roomId ?? null,
      place: options.roomId ? null : "Odense",
      icalUid: `${unique("session")}@praksis.example`,
      facilitators: {
        create: (options.facilitatorIds ?? []).map((personId) => ({ personId, startsAt, endsAt })),
      },
    },
    select: { id: true },
  });
  await walk(SESSION_PATHS[options.state ?? "planned"], (state) =>
    db.session.update({ where: { id }, data: { state } }),
  );
  return db.session.findUniqueOrThrow({ where: { id } });
}
