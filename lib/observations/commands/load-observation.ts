import "server-only";
import { visibleObservations } from "@/lib/auth/scope";
import type { Work } from "@/lib/auth/work";
import type { Transaction } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { lockRow } from "@/lib/db/lock-row";
import { gatherEligibility } from "../facts/gather-eligibility";
import type { EligibilityFacts } from "../rules/assessor-eligibility";
import type { ObservationContent } from "../rules/content";
import { attachedOfRows, attachedSelect, noteSelect } from "../rules/content-rows";
import {
  lockCaseOf,
  type Participation,
  participationOf,
  participationSelect,
  recipientSelect,
} from "./load-participation";

const observationSelect = {
  id: true,
  state: true,
  version: true,
  assessorId: true,
  organisationId: true,
  observedOn: true,
  situation: true,
  seen: true,
  interpreted: true,
  amendsId: true,
  pairId: true,
  contentHash: true,
  responseDueAt: true,
  assessor: { select: recipientSelect },
  amendedBy: { select: { id: true } },
  visit: { select: { id: true, state: true, version: true, startsAt: true, endsAt: true } },
  ratings: { select: noteSelect },
  ratingDrafts: { select: noteSelect },
  files: { select: { ...attachedSelect, fileId: true } },
  enrolment: { select: participationSelect },
} as const satisfies Prisma.ObservationSelect;

type ObservationRow = Prisma.ObservationGetPayload<{ select: typeof observationSelect }>;

/** An observation, what it says, and the participation it belongs to. */
export type ObservationFacts = Pick<
  ObservationRow,
  | "id"
  | "state"
  | "version"
  | "assessorId"
  | "assessor"
  | "contentHash"
  | "responseDueAt"
  | "visit"
  | "pairId"
> & {
  readonly amendedById: string | null;
  readonly content: ObservationContent;
  /** The files beside it, in the order of `content.files`. */
  readonly fileIds: readonly string[];
  readonly participation: Participation;
};

function factsOf(row: ObservationRow): ObservationFacts {
  const drafted = new Set(row.ratingDrafts.map((note) => note.criterionId));
  return {
    id: row.id,
    state: row.state,
    version: row.version,
    assessorId: row.assessorId,
    assessor: row.assessor,
    contentHash: row.contentHash,
    responseDueAt: row.responseDueAt,
    visit: row.visit,
    pairId: row.pairId,
    amendedById: row.amendedBy?.id ?? null,
    content: {
      enrolmentId: row.enrolment.id,
      assessorId: row.assessorId,
      organisationId: row.organisationId,
      observedOn: row.observedOn.toISOString().slice(0, 10),
      situation: row.situation,
      seen: row.seen,
      interpreted: row.interpreted,
      amendsId: row.amendsId,
      // What is noted in the draft goes before what an earlier submission said.
      ratings: [...row.ratings.filter((note) => !drafted.has(note.criterionId)), ...row.ratingDrafts],
      files: attachedOfRows(row.files),
    },
    fileIds: row.files.map((each) => each.fileId),
    participation: participationOf(row.enrolment),
  };
}

/** Reads an observation without a scope, for what is done in the system's own name; null where there is none. */
export async function readObservation(tx: Transaction, id: string): Promise<ObservationFacts | null> {
  const row = await tx.observation.findUnique({ where: { id }, select: observationSelect });
  return row && factsOf(row);
}

/** Locks the case and then the observation, in the order of lib/db/lock-row.ts; whether there is such an observation. */
export async function lockObservation(tx: Transaction, id: string): Promise<boolean> {
  const owner = await tx.observation.findUnique({ where: { id }, select: { enrolmentId: true } });
  if (!owner) return false;
  await lockCaseOf(tx, owner.enrolmentId);
  return lockRow(tx, "observation", id);
}

/** Locks an observation that the acting person may reach; null where there is none for them. */
export async function loadObservation(work: Work, id: string): Promise<ObservationFacts | null> {
  if (!(await lockObservation(work.tx, id))) return null;
  const row = await work.tx.observation.findFirst({
    where: { AND: [{ id }, visibleObservations(work.acting)] },
    select: observationSelect,
  });
  return row && factsOf(row);
}

/** An observation before its assessor. */
export type AssessedFacts = ObservationFacts & { readonly eligibility: EligibilityFacts };

/** As `loadObservation`, with what keeps its assessor from observing today. */
export async function loadAssessedObservation(work: Work, id: string): Promise<AssessedFacts | null> {
  const observation = await loadObservation(work, id);
  if (!observation) return null;
  const { enrolmentId } = observation.participation;
  const facts = await gatherEligibility(work.tx, observation.assessorId, [enrolmentId]);
  const eligibility = facts.get(enrolmentId);
  return eligibility ? { ...observation, eligibility } : null;
}
