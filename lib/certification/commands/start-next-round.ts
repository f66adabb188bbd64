import "server-only";
import type { Work } from "@/lib/auth/work";
import type { CaseFacts } from "./load-case";
import { moveCase } from "./move-case";
import { refreshCase } from "./refresh-case";

/**
 * Sends a case back to gathering evidence in a new round, which has its own recommendation, exceptions and decision.
 * `evidenceDueOn` is its last day, undefined where the earlier one stays. It may be ready again at once.
 */
export async function startNextRound(
  work: Work,
  facts: CaseFacts,
  evidenceDueOn?: Date | null,
  detail?: Readonly<Record<string, unknown>>,
): Promise<void> {
  await moveCase(work, facts, {
    to: "collecting",
    action: "roundStarted",
    data: { round: { increment: 1 }, ...(evidenceDueOn === undefined ? {} : { evidenceDueOn }) },
    detail: { nextRound: facts.round + 1, ...detail },
  });
  await refreshCase(work, facts.enrolmentId);
}
