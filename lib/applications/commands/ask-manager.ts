import "server-only";
import { personOf } from "@/lib/auth/acting";
import { type Limit, takeForPerson } from "@/lib/auth/rate-limit";
import type { Work } from "@/lib/auth/work";
import { insist } from "@/lib/core/decision";
import type { Locale } from "@/lib/db/generated/enums";
import { approvalExpiry } from "../rules/approval";

/** What the manager is asked, about whom. */
export type Asking = {
  readonly applicationId: string;
  readonly managerName: string;
  readonly managerEmail: string;
  readonly applicant: { readonly name: string; readonly locale: Locale };
  readonly organisation: string;
  readonly cohort: {
    readonly name: string;
    readonly startsOn: Date;
    readonly approvalDays: number;
    readonly programmeVersion: { readonly title: string };
  };
};

/**
 * So many questions somebody may have sent in a day, over all their applications: a question can be asked again, and an application withdrawn
 * and written anew, each time to another address with words of the applicant's own. Enough for whoever applies, too little to write to
 * strangers with.
 */
const questions: Limit = {
  what: "manager-question",
  points: 10,
  seconds: 24 * 3600,
  code: "approval.askedOften",
};

/**
 * Asks a manager to approve, by a link that is signed for this one question. The mail is in the applicant's language, which is the
 * best guess at the manager's. Refused as `approval.askedOften`.
 */
export async function askManager(work: Work, asking: Asking): Promise<void> {
  insist(await takeForPerson(work.tx, questions, personOf(work.acting)));
  const { id } = await work.tx.managerApproval.create({
    data: {
      applicationId: asking.applicationId,
      managerName: asking.managerName,
      managerEmail: asking.managerEmail,
      askedAt: work.now,
      expiresAt: approvalExpiry(work.now, asking.cohort.approvalDays),
    },
    select: { id: true },
  });
  await work.audit({
    stream: `application:${asking.applicationId}`,
    action: "approval.asked",
    entity: "managerApproval",
    entityId: id,
  });
  await work.mail({
    template: "approval-asked",
    to: { name: asking.managerName, email: asking.managerEmail, locale: asking.applicant.locale },
    params: {
      approvalId: id,
      applicant: asking.applicant.name,
      organisation: asking.organisation,
      programme: asking.cohort.programmeVersion.title,
      cohort: asking.cohort.name,
      startsOn: asking.cohort.startsOn.toISOString().slice(0, 10),
    },
  });
}
