import type { Db } from "../../lib/db/client.ts";
import type { Attendance, Enrolment, PracticeProject } from "../../lib/db/generated/client.ts";
import type {
  AttendanceStatus,
  EnrolmentState,
  ParticipantRole,
  PracticeProjectState,
} from "../../lib/db/generated/enums.ts";
import { makePerson } from "./people.ts";
import { inDays, walk } from "./unique.ts";

const PATHS: Record<EnrolmentState, EnrolmentState[]> = {
  reserved: [],
  active: ["active"],
  paused: ["active", "paused"],
  completed: ["active", "completed"],
  not_completed: ["active", "not_completed"],
  withdrawn: ["active", "withdrawn"],
  substituted: ["active", "substituted"],
  transferred: ["active", "transferred"],
};
const WITHOUT_SEAT: readonly EnrolmentState[] = ["withdrawn", "substituted", "transferred"];

/** The lowest seat number of a cohort that nobody holds. */
export async function freeSeat(db: Db, cohortId: string): Promise<number> {
  const seats = await db.seat.findMany({ where: { cohortId }, select: { number: true } });
  const taken = new Set(seats.map((seat) => seat.number));
  let number = 1;
  while (taken.has(number)) number += 1;
  return number;
}

export type EnrolmentOptions = {
  readonly cohortId: string;
  readonly personId?: string;
  readonly state?: EnrolmentState;
  readonly participantRole?: ParticipantRole;
  readonly organisationId?: string | null;
  readonly organisationName?: string;
  readonly trackId?: string | null;
  readonly applicationId?: string | null;
  readonly replacesId?: string | null;
};

/** An enrolment moved to `state` (active), with the lowest free seat as long as that state holds one. A guest has none. */
export async function makeEnrolment(db: Db, options: EnrolmentOptions): Promise<Enrolment> {
  const participantRole = options.participantRole ?? "manager";
  const { cohortId } = options;
  const seat = participantRole === "guest" ? null : { cohortId, number: await freeSeat(db, cohortId) };
  const { id } = await db.enrolment.create({
    data: {
      cohortId,
      personId: options.personId ?? (await makePerson(db)).id,
      participantRole,
      organisationId: options.organisationId ?? null,
      organisationName: options.organisationName ?? "",
      title: "Afdelingsleder",
      trackId: options.trackId ?? null,
      applicationId: options.applicationId ?? null,
      replacesId: options.replacesId ?? null,
      ...(seat ? { seat: { create: seat } } : {}),
    },
    select: { id: true },
  });
  await walk(PATHS[options.state ?? "active"], (state) => {
    const leaves = WITHOUT_SEAT.includes(state);
    const data = {
      state,
      ...(leaves ? { endedAt: inDays(0), endReason: "Årsag" } : {}),
      ...(leaves && seat ? { seat: { delete: true } } : {}),
    };
    return db.enrolment.update({ where: { id }, data });
  });
  return db.enrolment.findUniqueOrThrow({ where: { id } });
}

export type AttendanceOptions = {
  readonly sessionId: string;
  readonly enrolmentId: string;
  readonly recordedById: string;
  readonly status?: AttendanceStatus;
  readonly minutes?: number;
  readonly evidence?: string;
  readonly recordedAt?: Date;
};

/** The next attendance entry of one person at one session (present). */
export async function makeAttendance(db: Db, options: AttendanceOptions): Promise<Attendance> {
  const { sessionId, enrolmentId } = options;
  const status = options.status ?? "present";
  return db.attendance.create({
    data: {
      sessionId,
      enrolmentId,
      status,
      minutes: status === "partial" ? (options.minutes ?? 120) : null,
      evidence: status === "made_up" ? (options.evidence ?? "Skriftlig opgave") : null,
      recordedById: options.recordedById,
      recordedAt: options.recordedAt ?? inDays(0),
      entry: 1 + (await db.attendance.count({ where: { sessionId, enrolmentId } })),
    },
  });
}

const PROJECT_PATHS: Record<PracticeProjectState, PracticeProjectState[]> = {
  proposed: [],
  agreed: ["agreed"],
  active: ["agreed", "active"],
  concluded: ["agreed", "active", "concluded"],
  abandoned: ["abandoned"],
};

/** The enrolment's practice project, moved to `state` (active). */
export async function makeProject(
  db: Db,
  options: { readonly enrolmentId: string; readonly state?: PracticeProjectState },
): Promise<PracticeProject> {
  const { id } = await db.practiceProject.create({
    data: {
      enrolmentId: options.enrolmentId,
      title: "Færre genindlæggelser",
      task: "Vi prøver en ny udskrivning af.",
      usersInvolved: "Seks borgere",
      methodsUsed: "Prototyper",
    },
    select: { id: true },
  });
  await walk(PROJECT_PATHS[options.state ?? "active"], (state) =>
    db.practiceProject.update({
      where: { id },
      data: state === "concluded" ? { state, outcome: "Det virkede." } : { state },
    }),
  );
  return db.practiceProject.findUniqueOrThrow({ where: { id } });
}
