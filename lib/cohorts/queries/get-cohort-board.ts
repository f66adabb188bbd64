import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleCohorts } from "@/lib/auth/scope";
import { dayOf } from "@/lib/core/dates";
import { database } from "@/lib/db/client";
import type { AgreementKind, Audience, CohortState, EnrolmentState } from "@/lib/db/generated/enums";
import { loadStateFacts } from "../facts/load-state-facts";
import type { StateChangeFacts } from "../rules/state-change";

/** What its provider's staff see of a cohort. Days are `YYYY-MM-DD`. */
export type CohortBoard = {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly state: CohortState;
  readonly version: number;
  readonly capacity: number;
  readonly deadline: Date;
  readonly deadlineOn: string;
  readonly offerHours: number;
  readonly timeZone: string;
  readonly city: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly cancelReason: string | null;
  readonly providerId: string;
  readonly programme: { id: string; versionId: string; number: number; title: string };
  readonly tracks: readonly { id: string; name: string; audience: Audience }[];
  readonly agreement: { title: string; kind: AgreementKind } | null;
  readonly team: readonly { personId: string; name: string; isLead: boolean }[];
  readonly seatsTaken: number;
  /** How many seats are taken, offered or kept: the capacity does not fall below it. */
  readonly seatsBound: number;
  readonly waiting: number;
  readonly offered: number;
  readonly enrolments: Readonly<Partial<Record<EnrolmentState, number>>>;
  readonly sessions: number;
  readonly facts: StateChangeFacts;
};

const boardSelect = {
  id: true,
  slug: true,
  name: true,
  state: true,
  version: true,
  capacity: true,
  applicationDeadline: true,
  offerHours: true,
  timeZone: true,
  city: true,
  startsOn: true,
  endsOn: true,
  cancelReason: true,
  programmeVersion: {
    select: {
      id: true,
      number: true,
      title: true,
      programme: { select: { id: true, providerId: true } },
      tracks: { select: { id: true, name: true, audience: true }, orderBy: { position: "asc" as const } },
    },
  },
  agreement: { select: { title: true, kind: true } },
  facilitators: {
    select: { personId: true, isLead: true, person: { select: { name: true } } },
    orderBy: [{ isLead: "desc" as const }, { person: { name: "asc" as const } }],
  },
  seats: { select: { number: true } },
  keptSeats: { select: { number: true } },
  waitlist: { where: { state: { in: ["waiting" as const, "offered" as const] } }, select: { state: true } },
  _count: { select: { sessions: { where: { state: { not: "cancelled" as const } } } } },
};

/** One cohort with everything its board shows; null where there is none for the acting person. */
export async function getCohortBoard(
  acting: Acting,
  cohortId: string,
  now: Date,
): Promise<CohortBoard | null> {
  const row = await database().cohort.findFirst({
    where: { AND: [{ id: cohortId }, visibleCohorts(acting)] },
    select: boardSelect,
  });
  if (!row) return null;
  const [facts, grouped] = await Promise.all([
    loadStateFacts(database(), cohortId, now),
    database().enrolment.groupBy({ by: ["state"], where: { cohortId }, _count: { _all: true } }),
  ]);
  const {
    programmeVersion,
    facilitators,
    seats,
    keptSeats,
    waitlist,
    _count,
    applicationDeadline,
    startsOn,
    endsOn,
    ...cohort
  } = row;
  const { programme, tracks, ...version } = programmeVersion;
  return {
    ...cohort,
    deadline: applicationDeadline,
    deadlineOn: dayOf(applicationDeadline, cohort.timeZone),
    startsOn: startsOn.toISOString().slice(0, 10),
    endsOn: endsOn.toISOString().slice(0, 10),
    providerId: programme.providerId,
    programme: { id: programme.id, versionId: version.id, number: version.number, title: version.title },
    tracks,
    team: facilitators.map(({ person, ...each }) => ({ ...each, name: person.name })),
    seatsTaken: seats.length,
    seatsBound: new Set([...seats, ...keptSeats].map((seat) => seat.number)).size,
    waiting: waitlist.filter((entry) => entry.state === "waiting").length,
    offered: waitlist.filter((entry) => entry.state === "offered").length,
    enrolments: Object.fromEntries(grouped.map((group) => [group.state, group._count._all])),
    sessions: _count.sessions,
    facts,
  };
}
