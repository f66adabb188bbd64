import "server-only";
import { personOf } from "@/lib/auth/acting";
import type { Work } from "@/lib/auth/work";
import { issueCertificate } from "@/lib/certificates/commands/issue-certificate";
import { dateColumn } from "@/lib/core/dates";
import { insist, RefusalError } from "@/lib/core/decision";
import { type AppealVerdict, decideAppeal } from "../rules/appeal";
import { decideUnspoilt } from "../rules/decision";
import { spoiltFiles } from "./check-files";
import { type CaseFacts, insistVersion } from "./load-case";
import { mailParticipant } from "./mail-participant";
import { moveCase } from "./move-case";
import { startNextRound } from "./start-next-round";

/**
 * Ends an appeal: the decision stands, or it becomes a certificate or a new round. The participant is told at once. The evidence is held
 * to what it is held to at the decision: rows and files are hashed anew here, and what the appeal was judged by is noted in the trail.
 */
export async function decideCaseAppeal(
  work: Work,
  facts: CaseFacts,
  input: AppealVerdict & { readonly version: number },
): Promise<void> {
  const consequence = insist(decideAppeal(facts, input, work.now));
  insistVersion(facts, input.version);
  insist(decideUnspoilt(await spoiltFiles(work.tx, facts.requirementFacts.evidence)));
  const { count } = await work.tx.caseAppeal.updateMany({
    where: { caseId: facts.id, decidedAt: null },
    data: {
      decidedById: personOf(work.acting),
      decidedAt: work.now,
      changedTo: input.changedTo,
      reasons: input.reasons,
    },
  });
  if (count === 0) throw new RefusalError({ code: "conflict" });
  const ended = await moveCase(work, facts, {
    to: input.changedTo === null ? "upheld" : "changed",
    action: "appealDecided",
    detail: { appealId: facts.appeal?.id, changedTo: input.changedTo, evidenceHash: facts.evidenceHash },
  });
  await mailParticipant(work, facts, {
    template: "case-released",
    params: {
      programme: facts.programme,
      path: "/my/certification",
    },
  });
  if (consequence === "issue") await issueCertificate(work, facts.id);
  if (consequence === "nextRound")
    await startNextRound(work, ended, input.repeatDueOn ? dateColumn(input.repeatDueOn) : null);
}
