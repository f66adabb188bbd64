import "server-only";
import { personOf } from "@/lib/auth/acting";
import type { Work } from "@/lib/auth/work";
import { endOfDay } from "@/lib/core/dates";
import { insist } from "@/lib/core/decision";
import { decideOpeningHearing } from "../rules/hearing";
import { type CaseFacts, insistVersion } from "./load-case";
import { mailParticipant } from "./mail-participant";
import { moveCase } from "./move-case";

/** Tells the participant what is intended and on which facts, and until when they may answer (forvaltningsloven § 19). */
export async function openHearing(
  work: Work,
  facts: CaseFacts,
  input: { readonly version: number; readonly notice: string; readonly dueOn: string },
): Promise<void> {
  const dueAt = endOfDay(input.dueOn, facts.timeZone);
  insist(decideOpeningHearing(facts, dueAt, work.now, facts.timeZone));
  insistVersion(facts, input.version);
  await work.tx.caseHearing.create({
    data: {
      caseId: facts.id,
      round: facts.round,
      notice: input.notice,
      openedAt: work.now,
      openedById: personOf(work.acting),
      dueAt,
    },
    select: { id: true },
  });
  await moveCase(work, facts, { to: "hearing", action: "hearingOpened", detail: { dueAt } });
  await mailParticipant(work, facts, {
    template: "hearing-opened",
    params: {
      programme: facts.programme,
      dueAt: dueAt.toISOString(),
      zone: facts.timeZone,
      path: "/my/certification",
    },
  });
}
