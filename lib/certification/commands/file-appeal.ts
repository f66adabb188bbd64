import "server-only";
import { personOf } from "@/lib/auth/acting";
import type { Work } from "@/lib/auth/work";
import { insist } from "@/lib/core/decision";
import { decideFilingAppeal } from "../rules/appeal";
import type { CaseFacts } from "./load-case";
import { moveCase } from "./move-case";

/** Takes the participant's appeal against a released refusal. */
export async function fileAppeal(work: Work, facts: CaseFacts, grounds: string): Promise<void> {
  insist(decideFilingAppeal({ ...facts, outcome: facts.decision?.outcome ?? null }, work.now));
  const { id } = await work.tx.caseAppeal.create({
    data: { caseId: facts.id, grounds, filedAt: work.now, filedById: personOf(work.acting) },
    select: { id: true },
  });
  await moveCase(work, facts, { to: "appealed", action: "appealFiled", detail: { appealId: id } });
}
