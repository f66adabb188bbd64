import "server-only";
import type { Work } from "@/lib/auth/work";
import { insist, RefusalError, refuse } from "@/lib/core/decision";
import { decideTransition } from "@/lib/core/transitions";
import type { Prisma } from "@/lib/db/generated/client";
import type { ObservationState } from "@/lib/db/generated/enums";
import { observationTransitions } from "../rules/transitions";

/** An observation as it was found: what the move is conditional on. */
export type MovableObservation = {
  readonly id: string;
  readonly state: ObservationState;
  readonly version: number;
};

/**
 * Moves an observation to another state, with what changes along, and leaves an audit event; returns it as it is now. Refused
 * where the rules have no such move, or where somebody was faster.
 */
export async function moveObservation(
  work: Work,
  observation: MovableObservation,
  to: ObservationState,
  change: Omit<Prisma.ObservationUncheckedUpdateManyInput, "state" | "version"> = {},
  detail: Readonly<Record<string, unknown>> = {},
): Promise<MovableObservation> {
  const { id, state, version } = observation;
  insist(decideTransition("observation", observationTransitions, state, to));
  const { count } = await work.tx.observation.updateMany({
    where: { id, version, state },
    data: { ...change, state: to, version: version + 1, updatedAt: work.now },
  });
  if (count === 0) throw new RefusalError(refuse("conflict").refusal);
  await work.audit({
    stream: `observation:${id}`,
    action: `observation.${to}`,
    entity: "observation",
    entityId: id,
    detail: { before: state, after: to, ...detail },
  });
  return { id, state: to, version: version + 1 };
}
