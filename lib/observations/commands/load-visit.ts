import "server-only";
import { personOf } from "@/lib/auth/acting";
import { visibleVisits } from "@/lib/auth/scope";
import type { Work } from "@/lib/auth/work";
import type { Prisma } from "@/lib/db/generated/client";
import { lockRow } from "@/lib/db/lock-row";
import { gatherEligibility } from "../facts/gather-eligibility";
import type { EligibilityFacts } from "../rules/assessor-eligibility";
import {
  type Participation,
  participationOf,
  participationSelect,
  recipientSelect,
} from "./load-participation";

const visitSelect = {
  id: true,
  state: true,
  version: true,
  assessorId: true,
  startsAt: true,
  endsAt: true,
  timeZone: true,
  place: true,
  situation: true,
  sequence: true,
  icalUid: true,
  assessor: { select: recipientSelect },
  observation: { select: { id: true } },
  slots: { select: { id: true, startsAt: true, endsAt: true } },
  pair: {
    select: {
      id: true,
      secondId: true,
      second: { select: recipientSelect },
      observations: { select: { id: true, assessorId: true } },
    },
  },
  enrolment: { select: participationSelect },
} as const satisfies Prisma.ObservationVisitSelect;

/** A visit with the participation it belongs to. */
export type VisitFacts = Omit<
  Prisma.ObservationVisitGetPayload<{ select: typeof visitSelect }>,
  "enrolment"
> & {
  readonly participation: Participation;
};

/** Whether somebody has begun to write of a visit: its own assessor, or the second one who came along. */
export function isObserved({ observation, pair }: Pick<VisitFacts, "observation" | "pair">): boolean {
  return observation !== null || (pair?.observations.length ?? 0) > 0;
}

/** Locks a visit that the acting person makes or receives; null where there is none for them. */
export async function loadVisit(work: Work, visitId: string): Promise<VisitFacts | null> {
  if (!(await lockRow(work.tx, "observation_visit", visitId))) return null;
  const row = await work.tx.observationVisit.findFirst({
    where: { AND: [{ id: visitId }, visibleVisits(work.acting)] },
    select: visitSelect,
  });
  if (!row) return null;
  const { enrolment, ...visit } = row;
  return { ...visit, participation: participationOf(enrolment) };
}

/** Locks the visits of these enrolments that are not over, in the order of their ids; whoever acts. */
export async function loadVisitsToEnd(work: Work, enrolmentIds: readonly string[]): Promise<VisitFacts[]> {
  const where = {
    enrolmentId: { in: [...enrolmentIds] },
    state: { in: ["requested", "proposed", "booked"] },
  } satisfies Prisma.ObservationVisitWhereInput;
  const found = await work.tx.observationVisit.findMany({
    where,
    orderBy: { id: "asc" },
    select: { id: true },
  });
  for (const { id } of found) await lockRow(work.tx, "observation_visit", id);
  const rows = await work.tx.observationVisit.findMany({
    where: { AND: [where, { id: { in: found.map(({ id }) => id) } }] },
    orderBy: { id: "asc" },
    select: visitSelect,
  });
  return rows.map(({ enrolment, ...visit }) => ({ ...visit, participation: participationOf(enrolment) }));
}

/** As `loadVisit`, with what keeps the acting assessor from observing. */
export async function loadVisitForAssessor(
  work: Work,
  visitId: string,
): Promise<(VisitFacts & { readonly eligibility: EligibilityFacts }) | null> {
  const visit = await loadVisit(work, visitId);
  if (!visit) return null;
  const { enrolmentId } = visit.participation;
  const facts = await gatherEligibility(work.tx, personOf(work.acting), [enrolmentId]);
  const eligibility = facts.get(enrolmentId);
  return eligibility ? { ...visit, eligibility } : null;
}

/** As `loadVisit`, with what keeps the visit's assessor from observing: asked when the participant picks a time. */
export async function loadVisitForParticipant(
  work: Work,
  visitId: string,
): Promise<(VisitFacts & { readonly eligibility: EligibilityFacts }) | null> {
  const visit = await loadVisit(work, visitId);
  if (!visit) return null;
  const { enrolmentId } = visit.participation;
  const facts = await gatherEligibility(work.tx, visit.assessorId, [enrolmentId]);
  const eligibility = facts.get(enrolmentId);
  return eligibility ? { ...visit, eligibility } : null;
}
