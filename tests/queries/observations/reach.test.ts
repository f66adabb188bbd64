import { beforeAll, describe, expect, it } from "vitest";
import { getFacilitatedCohort } from "@/lib/attendance/queries/get-facilitated-cohort";
import { getRollCall } from "@/lib/attendance/queries/get-roll-call";
import type { Permission } from "@/lib/auth/permissions";
import type { PrismaClient } from "@/lib/db/generated/client";
import { getEvidence } from "@/lib/observations/queries/get-evidence";
import { getObservation } from "@/lib/observations/queries/get-observation";
import { listAssessmentQueue } from "@/lib/observations/queries/list-assessment-queue";
import { listObservations } from "@/lib/observations/queries/list-observations";
import { makeStage, type Stage } from "../../commands/observations/stage";
import { makeSession } from "../../factories/cohorts";
import { makeConflict, makeObservation } from "../../factories/observations";
import { makePersonInRole } from "../../factories/people";
import { actingAs } from "../../factories/sign-in";
import { testDatabase } from "../../setup/database";

const NOTE = "Samlede gruppen om tavlen";

let client: PrismaClient;
let stage: Stage;

beforeAll(async () => {
  client = (await testDatabase()).client;
  stage = await makeStage(client);
}, 60_000);

async function scene() {
  const [assessor, participant] = [await stage.assessor(), await stage.participant()];
  const { enrolmentId } = participant;
  const ratings = stage.framework.criteria.map(({ id }) => ({ criterionId: id, rating: "reached" as const }));
  const make = (state: "draft" | "submitted" | "shared" | "locked") =>
    makeObservation(client, { assessorId: assessor.id, enrolmentId, state, ratings });
  return { assessor, participant, enrolmentId, make };
}

describe("who reaches a note", () => {
  const people = async () => {
    const { id: staff } = await makePersonInRole(client, "staff", stage.provider.id);
    const { id: coordinator } = await makePersonInRole(client, "coordinator", stage.municipality.id);
    const foreign = await makeStage(client);
    return {
      staff: [staff, "staff.view"],
      coordinator: [coordinator, "organisation.view"],
      facilitator: [stage.facilitator.id, "facilitation.view"],
      colleague: [(await stage.assessor()).id, "assessment.view"],
      foreignAssessor: [(await foreign.assessor()).id, "assessment.view"],
      foreignCertifier: [foreign.certifier.id, "certification.view"],
      otherParticipant: [(await stage.participant()).id, "my.view"],
    } satisfies Record<string, [string, Permission]>;
  };

  it("neither staff, coordinator, facilitator, another assessor nor anybody of another body, in any state", async () => {
    const { enrolmentId, make } = await scene();
    const observations = [
      await make("draft"),
      await make("submitted"),
      await make("shared"),
      await make("locked"),
    ];
    for (const [who, [personId, permission]] of Object.entries(await people())) {
      const acting = await actingAs(client, personId, permission as Permission);
      for (const { id } of observations) {
        expect([who, await getObservation(acting, id, "da", new Date())]).toEqual([who, null]);
      }
      expect([who, await listObservations(acting, { enrolmentId })]).toEqual([who, []]);
      const evidence = await getEvidence(acting, enrolmentId, "da", new Date());
      expect([who, evidence?.matrix.occasions ?? []]).toEqual([who, []]);
    }
  });

  it("the participant from the sharing on, the certifier from the submission on, the assessor always", async () => {
    const { assessor, participant, make } = await scene();
    const reach = async (personId: string, permission: Permission, id: string) =>
      (
        await getObservation(await actingAs(client, personId, permission), id, "da", new Date())
      )?.seen.startsWith(NOTE) ?? false;
    const table = [];
    for (const state of ["draft", "submitted", "shared", "locked"] as const) {
      const { id } = await make(state);
      table.push([
        state,
        await reach(participant.id, "my.view", id),
        await reach(stage.certifier.id, "certification.view", id),
        await reach(assessor.id, "assessment.view", id),
      ]);
    }
    expect(table).toEqual([
      ["draft", false, false, true],
      ["submitted", false, true, true],
      ["shared", true, true, true],
      ["locked", true, true, true],
    ]);
  });

  it("the participant is not told why one was returned", async () => {
    const { assessor, participant, make } = await scene();
    const { id } = await make("shared");
    await client.observation.update({ where: { id }, data: { returnReason: "Internt" } });
    const asParticipant = await actingAs(client, participant.id, "my.view");
    const asAssessor = await actingAs(client, assessor.id, "assessment.view");
    expect((await getObservation(asParticipant, id, "da", new Date()))?.returnReason).toBeNull();
    expect((await getObservation(asAssessor, id, "da", new Date()))?.returnReason).toBe("Internt");
  });
});

describe("what a facilitator sees", () => {
  it("holds no word of an observation", async () => {
    const { make } = await scene();
    await make("locked");
    const session = await makeSession(client, { cohortId: stage.cohort.id, state: "held" });
    const acting = await actingAs(client, stage.facilitator.id, "facilitation.view");
    const board = await getFacilitatedCohort(acting, stage.cohort.id, new Date());
    const roll = await getRollCall(acting, session.id);
    expect(board?.people.length).toBeGreaterThan(0);
    expect(JSON.stringify([board, roll])).not.toContain(NOTE);
    expect(JSON.stringify([board, roll]).toLowerCase()).not.toContain("observation");
  });
});

describe("the evidence", () => {
  it("an assessor sees their own occasions; what others have seen is counted and not shown", async () => {
    const { assessor, enrolmentId, make } = await scene();
    const own = await make("locked");
    const colleague = await stage.assessor();
    await makeObservation(client, { assessorId: colleague.id, enrolmentId, state: "locked" });
    const acting = await actingAs(client, assessor.id, "assessment.view");
    const evidence = await getEvidence(acting, enrolmentId, "da", new Date());
    expect(evidence?.matrix.occasions.map((occasion) => occasion.observationId)).toEqual([own.id]);
    const queue = await listAssessmentQueue(acting, new Date());
    expect(queue.find((entry) => entry.enrolmentId === enrolmentId)).toBeUndefined();
  });

  it("a locked amendment takes the place of what it amends", async () => {
    const { assessor, participant, enrolmentId, make } = await scene();
    const original = await make("locked");
    const ratings = stage.framework.criteria.map(({ id }) => ({
      criterionId: id,
      rating: "partly" as const,
    }));
    const amendment = await makeObservation(client, {
      assessorId: assessor.id,
      enrolmentId,
      ratings,
      amends: { id: original.id, reason: "Forkert dag" },
    });
    const acting = await actingAs(client, participant.id, "my.view");
    const evidence = await getEvidence(acting, enrolmentId, "da", new Date());
    expect(evidence?.matrix.occasions.map((occasion) => occasion.observationId)).toEqual([amendment.id]);
    expect(evidence?.matrix.met).toBe(0);
    expect((await getObservation(acting, original.id, "da", new Date()))?.amendedById).toBe(amendment.id);
  });
});

describe("the queue", () => {
  it("does not count what an amendment replaced, and asks for as many as are missing besides", async () => {
    const { assessor, enrolmentId, make } = await scene();
    const original = await make("locked");
    const amends = { id: original.id, reason: "Forkert dag" };
    await makeObservation(client, { assessorId: assessor.id, enrolmentId, amends });
    const acting = await actingAs(client, assessor.id, "assessment.view");
    const entry = (await listAssessmentQueue(acting, new Date())).find(
      (each) => each.enrolmentId === enrolmentId,
    );
    expect(entry?.forecast).toMatchObject({
      observationsCounting: 1,
      observationsNeeded: 1,
      observationsAtLeast: 2,
    });
  });

  it("says why somebody is barred, and of whom the body certifies nothing it says nothing", async () => {
    const { assessor, participant, enrolmentId } = await scene();
    await makeConflict(client, { assessorId: assessor.id, participantId: participant.id, outcome: "bar" });
    const acting = await actingAs(client, assessor.id, "assessment.view");
    const queue = await listAssessmentQueue(acting, new Date());
    expect(queue.find((entry) => entry.enrolmentId === enrolmentId)?.barred?.code).toBe(
      "assessor.declaredBar",
    );
    const foreign = await actingAs(
      client,
      (await (await makeStage(client)).assessor()).id,
      "assessment.view",
    );
    expect(await listAssessmentQueue(foreign, new Date())).toEqual([]);
  });
});
