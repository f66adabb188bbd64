import "server-only";
import type { Work } from "@/lib/auth/work";
import { insist } from "@/lib/core/decision";
import { decideSameEvidence } from "../rules/decision";
import { decideReopening } from "../rules/release";
import { type CaseFacts, insistVersion } from "./load-case";
import { noteStep } from "./move-case";
import { startNextRound } from "./start-next-round";

/**
 * Sends a recommended case back, because its evidence has changed or falls short. The recommendation stays readable with
 * its round; a new one is made on the evidence as it then is.
 */
export async function reopenCase(
  work: Work,
  facts: CaseFacts,
  input: { readonly version: number },
): Promise<void> {
  insist(decideReopening(facts));
  insistVersion(facts, input.version);
  const evidenceChanged = !decideSameEvidence(facts).ok;
  await noteStep(work, facts, "sent_back");
  await startNextRound(work, facts, undefined, { reopened: true, evidenceChanged });
}
