import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleSessions } from "@/lib/auth/scope";
import { database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { SessionState } from "@/lib/db/generated/enums";
import { obligationsSelect } from "@/lib/sessions/facts/obligations";
import { obligationFor } from "@/lib/sessions/rules/obligations";
import { whereabouts } from "@/lib/sessions/rules/whereabouts";
import { ON_THE_ROLL } from "../facts/load-roll";

const sessionSelect = {
  id: true,
  cohortId: true,
  position: true,
  theme: true,
  state: true,
  startsAt: true,
  endsAt: true,
  timeZone: true,
  place: true,
  link: true,
  room: { select: { name: true, venue: { select: { name: true, city: true } } } },
  obligations: obligationsSelect,
  attendance: { select: { enrolmentId: true, status: true }, orderBy: { entry: "asc" } },
  cohort: {
    select: {
      name: true,
      enrolments: {
        where: { state: { in: ON_THE_ROLL } },
        select: { id: true, trackId: true, participantRole: true },
      },
    },
  },
} as const satisfies Prisma.SessionSelect;

type Row = Prisma.SessionGetPayload<{ select: typeof sessionSelect }>;

/** A session of a cohort one teaches, in figures. */
export type FacilitatedSession = {
  readonly id: string;
  readonly cohortId: string;
  readonly cohort: string;
  readonly position: number;
  readonly theme: string;
  readonly state: SessionState;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly timeZone: string;
  readonly place: string;
  readonly link: string | null;
  /** How many are asked to come, or may. */
  readonly expected: number;
  readonly apologies: number;
  /** How many were there, wholly or in part. */
  readonly present: number;
  /** Of how many nothing is noted yet. */
  readonly unnoted: number;
};

function inFigures(row: Row): FacilitatedSession {
  const { obligations, attendance, cohort, room, place, ...rest } = row;
  const latest = new Map(attendance.map((entry) => [entry.enrolmentId, entry.status]));
  const invited = cohort.enrolments.filter(
    (enrolment) => obligationFor(obligations, enrolment) !== "not_expected",
  );
  const count = (...statuses: readonly (string | undefined)[]) =>
    invited.filter((enrolment) => statuses.includes(latest.get(enrolment.id))).length;
  return {
    ...rest,
    cohort: cohort.name,
    place: whereabouts({ room, place }),
    expected: invited.length,
    apologies: count("apology"),
    present: count("present", "partial", "made_up"),
    unnoted: count(undefined, "expected"),
  };
}

/** Which sessions a list is asked for: not over yet by time (`ahead`), or over with a roll that is not complete (`unfinished`). */
export type SessionView = "ahead" | "unfinished";

/** How far back a roll that was forgotten is still asked for. */
const LOOK_BACK_DAYS = 120;
const PAGE = 50;

const taught = (acting: Acting, endsAt: Prisma.DateTimeFilter): Prisma.SessionWhereInput => ({
  AND: [
    visibleSessions(acting),
    {
      state: { not: "cancelled" },
      endsAt,
      cohort: { state: { in: ["open", "closed", "running", "completed"] } },
    },
  ],
});

async function pageAhead(acting: Acting, now: Date, skip: number) {
  const where = taught(acting, { gt: now });
  const total = await database().session.count({ where });
  const rows = await database().session.findMany({
    where,
    select: sessionSelect,
    orderBy: [{ startsAt: "asc" }, { id: "asc" }],
    skip,
    take: PAGE,
  });
  return { rows: rows.map(inFigures), total };
}

/** Whose roll is complete is known of each only when all is counted: a teacher's sessions of so many days. */
async function pageUnfinished(acting: Acting, now: Date, skip: number) {
  const since = new Date(now.getTime() - LOOK_BACK_DAYS * 86_400_000);
  const rows = await database().session.findMany({
    where: taught(acting, { gt: since, lte: now }),
    select: sessionSelect,
    orderBy: [{ startsAt: "desc" }, { id: "asc" }],
  });
  const unfinished = rows.map(inFigures).filter(({ unnoted }) => unnoted > 0);
  return { rows: unfinished.slice(skip, skip + PAGE), total: unfinished.length };
}

/** The sessions of the cohorts that the reader teaches, a page of them: what is ahead by time, what is unfinished with the latest first. */
export async function listFacilitatedSessions(acting: Acting, view: SessionView, now: Date, page = 1) {
  const skip = (page - 1) * PAGE;
  const found =
    view === "ahead" ? await pageAhead(acting, now, skip) : await pageUnfinished(acting, now, skip);
  return { ...found, pageSize: PAGE };
}
