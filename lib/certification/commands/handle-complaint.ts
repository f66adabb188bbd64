import "server-only";
import { personOf } from "@/lib/auth/acting";
import type { Work } from "@/lib/auth/work";
import { insist, RefusalError } from "@/lib/core/decision";
import type { ComplaintAbout } from "@/lib/db/generated/enums";
import {
  type ComplaintVerdict,
  complaintDueAt,
  decideComplaint,
  decideFilingComplaint,
} from "../rules/complaint";
import type { CaseFacts } from "./load-case";
import { mailParticipant } from "./mail-participant";
import { auditCase } from "./move-case";

/** Takes a complaint about how the case was handled, and acknowledges it with the day by which it is answered. */
export async function fileComplaint(
  work: Work,
  facts: CaseFacts,
  { about, text }: { readonly about: ComplaintAbout; readonly text: string },
): Promise<void> {
  insist(decideFilingComplaint(facts.complaint !== null));
  const { id } = await work.tx.caseComplaint.create({
    data: { caseId: facts.id, about, text, filedById: personOf(work.acting), filedAt: work.now },
    select: { id: true },
  });
  await auditCase(work, facts, "complaintFiled", { complaintId: id, about });
  await mailParticipant(work, facts, {
    template: "complaint-received",
    params: {
      programme: facts.programme,
      dueAt: complaintDueAt(work.now).toISOString(),
      zone: facts.timeZone,
      path: "/my/certification",
    },
  });
}

/** Answers a complaint, as somebody who took no part in the case before. The participant is told that there is an answer. */
export async function decideCaseComplaint(
  work: Work,
  facts: CaseFacts,
  input: ComplaintVerdict,
): Promise<void> {
  insist(decideComplaint(facts, input));
  const { count } = await work.tx.caseComplaint.updateMany({
    where: { caseId: facts.id, state: "received" },
    data: {
      state: input.verdict,
      reasons: input.reasons,
      decidedById: personOf(work.acting),
      decidedAt: work.now,
      version: { increment: 1 },
    },
  });
  if (count === 0) throw new RefusalError({ code: "conflict" });
  await auditCase(work, facts, "complaintAnswered", {
    complaintId: facts.complaint?.id,
    verdict: input.verdict,
  });
  await mailParticipant(work, facts, {
    template: "complaint-answered",
    params: { programme: facts.programme, path: "/my/certification" },
  });
}
