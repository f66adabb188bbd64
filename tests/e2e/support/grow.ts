import { connect, type Db } from "../../../lib/db/client.ts";
import { makeApplication } from "../../factories/applications.ts";
import { makeCase } from "../../factories/cases.ts";
import { makeCertificate } from "../../factories/certificates.ts";
import { makeCohort, makeSession } from "../../factories/cohorts.ts";
import { makeAttendance, makeEnrolment, makeProject } from "../../factories/enrolments.ts";
import { makeObservation, makeVisit } from "../../factories/observations.ts";
import { inDays } from "../../factories/unique.ts";

const idOf = async (db: Db, email: string) =>
  (await db.person.findUniqueOrThrow({ where: { email }, select: { id: true } })).id;

/** Several more of everything that the demo's people see in lists, around the programme that certifies. */
export async function growAround(url: string): Promise<void> {
  const db = connect(url, 4);
  try {
    const running = await db.cohort.findFirstOrThrow({ where: { slug: "odense-igangvaerende" } });
    const open = await db.cohort.findFirstOrThrow({ where: { slug: "odense-foraar" } });
    const facilitatorId = await idOf(db, "facilitator@komponent.example");
    const assessorId = await idOf(db, "assessor@copi.example");
    const { organisationId } = await db.enrolment.findFirstOrThrow({
      where: { cohortId: running.id, person: { email: "participant@fjordby.example" } },
    });
    const held = await db.session.findMany({
      where: { cohortId: running.id, state: "held" },
      select: { id: true },
    });
    let visits = 0;
    const observed = async (enrolmentId: string, states: readonly ("locked" | "shared" | "submitted")[]) => {
      for (const state of states)
        await makeObservation(db, { enrolmentId, assessorId, organisationId, state });
      visits += 1;
      await makeVisit(db, { enrolmentId, assessorId, startsAt: inDays(100 + visits) });
    };

    await db.cohort.update({ where: { id: running.id }, data: { capacity: { increment: 10 } } });
    for (let n = 0; n < 5; n++) {
      await makeApplication(db, { cohortId: open.id, organisationId, state: "under_review" });
      await makeApplication(db, { cohortId: open.id, organisationId, state: "waitlisted" });
      const { id } = await makeEnrolment(db, { cohortId: running.id, organisationId });
      await makeProject(db, { enrolmentId: id });
      for (const { id: sessionId } of held)
        await makeAttendance(db, { sessionId, enrolmentId: id, recordedById: facilitatorId });
      await makeCase(db, { enrolmentId: id, state: "recommended" });
      await observed(id, ["locked", "shared", "submitted"]);
    }
    for (const email of ["participant@fjordby.example", "certified@aadal.example"]) {
      const personId = await idOf(db, email);
      for (let n = 0; n < 3; n++) {
        const cohort = await makeCohort(db, {
          programmeVersionId: running.programmeVersionId,
          agreementId: running.agreementId,
          state: "running",
          facilitatorIds: [facilitatorId],
        });
        await makeSession(db, { cohortId: cohort.id, startsAt: inDays(30 + n), facilitatorIds: [] });
        const enrolment = await makeEnrolment(db, { cohortId: cohort.id, personId, organisationId });
        await makeProject(db, { enrolmentId: enrolment.id });
        await observed(enrolment.id, ["locked", "shared"]);
        const { id: caseId } = await makeCase(db, { enrolmentId: enrolment.id, state: "released" });
        await makeCertificate(db, { caseId });
        const waiting = await makeCohort(db, { programmeVersionId: running.programmeVersionId });
        await makeApplication(db, { cohortId: waiting.id, personId, organisationId, state: "waitlisted" });
      }
    }
  } finally {
    await db.$disconnect();
  }
}
