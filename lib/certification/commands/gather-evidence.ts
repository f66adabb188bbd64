import "server-only";
import type { Transaction } from "@/lib/db/client";
import { evidenceSelect, requirementFactsOf } from "../rules/evidence-rows";
import type { RequirementFacts } from "../rules/requirements";

/** What a case rests on, as it is in this transaction. Whoever asks has found the case in a scope, or acts for everybody. */
export async function gatherEvidence(tx: Transaction, caseId: string, now: Date): Promise<RequirementFacts> {
  const row = await tx.certificationCase.findUniqueOrThrow({ where: { id: caseId }, select: evidenceSelect });
  return requirementFactsOf(row, now);
}
