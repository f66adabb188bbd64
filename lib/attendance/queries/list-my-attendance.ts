import "server-only";
import { type Acting, personOf } from "@/lib/auth/acting";
import { visibleEnrolments } from "@/lib/auth/scope";
import { database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type {
  AttendanceStatus,
  EnrolmentState,
  Locale,
  Obligation,
  SessionState,
} from "@/lib/db/generated/enums";
import { SEATED } from "@/lib/enrolments/rules/transitions";
import { obligationsSelect } from "@/lib/sessions/facts/obligations";
import { whereabouts } from "@/lib/sessions/rules/whereabouts";
import { notedSessions } from "../rules/noted-sessions";
import { type AttendanceSummary, attendanceStanding, attendanceSummary } from "../rules/summary";

/** A session of one's own cohort, with what it asks of one and what was last noted. */
export type MySession = {
  readonly id: string;
  readonly theme: string;
  readonly state: SessionState;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly timeZone: string;
  readonly where: string;
  readonly link: string | null;
  /** The participants fill it themselves. */
  readonly contentOpen: boolean;
  readonly obligation: Obligation;
  /** Null where nothing was noted. */
  readonly status: AttendanceStatus | null;
};

/** A participation of one's own, with its sessions in order and how the attendance stands. */
export type MyAttendance = {
  readonly enrolmentId: string;
  readonly state: EnrolmentState;
  readonly programme: string;
  /** The language of the programme and of its sessions' themes. */
  readonly language: Locale;
  readonly cohort: string;
  readonly cohortSlug: string;
  readonly sessions: readonly MySession[];
  /** Null for a guest, who is outside the count. */
  readonly summary: AttendanceSummary | null;
  /** Per cent of the required sessions: the programme's, or the scheme's where that asks for more. */
  readonly minimumPercent: number;
  readonly standing: "met" | "attainable" | "unattainable" | null;
};

const sessionSelect = {
  id: true,
  theme: true,
  state: true,
  startsAt: true,
  endsAt: true,
  timeZone: true,
  place: true,
  link: true,
  contentOpen: true,
  room: { select: { name: true, venue: { select: { name: true, address: true, city: true } } } },
  obligations: obligationsSelect,
} as const satisfies Prisma.SessionSelect;

const enrolmentSelect = {
  id: true,
  state: true,
  participantRole: true,
  trackId: true,
  attendance: { select: { sessionId: true, status: true, minutes: true, entry: true } },
  cohort: {
    select: {
      name: true,
      slug: true,
      sessions: { select: sessionSelect, orderBy: { startsAt: "asc" } },
      programmeVersion: {
        select: {
          title: true,
          language: true,
          attendanceMinimumPercent: true,
          frameworkVersion: { select: { attendanceMinimumPercent: true } },
        },
      },
    },
  },
} as const satisfies Prisma.EnrolmentSelect;

type Row = Prisma.EnrolmentGetPayload<{ select: typeof enrolmentSelect }>;

/** The acting person's own participations that were not broken off, the latest first. */
export async function listMyAttendance(acting: Acting, now: Date): Promise<MyAttendance[]> {
  const rows = await database().enrolment.findMany({
    where: {
      AND: [
        {
          personId: personOf(acting),
          state: { in: [...SEATED] },
        },
        visibleEnrolments(acting),
      ],
    },
    select: enrolmentSelect,
    orderBy: { cohort: { startsOn: "desc" } },
  });
  return rows.map((row) => myAttendance(row, now));
}

function myAttendance(row: Row, now: Date): MyAttendance {
  const { programmeVersion: version, ...cohort } = row.cohort;
  const noted = notedSessions(cohort.sessions, row.attendance, row);
  const summary = attendanceSummary(row.participantRole, noted, now);
  const minimumPercent = Math.max(
    version.attendanceMinimumPercent,
    version.frameworkVersion?.attendanceMinimumPercent ?? 0,
  );
  return {
    enrolmentId: row.id,
    state: row.state,
    programme: version.title,
    language: version.language,
    cohort: cohort.name,
    cohortSlug: cohort.slug,
    sessions: noted.map(({ note: _, minutes: __, obligations: ___, place, room, ...session }) => ({
      ...session,
      where: whereabouts({ place, room }),
    })),
    summary,
    minimumPercent,
    standing: summary && attendanceStanding(summary, minimumPercent),
  };
}
