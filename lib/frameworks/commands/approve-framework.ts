import "server-only";
import { personOf } from "@/lib/auth/acting";
import type { Work } from "@/lib/auth/work";
import { insist, refuse } from "@/lib/core/decision";
import { decideTransition } from "@/lib/core/transitions";
import type { FrameworkVersionState } from "@/lib/db/generated/enums";
import { usedByOf, usedBySelect } from "../facts/used-by";
import { decideApproval, decideRetiring } from "../rules/approval";
import { frameworkVersionTransitions } from "../rules/transitions";
import { auditFramework, type LoadedFramework } from "./load-framework";
import { putFrameworkInUse } from "./put-framework-in-use";

function insistSeen(framework: LoadedFramework, seen: number): void {
  if (framework.version !== seen) insist(refuse("conflict"));
}

async function move(work: Work, framework: LoadedFramework, to: FrameworkVersionState): Promise<void> {
  const { count } = await work.tx.frameworkVersion.updateMany({
    where: { id: framework.id, version: framework.version, state: framework.state },
    data: { state: to, version: { increment: 1 } },
  });
  if (count === 0) insist(refuse("conflict"));
}

/**
 * Approves a draft as the acting person; with the second person it is approved, and nobody changes it any more. What is approved
 * is what was seen: refused as `conflict` where somebody wrote on it since. Whether it is approved now.
 */
export async function approveFramework(work: Work, draft: LoadedFramework, seen: number): Promise<boolean> {
  const personId = personOf(work.acting);
  const approvedBy = draft.approvals.map((each) => each.personId);
  const { approved } = insist(decideApproval({ state: draft.state, approvedBy, personId, content: draft }));
  insistSeen(draft, seen);
  await work.tx.frameworkApproval.create({
    data: { frameworkVersionId: draft.id, personId, approvedAt: work.now },
  });
  if (approved) await move(work, draft, "approved");
  await auditFramework(work, draft, "approved", { number: draft.number, complete: approved });
  return approved;
}

/** Takes an approved version into use, before a programme does by being published. */
export async function takeIntoUse(work: Work, framework: LoadedFramework, seen: number): Promise<void> {
  insist(decideTransition("framework", frameworkVersionTransitions, framework.state, "in_use"));
  insistSeen(framework, seen);
  await putFrameworkInUse(work, framework.id);
}

/** Retires a version on which nothing rests any more. What was certified by it stays. */
export async function retireFramework(work: Work, framework: LoadedFramework, seen: number): Promise<void> {
  const row = await work.tx.frameworkVersion.findUniqueOrThrow({
    where: { id: framework.id },
    select: usedBySelect,
  });
  insist(decideRetiring(framework.state, usedByOf(row)));
  insistSeen(framework, seen);
  await move(work, framework, "retired");
  await auditFramework(work, framework, "retired", { number: framework.number });
}
