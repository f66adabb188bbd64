import "server-only";
import type { Work } from "@/lib/auth/work";
import { civilDay } from "@/lib/core/dates";
import { insist, RefusalError } from "@/lib/core/decision";
import { nameAt } from "@/lib/organisations/rules/name-at";
import { decideAskingAgain } from "../rules/approval";
import { decideManagerAddress } from "../rules/submission";
import { askManager } from "./ask-manager";
import type { LoadedApplication } from "./load-application";

/**
 * Asks for the approval once more, the same person or somebody else. The earlier link stops working: it was for the earlier
 * question. Refused where somebody has answered already.
 */
export async function askAgain(
  work: Work,
  application: LoadedApplication,
  manager: { readonly name: string; readonly email: string },
): Promise<void> {
  const approval = application.managerApproval;
  if (!approval) throw new RefusalError({ code: "approval.notAsked" });
  insist(decideAskingAgain({ ...approval, applicationState: application.state }));
  insist(decideManagerAddress(manager.email, application.person.email ?? ""));
  const { count } = await work.tx.managerApproval.deleteMany({
    where: { id: approval.id, answeredAt: null },
  });
  if (count === 0) throw new RefusalError({ code: "conflict" });
  await work.tx.application.update({
    where: { id: application.id },
    data: { managerName: manager.name, managerEmail: manager.email, version: { increment: 1 } },
  });
  const today = civilDay(work.now);
  await askManager(work, {
    applicationId: application.id,
    managerName: manager.name,
    managerEmail: manager.email,
    applicant: application.person,
    organisation:
      (application.organisation && nameAt(application.organisation.names, today)?.name) ??
      application.organisationOther,
    cohort: application.cohort,
  });
}
