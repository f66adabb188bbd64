import type { AttendanceStatus, EnrolmentState, ParticipantRole } from "../../lib/db/generated/enums.ts";
import { advance } from "./advance.ts";
import { day, idOf, need, past, type Seed } from "./base.ts";
import { glnOf, nameOn, organisationId } from "./organisations.ts";
import { personId, type Someone } from "./people.ts";
import { sessionId } from "./timetable.ts";

const WITHOUT_SEAT: readonly EnrolmentState[] = ["withdrawn", "substituted", "transferred"];

/** Somebody on a cohort. */
export type Participant = {
  readonly person: Someone;
  readonly role: ParticipantRole;
  readonly state?: EnrolmentState;
  readonly trackId?: string;
  /** The key of whoever's seat they took over. */
  readonly replaces?: string;
  readonly endReason?: string;
};

/** How a cohort's people got in. */
export type Entry = {
  readonly cohortId: string;
  /** When they applied and got their seat: a calendar day or days from now. Without it they came through an agreement. */
  readonly appliedOn?: number | string;
  /** When they got their seat, where they did not apply. */
  readonly enrolledOn?: number | string;
  readonly firstSeat?: number;
};

/** The id of a person's enrolment on a cohort. */
export function enrolmentId(cohortId: string, personKey: string): string {
  return idOf(`enrolment ${cohortId} ${personKey}`);
}

/** The id of a person's application to a cohort. */
export function applicationId(cohortId: string, personKey: string): string {
  return idOf(`application ${cohortId} ${personKey}`);
}

const MOTIVATIONS = [
  "Vi står over for at tænke vores tilbud om, og jeg vil kunne lede det sammen med medarbejderne og ikke hen over hovedet på dem.",
  "Jeg har gode idéer nok omkring mig. Det, jeg mangler, er et håndværk til at få dem prøvet af og gjort til drift.",
  "Min chef og jeg er enige om, at vi skal turde mere. Jeg vil lære at gøre det trygt at prøve noget, der ikke er færdigt.",
  "Vi samarbejder med tre andre afdelinger om de samme borgere. Jeg vil blive bedre til at skabe overblik og fælles retning.",
];

/** A motivation in the words of an applicant; the same for the same number. */
export function motivationOf(index: number): string {
  return MOTIVATIONS[index % MOTIVATIONS.length] ?? "";
}

/** What an application of this person says of their employer and who pays. */
export function applicationFacts(person: Someone, index: number) {
  return {
    organisationId: organisationId(person.at),
    title: person.title,
    motivation: motivationOf(index),
    managerName: "Susanne Fristrup",
    managerEmail: `leder@${person.email.split("@")[1]}`,
    payer: "organisation" as const,
    payerGln: glnOf(person.at),
    payerReference: `Udvikling ${1200 + index}`,
  };
}

/** Writes enrolments with their seats, and the admitted applications behind them. Somebody's substitute has their seat. */
export async function seedEnrolments(
  seed: Seed,
  entry: Entry,
  participants: readonly Participant[],
): Promise<void> {
  const { db } = seed;
  const { cohortId } = entry;
  const enrolledOn = entry.appliedOn ?? entry.enrolledOn ?? -120;
  if (entry.appliedOn !== undefined) await seedApplications(seed, entry.appliedOn, cohortId, participants);
  await db.enrolment.createMany({
    data: participants.map((participant, index) => ({
      ...snapshotOf(participant, day(seed, enrolledOn)),
      id: enrolmentId(cohortId, participant.person.key),
      cohortId,
      personId: personId(participant.person.key),
      applicationId:
        entry.appliedOn !== undefined && !participant.replaces
          ? applicationId(cohortId, participant.person.key)
          : null,
      participantRole: participant.role,
      trackId: participant.trackId ?? null,
      payerReference: `Udvikling ${1200 + index}`,
      replacesId: participant.replaces ? enrolmentId(cohortId, participant.replaces) : null,
      createdAt: past(seed, enrolledOn, "11:30"),
      endReason: participant.endReason ?? null,
      endedAt: participant.endReason ? past(seed, -30) : null,
    })),
  });
  const seated = participants.filter(
    ({ role, state }) => role !== "guest" && !WITHOUT_SEAT.includes(state ?? "active"),
  );
  await db.seat.createMany({
    data: seated.map(({ person }, index) => ({
      cohortId,
      number: (entry.firstSeat ?? 1) + index,
      enrolmentId: enrolmentId(cohortId, person.key),
    })),
  });
  await advance(
    seed,
    "enrolment",
    "reserved",
    participants.map(({ person, state }) => ({
      id: enrolmentId(cohortId, person.key),
      to: state ?? "active",
    })),
  );
}

function snapshotOf({ person }: Participant, calendarDay: string) {
  return {
    organisationId: organisationId(person.at),
    organisationName: nameOn(person.at, calendarDay).name,
    title: person.title,
    payerGln: glnOf(person.at),
  };
}

async function seedApplications(
  seed: Seed,
  appliedOn: number | string,
  cohortId: string,
  participants: readonly Participant[],
): Promise<void> {
  const applicants = participants.filter(({ replaces }) => !replaces);
  await seed.db.application.createMany({
    data: applicants.map(({ person, role, trackId }, index) => ({
      ...applicationFacts(person, index),
      id: applicationId(cohortId, person.key),
      cohortId,
      personId: personId(person.key),
      participantRole: role,
      trackId: trackId ?? null,
      submittedAt: past(seed, appliedOn, "10:15"),
      decidedAt: past(seed, appliedOn, "11:30"),
      decidedById: personId("staff"),
      createdAt: past(seed, appliedOn, "09:40"),
    })),
  });
  await advance(
    seed,
    "application",
    "draft",
    applicants.map(({ person }) => ({ id: applicationId(cohortId, person.key), to: "admitted" })),
  );
}

const MARKS: ReadonlyMap<string, AttendanceStatus> = new Map([
  ["P", "present"],
  ["A", "absent"],
  ["L", "apology"],
  ["D", "partial"],
  ["E", "expected"],
]);

/**
 * Writes attendance from marks, a letter a session in order: P present, A absent, L apology, D half of the day, M absent and
 * made up later, E expected, `.` nothing noted. `recordedBy` is the key of whoever called the roll.
 */
export async function seedAttendance(
  seed: Seed,
  cohortId: string,
  marks: Readonly<Record<string, string>>,
  recordedBy: string,
): Promise<void> {
  const sessions = await seed.db.session.findMany({
    where: { cohortId },
    select: { id: true, endsAt: true },
  });
  const endsAt = new Map(sessions.map((session) => [session.id, session.endsAt]));
  const recordedById = personId(recordedBy);
  await seed.db.attendance.createMany({
    data: Object.entries(marks).flatMap(([key, letters]) =>
      [...letters].flatMap((letter, index) => {
        if (letter === ".") return [];
        const of = { sessionId: sessionId(cohortId, index + 1), enrolmentId: enrolmentId(cohortId, key) };
        const recordedAt = need(endsAt, of.sessionId);
        const later = new Date(Math.min(recordedAt.getTime() + 6 * 86_400_000, seed.now.getTime()));
        const first = {
          ...of,
          id: idOf(`attendance ${of.sessionId} ${of.enrolmentId}`),
          status: letter === "M" ? ("absent" as const) : need(MARKS, letter),
          minutes: letter === "D" ? 210 : null,
          evidence: null as string | null,
          recordedById,
          recordedAt,
          entry: 1,
        };
        if (letter !== "M") return [first];
        const madeUp = { ...first, id: idOf(`made up ${first.id}`), status: "made_up" as const, entry: 2 };
        return [
          first,
          {
            ...madeUp,
            recordedAt: later,
            evidence: "Afleverede en skriftlig refleksion og gennemgik dagen med underviseren.",
          },
        ];
      }),
    ),
  });
}
