import "server-only";
import { personOf } from "@/lib/auth/acting";
import type { Work } from "@/lib/auth/work";
import { issueCertificate } from "@/lib/certificates/commands/issue-certificate";
import { insist } from "@/lib/core/decision";
import { decideRelease } from "../rules/release";
import { type CaseFacts, insistVersion } from "./load-case";
import { mailParticipant } from "./mail-participant";
import { moveCase } from "./move-case";
import { startNextRound } from "./start-next-round";

/**
 * Tells the participant the outcome. In the same transaction a decision to certify issues the certificate, so that nobody
 * is told of one that does not exist; a requested repeat opens the next round with its own deadline.
 */
export async function releaseCase(
  work: Work,
  facts: CaseFacts,
  input: { readonly version: number },
): Promise<{ readonly certificateId: string | null }> {
  const { decision } = facts;
  const consequence = insist(decideRelease({ ...facts, outcome: decision?.outcome ?? null }));
  insistVersion(facts, input.version);
  const released = await moveCase(work, facts, {
    to: "released",
    action: "released",
    data: { releasedAt: work.now, releasedById: personOf(work.acting) },
  });
  await mailParticipant(work, facts, {
    template: "case-released",
    params: {
      programme: facts.programme,
      path: "/my/certification",
    },
  });
  if (consequence === "nextRound") await startNextRound(work, released, decision?.repeatDueOn ?? null);
  return { certificateId: consequence === "issue" ? await issueCertificate(work, facts.id) : null };
}
