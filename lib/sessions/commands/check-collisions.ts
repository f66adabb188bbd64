import "server-only";
import type { Work } from "@/lib/auth/work";
import { insist } from "@/lib/core/decision";
import { findProblems, type Wanted } from "../facts/find-problems";

/**
 * Refuses what would collide, naming what it collides with and the nearest free times (`findProblems` says how). Two plans at
 * the same instant both pass here; then the database lets one through (session_room_once, session_facilitator_once).
 */
export async function checkCollisions(work: Work, wanted: readonly Wanted[]): Promise<void> {
  const problems = await findProblems(work.tx, work.acting, wanted, work.now);
  for (const problem of problems) if (problem) insist({ ok: false, refusal: problem.refusal });
}
