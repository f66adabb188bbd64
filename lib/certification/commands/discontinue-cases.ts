import "server-only";
import type { Work } from "@/lib/auth/work";
import { RefusalError } from "@/lib/core/decision";
import { undecidedStates } from "../rules/transitions";
import { auditCase } from "./move-case";

/**
 * Ends the undecided cases of people who have left their cohort, in the transaction in which they do: nobody waits for them any more, and
 * nothing is decided. What is decided already is told, appealed and kept as ever. Whoever acts need not be able to reach the cases. The
 * enrolments must have ended (trigger certification_case_lapses). Returns the ids of the enrolments whose case ended.
 */
export async function discontinueCases(work: Work, enrolmentIds: readonly string[]): Promise<string[]> {
  if (enrolmentIds.length === 0) return [];
  // Somebody may be deciding one at this moment: whoever comes second sees what the first has left.
  await work.tx.$queryRaw`
    SELECT id FROM certification_case WHERE enrolment_id = ANY (${[...enrolmentIds]}::uuid[]) ORDER BY id FOR UPDATE`;
  const open = await work.tx.certificationCase.findMany({
    where: { enrolmentId: { in: [...enrolmentIds] }, state: { in: [...undecidedStates] } },
    orderBy: { id: "asc" },
    select: { id: true, enrolmentId: true, state: true, round: true },
  });
  const ids = open.map(({ id }) => id);
  const { count } = await work.tx.certificationCase.updateMany({
    where: { id: { in: ids }, state: { in: [...undecidedStates] } },
    data: { state: "discontinued", discontinuedAt: work.now, version: { increment: 1 } },
  });
  if (count !== ids.length) throw new RefusalError({ code: "conflict" });
  for (const its of open)
    await auditCase(work, its, "discontinued", { before: its.state, after: "discontinued" });
  return open.map(({ enrolmentId }) => enrolmentId);
}
