import "server-only";
import type { Work } from "@/lib/auth/work";
import { insist } from "@/lib/core/decision";
import { decideTakingUp } from "../rules/readiness";
import { unmetRequirements } from "../rules/requirements";
import { type CaseFacts, insistVersion } from "./load-case";
import { moveCase, noteStep } from "./move-case";

/** Makes a case ready whose time for evidence is over though something is missing, so that it gets an answer. */
export async function takeUpCase(
  work: Work,
  facts: CaseFacts,
  input: { readonly version: number },
): Promise<void> {
  const to = insist(decideTakingUp(facts.state, facts.evaluation));
  insistVersion(facts, input.version);
  await noteStep(work, facts, "taken_up");
  await moveCase(work, facts, {
    to,
    action: "takenUp",
    detail: { unmet: unmetRequirements(facts.evaluation) },
  });
}
