import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleSessions } from "@/lib/auth/scope";
import { database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { AttendanceStatus, CohortState, Obligation, SessionState } from "@/lib/db/generated/enums";
import { obligationsSelect } from "@/lib/sessions/facts/obligations";
import { obligationFor } from "@/lib/sessions/rules/obligations";
import { whereabouts } from "@/lib/sessions/rules/whereabouts";
import { ON_THE_ROLL } from "../facts/load-roll";

/** Somebody on a session's roll, with what was last noted of them. */
export type RollPerson = {
  readonly enrolmentId: string;
  readonly name: string;
  readonly title: string;
  readonly organisation: string;
  readonly isGuest: boolean;
  /** What the session asks of them. */
  readonly obligation: Obligation;
  /** `expected` where nothing is noted. */
  readonly status: AttendanceStatus;
  readonly minutes: number | null;
  readonly evidence: string | null;
  readonly recordedBy: string | null;
  readonly recordedAt: Date | null;
};

/** A session and its roll. */
export type RollCall = {
  readonly sessionId: string;
  readonly cohortId: string;
  readonly cohort: string;
  readonly cohortState: CohortState;
  readonly position: number;
  readonly theme: string;
  readonly description: string;
  readonly state: SessionState;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly timeZone: string;
  readonly place: string;
  readonly link: string | null;
  readonly people: readonly RollPerson[];
};

const rollSelect = {
  id: true,
  cohortId: true,
  position: true,
  theme: true,
  description: true,
  state: true,
  startsAt: true,
  endsAt: true,
  timeZone: true,
  place: true,
  link: true,
  room: { select: { name: true, venue: { select: { name: true, city: true } } } },
  obligations: obligationsSelect,
  attendance: {
    select: {
      enrolmentId: true,
      status: true,
      minutes: true,
      evidence: true,
      recordedAt: true,
      recordedBy: { select: { name: true } },
    },
    orderBy: { entry: "asc" },
  },
  cohort: {
    select: {
      name: true,
      state: true,
      enrolments: {
        where: { state: { in: ON_THE_ROLL } },
        select: {
          id: true,
          title: true,
          organisationName: true,
          trackId: true,
          participantRole: true,
          person: { select: { name: true } },
        },
        orderBy: { person: { name: "asc" } },
      },
    },
  },
} as const satisfies Prisma.SessionSelect;

type Row = Prisma.SessionGetPayload<{ select: typeof rollSelect }>;

function personOn(
  row: Row,
  enrolment: Row["cohort"]["enrolments"][number],
  noted: Row["attendance"][number] | undefined,
): RollPerson {
  return {
    enrolmentId: enrolment.id,
    name: enrolment.person.name,
    title: enrolment.title,
    organisation: enrolment.organisationName,
    isGuest: enrolment.participantRole === "guest",
    obligation: obligationFor(row.obligations, enrolment),
    status: noted?.status ?? "expected",
    minutes: noted?.minutes ?? null,
    evidence: noted?.evidence ?? null,
    recordedBy: noted?.recordedBy.name ?? null,
    recordedAt: noted?.recordedAt ?? null,
  };
}

/** The session's roll by name; null where there is no such session for the reader. */
export async function getRollCall(acting: Acting, sessionId: string): Promise<RollCall | null> {
  const row = await database().session.findFirst({
    where: { AND: [{ id: sessionId }, visibleSessions(acting)] },
    select: rollSelect,
  });
  if (!row) return null;
  const { id, cohort, room, place, obligations: _, attendance, ...session } = row;
  // In ascending order: the last of each person stays.
  const latest = new Map(attendance.map((entry) => [entry.enrolmentId, entry]));
  return {
    ...session,
    sessionId: id,
    cohort: cohort.name,
    cohortState: cohort.state,
    place: whereabouts({ room, place }),
    people: cohort.enrolments.map((enrolment) => personOn(row, enrolment, latest.get(enrolment.id))),
  };
}
