import "server-only";
import { visiblePairs } from "@/lib/auth/scope";
import type { Work } from "@/lib/auth/work";
import type { Transaction } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { lockRow } from "@/lib/db/lock-row";
import { noteSelect } from "../rules/content-rows";
import { type ComparedCriterion, comparePair, type PairFacts } from "../rules/pair";
import {
  lockCaseOf,
  type Participation,
  participationOf,
  participationSelect,
  recipientSelect,
} from "./load-participation";

const pairSelect = {
  id: true,
  leadId: true,
  secondId: true,
  jointId: true,
  joint: { select: { id: true, state: true } },
  lead: { select: recipientSelect },
  second: { select: recipientSelect },
  agreements: true,
  visit: { select: { id: true, enrolment: { select: participationSelect } } },
  observations: {
    select: {
      id: true,
      assessorId: true,
      state: true,
      organisationId: true,
      observedOn: true,
      situation: true,
      seen: true,
      interpreted: true,
      ratings: { select: noteSelect },
    },
  },
} as const satisfies Prisma.ObservationPairSelect;

type PairRow = Prisma.ObservationPairGetPayload<{ select: typeof pairSelect }>;

/** A pair with what both wrote, and what they agreed on. */
export type LoadedPair = PairFacts &
  Pick<PairRow, "id" | "jointId" | "lead" | "second" | "observations"> & {
    readonly visitId: string;
    readonly participation: Participation;
    readonly compared: readonly ComparedCriterion[];
  };

function pairOf(row: PairRow): LoadedPair {
  const participation = participationOf(row.visit.enrolment);
  const notes = (personId: string) =>
    row.observations.find((each) => each.assessorId === personId)?.ratings ?? [];
  const agreements = row.agreements.map(({ acceptedAt, ...each }) => ({
    ...each,
    accepted: acceptedAt !== null,
  }));
  return {
    id: row.id,
    jointId: row.jointId,
    lead: row.lead,
    second: row.second,
    observations: row.observations,
    leadId: row.leadId,
    secondId: row.secondId,
    sides: row.observations.map(({ assessorId, state }) => ({ assessorId, state })),
    joint: row.joint,
    visitId: row.visit.id,
    participation,
    compared: comparePair(participation.criteria, notes(row.leadId), notes(row.secondId), agreements),
  };
}

/** Reads a pair without a scope, for what concerns an observation that was loaded within one; null where there is none. */
export async function readPair(
  tx: Transaction,
  where: { readonly id: string } | { readonly jointId: string },
): Promise<LoadedPair | null> {
  const row = await tx.observationPair.findUnique({ where, select: pairSelect });
  return row && pairOf(row);
}

/** Locks a pair that the acting person is one of; null where there is none for them. */
export async function loadPair(work: Work, pairId: string): Promise<LoadedPair | null> {
  const owner = await work.tx.observationPair.findUnique({
    where: { id: pairId },
    select: { visit: { select: { enrolmentId: true } } },
  });
  if (!owner) return null;
  await lockCaseOf(work.tx, owner.visit.enrolmentId);
  await lockRow(work.tx, "observation_pair", pairId);
  const row = await work.tx.observationPair.findFirst({
    where: { AND: [{ id: pairId }, visiblePairs(work.acting)] },
    select: pairSelect,
  });
  return row && pairOf(row);
}
