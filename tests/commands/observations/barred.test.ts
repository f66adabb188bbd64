import { beforeAll, describe, expect, it } from "vitest";
import type { PrismaClient } from "@/lib/db/generated/client";
import { bookVisitAction, declareConflictAction } from "@/lib/observations/actions";
import { makeApplication } from "../../factories/applications";
import { makeCohort, makeSession } from "../../factories/cohorts";
import { makeEnrolment } from "../../factories/enrolments";
import { makeAffiliation } from "../../factories/people";
import { actorOf } from "../../factories/sign-in";
import { inDays } from "../../factories/unique";
import { call, word } from "../../policy/call";
import { testDatabase } from "../../setup/database";
import { booking, makeStage, type Stage } from "./stage";

let client: PrismaClient;
let stage: Stage;

beforeAll(async () => {
  client = (await testDatabase()).client;
  stage = await makeStage(client);
}, 60_000);

const visitsOf = (enrolmentId: string) => client.observationVisit.findMany({ where: { enrolmentId } });

describe("who is barred books nothing", () => {
  type Scene = { assessor: { id: string; email: string }; participant: { id: string; enrolmentId: string } };

  async function refusal(prepare: (scene: Scene) => Promise<unknown>, authorised = true): Promise<string> {
    const [assessor, participant] = [await stage.assessor({ authorised }), await stage.participant()];
    await prepare({ assessor, participant });
    const actor = await actorOf(client, assessor.id);
    const outcome = await call(client, bookVisitAction, actor, booking(participant.enrolmentId));
    expect(await visitsOf(participant.enrolmentId)).toEqual([]);
    return word(outcome);
  }

  it.each<[string, string, (scene: Scene) => Promise<unknown>]>([
    [
      "the same employer",
      "assessor.sameEmployer",
      ({ assessor }) =>
        makeAffiliation(client, { personId: assessor.id, organisationId: stage.municipality.id }),
    ],
    [
      "the same employer until a year ago",
      "assessor.sameEmployer",
      ({ assessor }) =>
        makeAffiliation(client, {
          personId: assessor.id,
          organisationId: stage.municipality.id,
          validFrom: inDays(-2000),
          validTo: inDays(-365),
        }),
    ],
    [
      "on the teaching team",
      "assessor.teachesCohort",
      ({ assessor }) =>
        client.cohortFacilitator.create({ data: { cohortId: stage.cohort.id, personId: assessor.id } }),
    ],
    [
      "facilitates one session",
      "assessor.teachesCohort",
      async ({ assessor }) => {
        const session = await makeSession(client, { cohortId: stage.cohort.id, state: "planned" });
        await client.sessionFacilitator.create({
          data: {
            sessionId: session.id,
            personId: assessor.id,
            startsAt: session.startsAt,
            endsAt: session.endsAt,
          },
        });
      },
    ],
    [
      "trained them on another cohort",
      "assessor.trainedRecently",
      async ({ assessor, participant }) => {
        const other = await makeCohort(client, {
          programmeVersionId: stage.programme.versionId,
          state: "running",
          facilitatorIds: [assessor.id],
        });
        await makeSession(client, { cohortId: other.id, state: "held" });
        await makeEnrolment(client, { cohortId: other.id, personId: participant.id });
      },
    ],
    [
      "declared it",
      "assessor.declaredBar",
      async ({ assessor, participant }) => {
        const { enrolmentId } = participant;
        const values = { enrolmentId, outcome: "bar", ground: "Vi er svogre." };
        const actor = await actorOf(client, assessor.id);
        expect(word(await call(client, declareConflictAction, actor, values))).toBe("done");
      },
    ],
    [
      "was asked as the manager",
      "assessor.lineRelation",
      async ({ assessor, participant }) => {
        const application = await makeApplication(client, {
          cohortId: stage.cohort.id,
          personId: participant.id,
          state: "under_review",
        });
        await client.application.update({
          where: { id: application.id },
          data: { managerEmail: assessor.email },
        });
        await client.enrolment.update({
          where: { id: participant.enrolmentId },
          data: { applicationId: application.id },
        });
      },
    ],
  ])("%s", async (_, expected, prepare) => {
    expect(await refusal(prepare)).toBe(expected);
  });

  it("without an authorisation, and with one that has expired", async () => {
    expect(await refusal(async () => undefined, false)).toBe("assessor.notAuthorised");
    const expired = await refusal(({ assessor }) =>
      client.assessorAuthorisation.updateMany({
        where: { personId: assessor.id },
        data: { validTo: inDays(-1) },
      }),
    );
    expect(expired).toBe("assessor.authorisationExpired");
  });

  it("the person themself", async () => {
    const assessor = await stage.assessor();
    const enrolment = await makeEnrolment(client, { cohortId: stage.cohort.id, personId: assessor.id });
    const outcome = await call(client, bookVisitAction, assessor.actor, booking(enrolment.id));
    expect(word(outcome)).toBe("assessor.self");
  });

  it("until they declare anew that there is nothing", async () => {
    const [assessor, participant] = [await stage.assessor(), await stage.participant()];
    const declare = (outcome: string) =>
      call(client, declareConflictAction, assessor.actor, {
        enrolmentId: participant.enrolmentId,
        outcome,
        ground: "Fælles bestyrelse",
      });
    await declare("bar");
    await declare("manage");
    const outcome = await call(client, bookVisitAction, assessor.actor, booking(participant.enrolmentId));
    expect(word(outcome)).toBe("done");
    expect(await client.conflictDeclaration.count({ where: { assessorId: assessor.id } })).toBe(2);
  });
});
