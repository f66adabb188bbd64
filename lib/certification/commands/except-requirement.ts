import "server-only";
import { personOf } from "@/lib/auth/acting";
import type { Work } from "@/lib/auth/work";
import { insist } from "@/lib/core/decision";
import type { RequirementKind } from "@/lib/db/generated/enums";
import { decideException } from "../rules/exception";
import type { CaseFacts } from "./load-case";
import { auditCase } from "./move-case";
import { refreshCase } from "./refresh-case";

/** Waives a requirement in this round, in writing. The case becomes ready where nothing else is missing. */
export async function exceptRequirement(
  work: Work,
  facts: CaseFacts,
  input: { readonly requirement: RequirementKind; readonly reason: string },
): Promise<void> {
  insist(decideException(facts, input.requirement));
  const { id } = await work.tx.caseException.create({
    data: {
      caseId: facts.id,
      round: facts.round,
      requirement: input.requirement,
      writtenById: personOf(work.acting),
      reason: input.reason,
      writtenAt: work.now,
    },
    select: { id: true },
  });
  await auditCase(work, facts, "requirementExcepted", { exceptionId: id, requirement: input.requirement });
  await refreshCase(work, facts.enrolmentId);
}
