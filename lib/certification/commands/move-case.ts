import "server-only";
import type { DoneTo } from "@/lib/audit/rules/events";
import { personOf } from "@/lib/auth/acting";
import type { Work } from "@/lib/auth/work";
import { RefusalError } from "@/lib/core/decision";
import type { Prisma } from "@/lib/db/generated/client";
import type { CaseState, CaseStepKind } from "@/lib/db/generated/enums";
import type { CaseFacts } from "./load-case";

/** What the audit trail says of a move. */
export type CaseMove = {
  readonly to: CaseState;
  /** Past participle, like `released`; the event is `case.released`. */
  readonly action: DoneTo<"case">;
  readonly data?: Prisma.CertificationCaseUncheckedUpdateManyInput;
  readonly detail?: Readonly<Record<string, unknown>>;
};

/**
 * Moves a case from the state and version that `facts` were read in, and writes the event. Somebody else's change in
 * between leaves no row to move: refused as `conflict`. Returns the facts as they are then.
 */
export async function moveCase(work: Work, facts: CaseFacts, move: CaseMove): Promise<CaseFacts> {
  const { count } = await work.tx.certificationCase.updateMany({
    where: { id: facts.id, state: facts.state, version: facts.version },
    data: { ...move.data, state: move.to, version: { increment: 1 } },
  });
  if (count === 0) throw new RefusalError({ code: "conflict" });
  await auditCase(work, facts, move.action, { before: facts.state, after: move.to, ...move.detail });
  return { ...facts, state: move.to, version: facts.version + 1 };
}

/** Names who takes a step that says nothing of the outcome. To be written before the case moves: the database asks for it then. */
export async function noteStep(work: Work, facts: CaseFacts, kind: CaseStepKind): Promise<void> {
  await work.tx.caseStep.create({
    data: {
      caseId: facts.id,
      round: facts.round,
      kind,
      takenById: personOf(work.acting),
      takenAt: work.now,
    },
    select: { id: true },
  });
}

/** Writes an event of the case's history. */
export function auditCase(
  work: Work,
  facts: Pick<CaseFacts, "id" | "round">,
  action: DoneTo<"case">,
  detail: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  return work.audit({
    stream: `case:${facts.id}`,
    action: `case.${action}`,
    entity: "certificationCase",
    entityId: facts.id,
    detail: { round: facts.round, ...detail },
  });
}
