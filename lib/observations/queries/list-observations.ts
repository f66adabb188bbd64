import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleObservations } from "@/lib/auth/scope";
import { database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { ObservationState } from "@/lib/db/generated/enums";
import { type PairStage, pairStage } from "../rules/pair";

/** One observation in a list. */
export type ObservationItem = {
  readonly id: string;
  readonly state: ObservationState;
  readonly participant: string;
  readonly assessor: string;
  readonly cohort: string;
  readonly organisation: string;
  readonly timeZone: string;
  /** `2026-05-13`. */
  readonly observedOn: string;
  readonly responseDueAt: Date | null;
  readonly updatedAt: Date;
  /** It amends an earlier one. */
  readonly amends: boolean;
  /** One of two written blind: its pair, and whether both have submitted (`comparing`) or the joint one is written (`joint`). */
  readonly pair: { readonly id: string; readonly stage: PairStage } | null;
  /** A later one that is locked has taken its place. */
  readonly superseded: boolean;
};

/** Which observations a list is asked for: of one enrolment, in some states; all that the reader may see by default. */
export type ObservationFilter = {
  readonly enrolmentId?: string;
  readonly states?: readonly ObservationState[];
};

const itemSelect = {
  id: true,
  state: true,
  observedOn: true,
  responseDueAt: true,
  updatedAt: true,
  amendsId: true,
  amendedBy: { select: { state: true } },
  pair: {
    select: {
      id: true,
      leadId: true,
      secondId: true,
      joint: { select: { state: true } },
      observations: { select: { assessorId: true, state: true } },
    },
  },
  assessor: { select: { name: true } },
  enrolment: {
    select: {
      organisationName: true,
      person: { select: { name: true } },
      cohort: { select: { name: true, timeZone: true } },
    },
  },
} as const satisfies Prisma.ObservationSelect;

function itemOf(row: Prisma.ObservationGetPayload<{ select: typeof itemSelect }>): ObservationItem {
  return {
    id: row.id,
    state: row.state,
    participant: row.enrolment.person.name,
    assessor: row.assessor.name,
    cohort: row.enrolment.cohort.name,
    organisation: row.enrolment.organisationName,
    timeZone: row.enrolment.cohort.timeZone,
    observedOn: row.observedOn.toISOString().slice(0, 10),
    responseDueAt: row.responseDueAt,
    updatedAt: row.updatedAt,
    amends: row.amendsId !== null,
    pair: row.pair && { id: row.pair.id, stage: pairStage({ ...row.pair, sides: row.pair.observations }) },
    superseded: row.amendedBy?.state === "locked",
  };
}

const order = [
  { observedOn: "desc" },
  { id: "desc" },
] as const satisfies Prisma.ObservationOrderByWithRelationInput[];

/** The observations that the filter means and the reader may see, the latest day first: those of one person, or in hand. */
export async function listObservations(
  acting: Acting,
  filter: ObservationFilter = {},
): Promise<ObservationItem[]> {
  const asked: Prisma.ObservationWhereInput = {
    ...(filter.enrolmentId ? { enrolmentId: filter.enrolmentId } : {}),
    ...(filter.states ? { state: { in: [...filter.states] } } : {}),
  };
  const rows = await database().observation.findMany({
    where: { AND: [visibleObservations(acting), asked] },
    select: itemSelect,
    orderBy: [...order],
  });
  return rows.map(itemOf);
}

const PAGE = 50;

/** A page of all the observations that the reader may see, the latest day first. */
export async function listObservationPage(acting: Acting, page: number) {
  const where = visibleObservations(acting);
  const total = await database().observation.count({ where });
  const found = await database().observation.findMany({
    where,
    select: itemSelect,
    orderBy: [...order],
    skip: (page - 1) * PAGE,
    take: PAGE,
  });
  return { rows: found.map(itemOf), total, pageSize: PAGE };
}
