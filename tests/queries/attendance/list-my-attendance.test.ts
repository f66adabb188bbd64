import { describe, expect, it } from "vitest";
import { listMyAttendance } from "@/lib/attendance/queries/list-my-attendance";
import { makeCohort, makeSession } from "../../factories/cohorts";
import { makeAttendance, makeEnrolment } from "../../factories/enrolments";
import { makeOrganisation } from "../../factories/organisations";
import { makePerson } from "../../factories/people";
import { makeProgramme } from "../../factories/programmes";
import { actingAs } from "../../factories/sign-in";
import { inDays } from "../../factories/unique";
import { testDatabase } from "../../setup/database";

async function place() {
  const { client } = await testDatabase();
  const provider = await makeOrganisation(client, { kind: "provider" });
  const programme = await makeProgramme(client, { providerId: provider.id });
  const recorder = await makePerson(client);
  const cohort = await makeCohort(client, { programmeVersionId: programme.versionId, state: "running" });
  const held = await makeSession(client, { cohortId: cohort.id, startsAt: inDays(-10), state: "held" });
  const ahead = await makeSession(client, { cohortId: cohort.id, startsAt: inDays(10) });
  return { client, cohort, held, ahead, recorder };
}

describe("listMyAttendance", () => {
  it("tells what was attended, planned and is still attainable, by the newest entry", async () => {
    const { client, cohort, held, ahead, recorder } = await place();
    const person = await makePerson(client);
    const enrolment = await makeEnrolment(client, { cohortId: cohort.id, personId: person.id });
    const entry = { sessionId: held.id, enrolmentId: enrolment.id, recordedById: recorder.id };
    await makeAttendance(client, { ...entry, status: "absent" });
    await makeAttendance(client, { ...entry, status: "made_up" });
    const [mine, ...others] = await listMyAttendance(
      await actingAs(client, person.id, "my.view"),
      new Date(),
    );
    expect(others).toEqual([]);
    expect(mine?.summary).toEqual({ attended: 1, planned: 2, highestAttainable: 2, open: 1 });
    expect(mine?.standing).toBe("attainable");
    expect(mine?.sessions.map(({ id, status }) => [id, status])).toEqual([
      [held.id, "made_up"],
      [ahead.id, null],
    ]);
  });

  it("leaves a guest outside the count and asks of them nothing more than may", async () => {
    const { client, cohort } = await place();
    const person = await makePerson(client);
    await makeEnrolment(client, { cohortId: cohort.id, personId: person.id, participantRole: "guest" });
    const [mine] = await listMyAttendance(await actingAs(client, person.id, "my.view"), new Date());
    expect(mine?.summary).toBeNull();
    expect(mine?.sessions.map(({ obligation }) => obligation)).toEqual(["optional", "optional"]);
  });

  it("shows nobody else's, and nothing that was broken off", async () => {
    const { client, cohort, held, recorder } = await place();
    const [person, other] = [await makePerson(client), await makePerson(client)];
    await makeEnrolment(client, { cohortId: cohort.id, personId: person.id, state: "withdrawn" });
    const theirs = await makeEnrolment(client, { cohortId: cohort.id, personId: other.id });
    await makeAttendance(client, { sessionId: held.id, enrolmentId: theirs.id, recordedById: recorder.id });
    expect(await listMyAttendance(await actingAs(client, person.id, "my.view"), new Date())).toEqual([]);
  });
});
