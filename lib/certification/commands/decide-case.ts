import "server-only";
import { personOf } from "@/lib/auth/acting";
import type { Work } from "@/lib/auth/work";
import { dateColumn } from "@/lib/core/dates";
import { insist } from "@/lib/core/decision";
import { decideDecision, decideUnspoilt, type Outcome } from "../rules/decision";
import { spoiltFiles } from "./check-files";
import { type CaseFacts, insistVersion } from "./load-case";
import { moveCase } from "./move-case";

/** What does not belong to the outcome is not kept: a repeat has no guidance on appeal, a certificate no criteria to repeat. */
function fitting(outcome: Outcome): Outcome {
  const repeats = outcome.outcome === "repeat_requested";
  return {
    ...outcome,
    repeatCriteria: repeats ? outcome.repeatCriteria : [],
    repeatGuidance: repeats ? outcome.repeatGuidance : "",
    repeatDueOn: repeats ? outcome.repeatDueOn : null,
    appealGuidance: outcome.outcome === "not_certified" ? outcome.appealGuidance : "",
  };
}

/**
 * Decides the case for the certifying body. The evidence was hashed anew under the case's lock and has to be what the
 * recommendation rests on; the bytes of the files beside it are hashed here. Nothing of the outcome reaches the participant before `releaseCase`.
 */
export async function decideCase(
  work: Work,
  facts: CaseFacts,
  input: Outcome & { readonly version: number },
): Promise<void> {
  const { version, ...given } = input;
  const outcome = fitting(given);
  insist(decideDecision(facts, outcome, work.now));
  insistVersion(facts, version);
  insist(decideUnspoilt(await spoiltFiles(work.tx, facts.requirementFacts.evidence)));
  const { id } = await work.tx.caseDecision.create({
    data: {
      ...outcome,
      repeatCriteria: [...outcome.repeatCriteria],
      repeatDueOn: outcome.repeatDueOn ? dateColumn(outcome.repeatDueOn) : null,
      caseId: facts.id,
      round: facts.round,
      deciderId: personOf(work.acting),
      evidenceHash: facts.evidenceHash,
      decidedAt: work.now,
    },
    select: { id: true },
  });
  await moveCase(work, facts, {
    to: "decided",
    action: "decided",
    detail: { decisionId: id, outcome: outcome.outcome, evidenceHash: facts.evidenceHash },
  });
}
