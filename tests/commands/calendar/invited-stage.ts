import type { PrismaClient } from "@/lib/db/generated/client";
import { makeSession } from "../../factories/cohorts";
import { makeEnrolment } from "../../factories/enrolments";
import { makePerson } from "../../factories/people";
import { inDays } from "../../factories/unique";
import { type ProviderStage, stageCohort } from "../cohorts/provider-stage";

/** Somebody on an open cohort with a session to come, who is known to have been told nothing yet. */
export async function makeSomebodyInvited(
  client: PrismaClient,
  stage: ProviderStage,
  options: { locale?: "da" | "sv" | "en" } = {},
) {
  const cohort = await stageCohort(client, stage, { state: "open" });
  const person = await makePerson(client, options);
  const session = await makeSession(client, { cohortId: cohort.id, startsAt: inDays(200) });
  const enrolment = await makeEnrolment(client, {
    cohortId: cohort.id,
    personId: person.id,
    state: "reserved",
  });
  return { cohort, person, session, enrolment };
}
/** The mails to an address that wait to be sent or were, oldest first. */
export const mailsTo = (client: PrismaClient, email: string) =>
  client.outboxMail.findMany({ where: { toEmail: email }, orderBy: { createdAt: "asc" } });
