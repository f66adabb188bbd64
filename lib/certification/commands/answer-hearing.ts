import "server-only";
import { personOf } from "@/lib/auth/acting";
import type { Work } from "@/lib/auth/work";
import { insist, RefusalError } from "@/lib/core/decision";
import { decideStatement } from "../rules/hearing";
import type { CaseFacts } from "./load-case";
import { auditCase } from "./move-case";

/** Adds the statement of the participant, or of who represents them, to the open hearing. It is written once; the case may be decided from then on. */
export async function answerHearing(work: Work, facts: CaseFacts, statement: string): Promise<void> {
  insist(decideStatement(facts.state, facts.hearing, work.now));
  const { count } = await work.tx.caseHearing.updateMany({
    where: { caseId: facts.id, round: facts.round, statementAt: null },
    data: { statement, statementAt: work.now, statementById: personOf(work.acting) },
  });
  if (count === 0) throw new RefusalError({ code: "conflict" });
  await auditCase(work, facts, "hearingAnswered");
}
