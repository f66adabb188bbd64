import "server-only";
import type { Work } from "@/lib/auth/work";
import { insist, RefusalError, refuse } from "@/lib/core/decision";
import { decideTransition } from "@/lib/core/transitions";
import type { VisitState } from "@/lib/db/generated/enums";
import { visitTransitions } from "../rules/transitions";
import { decideVisitBegun } from "../rules/visit-times";
import { isObserved, type VisitFacts } from "./load-visit";
import { tellOfVisit } from "./tell-of-visit";

type Ended = Extract<VisitState, "done" | "missed" | "cancelled">;

async function end(
  work: Work,
  visit: Pick<VisitFacts, "id" | "state" | "participation">,
  version: number,
  state: Ended,
  change: { readonly cancelReason?: string } = {},
): Promise<void> {
  insist(decideTransition("visit", visitTransitions, visit.state, state));
  const { count } = await work.tx.observationVisit.updateMany({
    where: { id: visit.id, version, state: visit.state },
    data: {
      state,
      version: { increment: 1 },
      ...change,
      ...(state === "cancelled" ? { sequence: { increment: 1 } } : {}),
    },
  });
  if (count === 0) throw new RefusalError(refuse("conflict").refusal);
  await work.audit({
    stream: `enrolment:${visit.participation.enrolmentId}`,
    action: `visit.${state}`,
    entity: "observationVisit",
    entityId: visit.id,
    detail: { before: visit.state, after: state },
  });
}

/** Notes that a visit took place, or that it came to nothing. Only once it has begun. */
export async function closeVisit(
  work: Work,
  visit: VisitFacts,
  version: number,
  state: "done" | "missed",
): Promise<void> {
  insist(decideVisitBegun(visit, work.now));
  if (state === "missed" && isObserved(visit)) {
    throw new RefusalError(refuse("visit.observed").refusal);
  }
  await end(work, visit, version, state);
}

/**
 * Cancels a visit for a reason, which the participant and a second assessor are told; `left` where it is because they leave the cohort. One that an observation
 * tells of took place.
 */
export async function cancelVisit(
  work: Work,
  visit: VisitFacts,
  version: number,
  reason: string,
  { left = false }: { readonly left?: boolean } = {},
): Promise<void> {
  if (isObserved(visit)) throw new RefusalError(refuse("visit.observed").refusal);
  await end(work, visit, version, "cancelled", { cancelReason: reason });
  const told = { ...visit, sequence: visit.sequence + 1, participant: visit.participation.participant };
  const news = { kind: "cancelled", reason: left ? "" : reason, left } as const;
  await tellOfVisit(work, told, news);
  if (visit.pair) await tellOfVisit(work, told, news, visit.pair.second);
}
