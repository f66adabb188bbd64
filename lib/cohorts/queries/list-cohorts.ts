import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleCohorts } from "@/lib/auth/scope";
import { database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { CohortState } from "@/lib/db/generated/enums";
import { undecidedStates } from "../facts/load-state-facts";
import { seatsLeft } from "../rules/phase";

/** A cohort as its provider's staff see it in a list. Days are `YYYY-MM-DD`. */
export type CohortRow = {
  readonly id: string;
  readonly name: string;
  readonly slug: string;
  readonly state: CohortState;
  readonly city: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly deadline: Date;
  readonly timeZone: string;
  readonly programme: string;
  readonly capacity: number;
  readonly seatsTaken: number;
  readonly seatsLeft: number;
  readonly queue: number;
  /** Applications nobody has decided. */
  readonly undecided: number;
};

/** What the list is narrowed to; everything that is left out fits. */
export type CohortFilter = {
  readonly states?: readonly CohortState[];
  readonly words?: string;
  readonly programmeId?: string;
};

export const COHORT_PAGE_SIZE = 50;
export const liveStates = ["draft", "open", "closed", "running"] as const satisfies readonly CohortState[];

function conditions(acting: Acting, { states, words, programmeId }: CohortFilter): Prisma.CohortWhereInput {
  const contains = { contains: words ?? "", mode: "insensitive" } as const;
  return {
    AND: [
      visibleCohorts(acting),
      ...(states ? [{ state: { in: [...states] } }] : []),
      ...(programmeId ? [{ programmeVersion: { programmeId } }] : []),
      ...(words
        ? [{ OR: [{ name: contains }, { city: contains }, { programmeVersion: { title: contains } }] }]
        : []),
    ],
  };
}

/** Cohorts within reach, by state in the order of its life, then by first day; and how many fit in all. */
export async function listCohorts(
  acting: Acting,
  filter: CohortFilter,
  page = 1,
): Promise<{ rows: CohortRow[]; total: number }> {
  const where = conditions(acting, filter);
  const [cohorts, total] = await Promise.all([
    database().cohort.findMany({
      where,
      select: {
        id: true,
        name: true,
        slug: true,
        state: true,
        city: true,
        startsOn: true,
        endsOn: true,
        applicationDeadline: true,
        timeZone: true,
        capacity: true,
        programmeVersion: { select: { title: true } },
        _count: {
          select: {
            seats: true,
            waitlist: { where: { state: { in: ["waiting", "offered"] } } },
            applications: { where: { state: { in: [...undecidedStates] } } },
          },
        },
      },
      orderBy: [{ state: "asc" }, { startsOn: "asc" }, { id: "asc" }],
      skip: (page - 1) * COHORT_PAGE_SIZE,
      take: COHORT_PAGE_SIZE,
    }),
    database().cohort.count({ where }),
  ]);
  const rows = cohorts.map(
    ({ programmeVersion, _count, applicationDeadline, startsOn, endsOn, ...cohort }) => ({
      ...cohort,
      startsOn: startsOn.toISOString().slice(0, 10),
      endsOn: endsOn.toISOString().slice(0, 10),
      deadline: applicationDeadline,
      programme: programmeVersion.title,
      seatsTaken: _count.seats,
      seatsLeft: seatsLeft(cohort.capacity, _count.seats),
      queue: _count.waitlist,
      undecided: _count.applications,
    }),
  );
  return { rows, total };
}
