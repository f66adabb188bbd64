import { admitApplication } from "@/lib/applications/commands/admit-applications";
import { loadAdmission } from "@/lib/applications/commands/load-admission";
import type { Acting } from "@/lib/auth/acting";
import { doWork, type Work } from "@/lib/auth/work";
import type { PrismaClient } from "@/lib/db/generated/client";
import { inTransaction } from "@/lib/db/transaction";
import { makeApplication } from "../../factories/applications";
import { type CohortOptions, makeCohort } from "../../factories/cohorts";
import { makeFramework } from "../../factories/frameworks";
import { makeOrganisation } from "../../factories/organisations";
import { makePerson, makePersonInRole } from "../../factories/people";
import { makeProgramme } from "../../factories/programmes";
import { actingAs } from "../../factories/sign-in";

/** A provider with staff and a programme that a body certifies. */
export async function makeStage(client: PrismaClient) {
  const provider = await makeOrganisation(client, { kind: "provider" });
  const body = await makeOrganisation(client, { kind: "certifying_body" });
  const municipality = await makeOrganisation(client, { kind: "municipality", name: "Solrød Prøvekommune" });
  const staff = await makePersonInRole(client, "staff", provider.id);
  const framework = await makeFramework(client, { certifyingBodyId: body.id });
  const programme = await makeProgramme(client, {
    providerId: provider.id,
    certification: { certifyingBodyId: body.id, frameworkVersionId: framework.versionId },
  });
  const staffActing = await actingAs(client, staff.id, "application.decide");
  /** An applicant whom staff are reading about. */
  async function applicant(cohortId: string, name?: string) {
    const person = await makePerson(client, name ? { name } : {});
    const application = await makeApplication(client, {
      cohortId,
      personId: person.id,
      organisationId: municipality.id,
      state: "under_review",
    });
    return { person, application };
  }
  return {
    client,
    provider,
    municipality,
    staff,
    staffActing,
    programme,
    cohort: (options: Omit<CohortOptions, "programmeVersionId"> = {}) =>
      makeCohort(client, { programmeVersionId: programme.versionId, ...options }),
    applicant,
    /** So many of them, in any order: their applications. */
    applicants: async (cohortId: string, number: number) =>
      (await Promise.all(Array.from({ length: number }, () => applicant(cohortId)))).map(
        ({ application }) => ({ id: application.id, version: application.version }),
      ),
  };
}

export type Stage = Awaited<ReturnType<typeof makeStage>>;

/** Runs a command as `acting` in one transaction, as an action would. */
export function doing<T>(
  client: PrismaClient,
  acting: Acting,
  run: (work: Work) => Promise<T>,
  now = new Date(),
): Promise<T> {
  return inTransaction(client, (tx) => doWork(tx, acting, now, run));
}

/** Admits one application as its action does, but without the lock: for whoever does one thing after the other. */
export async function admit(work: Work, applicationId: string): Promise<void> {
  const found = await loadAdmission(work, applicationId);
  if (!found) throw new Error("there is no such application");
  await admitApplication(work, found.cohort, found.application);
}

/** Who sits, who holds an offer and who waits in a cohort, by person's id; the queue in order of joining. */
export async function standing(client: PrismaClient, cohortId: string) {
  const [cohort, seats, enrolments, entries] = await Promise.all([
    client.cohort.findUniqueOrThrow({ where: { id: cohortId } }),
    client.seat.findMany({ where: { cohortId }, orderBy: { number: "asc" } }),
    client.enrolment.findMany({
      where: { cohortId, state: { in: ["reserved", "active", "paused", "completed", "not_completed"] } },
    }),
    client.waitlistEntry.findMany({
      where: { cohortId },
      orderBy: { position: "asc" },
      include: { application: { select: { personId: true } } },
    }),
  ]);
  const inState = (state: string) =>
    entries.filter((entry) => entry.state === state).map((entry) => entry.application.personId);
  return {
    capacity: cohort.capacity,
    seats,
    enrolled: enrolments.map((enrolment) => enrolment.personId),
    offered: inState("offered"),
    waiting: inState("waiting"),
    entries,
  };
}
