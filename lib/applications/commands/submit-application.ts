import "server-only";
import type { Work } from "@/lib/auth/work";
import { civilDay } from "@/lib/core/dates";
import { insist, RefusalError, refuse } from "@/lib/core/decision";
import type { ApplicationState, PayerKind } from "@/lib/db/generated/enums";
import { recipientOf } from "@/lib/mail/recipient-of";
import { nameAt } from "@/lib/organisations/rules/name-at";
import { decideSubmission } from "../rules/submission";
import { type ApplicationInput, normalEmail } from "../schema";
import { askManager } from "./ask-manager";
import type { Applying } from "./load-applying";
import { writeDraft } from "./write-draft";

/** The wording that the applicant agreed to; changes when `applications.form.confirm` does. */
const CONFIRMATION = "2026-11";

function decide(work: Work, applying: Applying, input: ApplicationInput, payer: PayerKind): void {
  const { cohort, person, organisation } = applying;
  const trackIds = cohort.programmeVersion.tracks.map((track) => track.id);
  const facts = {
    cohort: {
      state: cohort.state,
      applicationDeadline: cohort.applicationDeadline,
      trackIds: trackIds.length > 1 ? trackIds : [],
      agreementPays: cohort.agreement !== null && cohort.agreement.kind !== "open",
    },
    applicantEmail: person.email ?? "",
    alreadyEnrolled: person.enrolments.length > 0,
    application: {
      trackId: input.trackId,
      organisation,
      organisationOther: organisation ? "" : input.organisationOther,
      managerEmail: normalEmail(input.managerEmail),
      payer,
      payerGln: input.payerGln,
    },
  };
  insist(decideSubmission(facts, work.now));
}

async function step(work: Work, application: { id: string; version: number }, to: ApplicationState) {
  const { count } = await work.tx.application.updateMany({
    where: { id: application.id, version: application.version },
    data: {
      state: to,
      version: { increment: 1 },
      ...(to === "submitted" ? { submittedAt: work.now } : {}),
    },
  });
  if (count === 0) throw new RefusalError({ code: "conflict" });
  return { id: application.id, version: application.version + 1 };
}

/**
 * Hands an application in: writes it as the form holds it, asks the manager where one is named, and thanks the applicant by mail.
 * Returns its id. Refused as `application.…` with the field it concerns.
 */
export async function submitApplication(
  work: Work,
  applying: Applying,
  input: ApplicationInput,
): Promise<string> {
  const { payer } = input;
  if (payer === null) throw new RefusalError(refuse("application.payerUnfit", undefined, "payer").refusal);
  decide(work, applying, input, payer);
  const submitted = await step(work, await writeDraft(work, applying, input), "submitted");
  await work.audit({
    stream: `application:${submitted.id}`,
    action: "application.submitted",
    entity: "application",
    entityId: submitted.id,
    detail: { cohortId: applying.cohort.id, confirmation: CONFIRMATION },
  });
  if (input.managerEmail !== "") {
    await step(work, submitted, "manager_pending");
    await askManager(work, {
      applicationId: submitted.id,
      managerName: input.managerName,
      managerEmail: normalEmail(input.managerEmail),
      applicant: applying.person,
      organisation: organisationName(work, applying, input),
      cohort: applying.cohort,
    });
  }
  await thank(work, applying, input, submitted.id);
  return submitted.id;
}

function organisationName(work: Work, { organisation }: Applying, input: ApplicationInput): string {
  const today = civilDay(work.now);
  return (organisation && nameAt(organisation.names, today)?.name) ?? input.organisationOther;
}

async function thank(work: Work, { person, cohort }: Applying, input: ApplicationInput, id: string) {
  const to = recipientOf(person);
  if (!to) return;
  await work.mail({
    template: "application-received",
    to,
    params: {
      programme: cohort.programmeVersion.title,
      cohort: cohort.name,
      startsOn: cohort.startsOn.toISOString().slice(0, 10),
      manager: input.managerEmail === "" ? "" : input.managerName,
      path: `/my/applications/${id}`,
    },
  });
}
