import { expect, it } from "vitest";
import { getCohortFigures } from "@/lib/applications/queries/get-cohort-figures";
import { makeStage } from "../../commands/enrolments/stage";
import { makeApplication } from "../../factories/applications";
import { makeSession } from "../../factories/cohorts";
import { makeAttendance, makeEnrolment } from "../../factories/enrolments";
import { testDatabase } from "../../setup/database";

it("counts the way in, the time it took, how the cohort filled, and who stayed away", async () => {
  const { client } = await testDatabase();
  const stage = await makeStage(client);
  const cohort = await stage.cohort({ capacity: 10, state: "running" });
  const empty = await getCohortFigures(stage.staffActing, cohort.id);
  expect(empty).toMatchObject({
    capacity: 10,
    funnel: { begun: 0, submitted: 0, decided: 0, seated: 0, seatedNow: 0 },
    times: { decision: null, slowest: null, manager: null },
    weeks: [],
    showings: [],
  });

  const at = { cohortId: cohort.id };
  await makeApplication(client, { ...at, state: "draft" });
  await makeApplication(client, { ...at, state: "submitted" });
  await makeApplication(client, { ...at, state: "declined" });
  const admitted = await makeApplication(client, { ...at, state: "admitted" });
  const left = await makeApplication(client, { ...at, state: "admitted" });
  const seated = await makeEnrolment(client, {
    ...at,
    applicationId: admitted.id,
    personId: admitted.personId,
  });
  await makeEnrolment(client, {
    ...at,
    applicationId: left.id,
    personId: left.personId,
    state: "withdrawn",
  });
  const named = await makeEnrolment(client, at);
  const session = await makeSession(client, { cohortId: cohort.id, state: "held" });
  const here = { sessionId: session.id, recordedById: stage.staff.id };
  await makeAttendance(client, { ...here, enrolmentId: seated.id, status: "absent" });
  await makeAttendance(client, { ...here, enrolmentId: seated.id, status: "present" });
  await makeAttendance(client, { ...here, enrolmentId: named.id, status: "absent" });

  const figures = await getCohortFigures(stage.staffActing, cohort.id);
  expect(figures?.funnel).toEqual({ begun: 5, submitted: 4, decided: 3, seated: 2, seatedNow: 1 });
  // Handed in five days ago and decided one day ago, all three.
  expect(figures?.times.decision).toBeCloseTo(4, 3);
  expect(figures?.times.slowest).toBeCloseTo(4, 3);
  expect(figures?.weeks.at(-1)).toMatchObject({ applied: 4, seated: 2 });
  // The latest entry counts: who was first noted as absent was there.
  expect(figures?.showings).toMatchObject([{ id: session.id, present: 1, excused: 0, absent: 1 }]);
});
