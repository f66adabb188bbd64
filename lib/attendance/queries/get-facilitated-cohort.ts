import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleCohorts } from "@/lib/auth/scope";
import { database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { CohortState, PracticeProjectState, SessionState } from "@/lib/db/generated/enums";
import { type Material, materialSelect } from "@/lib/materials/facts/material";
import { obligationsSelect } from "@/lib/sessions/facts/obligations";
import { ON_THE_ROLL } from "../facts/load-roll";
import { notedSessions } from "../rules/noted-sessions";
import { type AttendanceSummary, attendanceSummary } from "../rules/summary";

const cohortSelect = {
  id: true,
  name: true,
  state: true,
  city: true,
  timeZone: true,
  startsOn: true,
  endsOn: true,
  programmeVersion: {
    select: {
      title: true,
      attendanceMinimumPercent: true,
      materials: { select: materialSelect, orderBy: { position: "asc" } },
    },
  },
  sessions: {
    select: {
      id: true,
      position: true,
      theme: true,
      state: true,
      startsAt: true,
      endsAt: true,
      obligations: obligationsSelect,
    },
    orderBy: { position: "asc" },
  },
  enrolments: {
    where: { state: { in: ON_THE_ROLL } },
    select: {
      id: true,
      title: true,
      organisationName: true,
      trackId: true,
      participantRole: true,
      person: { select: { name: true } },
      project: { select: { id: true, title: true, state: true } },
      attendance: { select: { sessionId: true, status: true, minutes: true, entry: true } },
    },
    orderBy: { person: { name: "asc" } },
  },
} as const satisfies Prisma.CohortSelect;

type Row = Prisma.CohortGetPayload<{ select: typeof cohortSelect }>;

/** Somebody on a cohort: how much of it they attended, and their project. */
export type CohortPerson = {
  readonly enrolmentId: string;
  readonly name: string;
  readonly title: string;
  readonly organisation: string;
  /** null of a guest. */
  readonly attendance: AttendanceSummary | null;
  readonly project: {
    readonly id: string;
    readonly title: string;
    readonly state: PracticeProjectState;
  } | null;
};

/** A cohort as its teaching team sees it. */
export type CohortBoard = {
  readonly id: string;
  readonly name: string;
  readonly programme: string;
  readonly state: CohortState;
  readonly city: string;
  readonly timeZone: string;
  readonly startsOn: Date;
  readonly endsOn: Date;
  readonly attendanceMinimumPercent: number;
  /** What every cohort of the programme gets. */
  readonly materials: readonly Material[];
  readonly sessions: readonly {
    readonly id: string;
    readonly position: number;
    readonly theme: string;
    readonly state: SessionState;
    readonly startsAt: Date;
    readonly endsAt: Date;
  }[];
  readonly people: readonly CohortPerson[];
};

function personOn(row: Row, enrolment: Row["enrolments"][number], now: Date): CohortPerson {
  const sessions = notedSessions(row.sessions, enrolment.attendance, enrolment);
  return {
    enrolmentId: enrolment.id,
    name: enrolment.person.name,
    title: enrolment.title,
    organisation: enrolment.organisationName,
    attendance: attendanceSummary(enrolment.participantRole, sessions, now),
    project: enrolment.project,
  };
}

/** One cohort with its sessions and people; null where there is none for the reader. Nobody's observations are in it. */
export async function getFacilitatedCohort(
  acting: Acting,
  id: string,
  now: Date,
): Promise<CohortBoard | null> {
  const row = await database().cohort.findFirst({
    where: { AND: [{ id }, visibleCohorts(acting)] },
    select: cohortSelect,
  });
  if (!row) return null;
  const { programmeVersion, sessions, enrolments, ...cohort } = row;
  return {
    ...cohort,
    programme: programmeVersion.title,
    attendanceMinimumPercent: programmeVersion.attendanceMinimumPercent,
    materials: programmeVersion.materials,
    sessions: sessions.map(({ obligations: _, ...session }) => session),
    people: enrolments.map((enrolment) => personOn(row, enrolment, now)),
  };
}
