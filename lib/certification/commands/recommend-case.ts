import "server-only";
import { personOf } from "@/lib/auth/acting";
import type { Work } from "@/lib/auth/work";
import { insist } from "@/lib/core/decision";
import type { CaseOutcome } from "@/lib/db/generated/enums";
import { decideRecommendation } from "../rules/decision";
import { type CaseFacts, insistVersion } from "./load-case";
import { moveCase } from "./move-case";

/** Recommends an outcome to the decider, on the evidence as it is now, whose hash is kept. */
export async function recommendCase(
  work: Work,
  facts: CaseFacts,
  input: { readonly version: number; readonly outcome: CaseOutcome; readonly reasons: string },
): Promise<void> {
  insist(decideRecommendation(facts, input.outcome));
  insistVersion(facts, input.version);
  await work.tx.caseRecommendation.create({
    data: {
      caseId: facts.id,
      round: facts.round,
      recommenderId: personOf(work.acting),
      outcome: input.outcome,
      reasons: input.reasons,
      evidenceHash: facts.evidenceHash,
      recommendedAt: work.now,
    },
    select: { id: true },
  });
  await moveCase(work, facts, {
    to: "recommended",
    action: "recommended",
    detail: { outcome: input.outcome, evidenceHash: facts.evidenceHash },
  });
}
