import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleVisits } from "@/lib/auth/scope";
import { database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { ObservationState, VisitState } from "@/lib/db/generated/enums";

/** One visit in a list. */
export type VisitItem = {
  readonly id: string;
  readonly enrolmentId: string;
  readonly state: VisitState;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly timeZone: string;
  readonly place: string;
  readonly participant: string;
  readonly organisation: string;
  readonly assessor: string;
  /** The participant has told what will be seen. */
  readonly prepared: boolean;
  readonly observation: { readonly id: string; readonly state: ObservationState } | null;
};

type Observed = { readonly id: string; readonly state: ObservationState };

/** The observation of a visit that is the reader's: the second of two has one of their own, and knows nothing of the other. */
export function ownObservation(
  acting: Acting,
  visit: {
    readonly assessorId: string;
    readonly observation: Observed | null;
    readonly pair: { readonly observations: readonly (Observed & { readonly assessorId: string })[] } | null;
  },
): Observed | null {
  if (!visit.pair || visit.assessorId === acting.personId) return visit.observation;
  const own = visit.pair.observations.find((each) => each.assessorId === acting.personId);
  return own ? { id: own.id, state: own.state } : null;
}

/** Which visits a list is asked for: still to come or under way (`ahead`), over (`behind`), or of one enrolment. */
export type VisitFilter = { readonly enrolmentId?: string; readonly time?: "ahead" | "behind" };

const itemSelect = {
  id: true,
  enrolmentId: true,
  state: true,
  startsAt: true,
  endsAt: true,
  timeZone: true,
  place: true,
  situation: true,
  assessorId: true,
  assessor: { select: { name: true } },
  pair: { select: { observations: { select: { id: true, state: true, assessorId: true } } } },
  enrolment: { select: { organisationName: true, person: { select: { name: true } } } },
  observation: { select: { id: true, state: true } },
} as const satisfies Prisma.ObservationVisitSelect;

function itemOf(
  acting: Acting,
  row: Prisma.ObservationVisitGetPayload<{ select: typeof itemSelect }>,
): VisitItem {
  const { assessor, enrolment, situation, assessorId, pair, ...visit } = row;
  return {
    ...visit,
    observation: ownObservation(acting, { assessorId, pair, observation: visit.observation }),
    participant: enrolment.person.name,
    organisation: enrolment.organisationName,
    assessor: assessor.name,
    prepared: situation !== "",
  };
}

function wanted(acting: Acting, { enrolmentId, time }: VisitFilter): Prisma.ObservationVisitWhereInput {
  return {
    AND: [
      visibleVisits(acting),
      enrolmentId ? { enrolmentId } : {},
      time === "ahead" ? { state: { in: ["requested", "proposed", "booked"] } } : {},
      time === "behind" ? { state: { in: ["done", "missed", "cancelled"] } } : {},
    ],
  };
}

function inOrder({ time }: VisitFilter) {
  const direction = time === "ahead" ? "asc" : "desc";
  return [
    { startsAt: direction },
    { id: direction },
  ] as const satisfies Prisma.ObservationVisitOrderByWithRelationInput[];
}

/**
 * The visits that the reader makes or receives: what is ahead by time, what is behind with the latest first. A booked visit whose
 * time is over stays ahead until somebody says what became of it.
 */
export async function listVisits(acting: Acting, filter: VisitFilter): Promise<VisitItem[]> {
  const rows = await database().observationVisit.findMany({
    where: wanted(acting, filter),
    select: itemSelect,
    orderBy: [...inOrder(filter)],
  });
  return rows.map((row) => itemOf(acting, row));
}

const PAGE = 50;

/** The same, a page of them. */
export async function listVisitPage(acting: Acting, filter: VisitFilter, page: number) {
  const where = wanted(acting, filter);
  const total = await database().observationVisit.count({ where });
  const found = await database().observationVisit.findMany({
    where,
    select: itemSelect,
    orderBy: [...inOrder(filter)],
    skip: (page - 1) * PAGE,
    take: PAGE,
  });
  return { rows: found.map((row) => itemOf(acting, row)), total, pageSize: PAGE };
}
