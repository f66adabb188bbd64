import "server-only";
import type { Work } from "@/lib/auth/work";
import { insist, RefusalError } from "@/lib/core/decision";
import { leaveQueue } from "@/lib/enrolments/commands/leave-queue";
import { offerFreeSeats } from "@/lib/enrolments/commands/offer-free-seats";
import { decideWithdrawal } from "../rules/review";
import type { LoadedApplication } from "./load-application";

/** The applicant withdraws: their place in the queue is given up, and a seat held for them goes to the next. */
export async function withdrawApplication(work: Work, application: LoadedApplication): Promise<void> {
  insist(decideWithdrawal(application.state));
  const freed = application.waitlistEntry ? await leaveQueue(work, application.waitlistEntry) : false;
  const { count } = await work.tx.application.updateMany({
    where: { id: application.id, version: application.version, state: application.state },
    data: { state: "withdrawn", version: { increment: 1 } },
  });
  if (count === 0) throw new RefusalError({ code: "conflict" });
  await work.audit({
    stream: `application:${application.id}`,
    action: "application.withdrawn",
    entity: "application",
    entityId: application.id,
    detail: { from: application.state },
  });
  if (freed) await offerFreeSeats(work, application.cohortId);
}
