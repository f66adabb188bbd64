import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { Prisma, type PrismaClient } from "@/lib/db/generated/client";
import { gatherEligibility } from "@/lib/observations/facts/gather-eligibility";
import { decideAssessorEligibility } from "@/lib/observations/rules/assessor-eligibility";
import { makeApplication } from "../../factories/applications";
import { makeCase } from "../../factories/cases";
import { makeCohort, makeSession } from "../../factories/cohorts";
import { makeEnrolment } from "../../factories/enrolments";
import { makeAuthorisation } from "../../factories/frameworks";
import { makeObservation } from "../../factories/observations";
import { makeAffiliation, makePerson, makePersonInRole } from "../../factories/people";
import { actorOf } from "../../factories/sign-in";
import { dayInDays, inDays } from "../../factories/unique";
import { rehearse, word } from "../../policy/call";
import { testDatabase } from "../../setup/database";
import { parts } from "./case-parts";
import { makeStage, type Stage } from "./stage";
import { tryStatement } from "./try-statement";

const { sql } = Prisma;

let client: PrismaClient;
let stage: Stage;
const tried = (statement: Prisma.Sql) => tryStatement(client, statement);

beforeAll(async () => {
  client = (await testDatabase()).client;
  stage = await makeStage(client);
});

describe("who is near though no register says so", () => {
  type Near = { readonly id: string; readonly email: string };
  type Scene = { readonly near: Near; readonly participantId: string; readonly enrolmentId: string };

  async function applied({ participantId, enrolmentId }: Scene, data: Prisma.ApplicationUpdateInput) {
    const { id } = await makeApplication(client, {
      cohortId: stage.cohort.id,
      personId: participantId,
      state: "under_review",
    });
    await client.application.update({ where: { id }, data });
    await client.enrolment.update({ where: { id: enrolmentId }, data: { applicationId: id } });
  }
  const asked = (managerEmail: string) => ({ managerName: "Leder", managerEmail, expiresAt: inDays(10) });
  const passedOn = (fromEmail: string, toEmail: string) => ({
    ...{ id: randomUUID(), fromName: "Leder", fromEmail, toName: "Stedfortræder", toEmail },
    forwardedAt: inDays(-1),
  });
  /** A cohort with sessions that the near person taught; the participant left it on a day. */
  async function taughtUntilLeft({ near, participantId }: Scene, leftAt: Date) {
    const earlier = await makeCohort(client, {
      programmeVersionId: stage.programme.versionId,
      state: "running",
      startsOn: dayInDays(-100),
      endsOn: dayInDays(100),
      facilitatorIds: [near.id],
    });
    await makeSession(client, { cohortId: earlier.id, startsAt: inDays(-90), state: "held" });
    const { id } = await makeEnrolment(client, {
      cohortId: earlier.id,
      personId: participantId,
      state: "transferred",
    });
    await client.enrolment.update({ where: { id }, data: { endedAt: leftAt } });
  }

  it.each<[string, string, (scene: Scene) => Promise<unknown>]>([
    ["nobody", "", async () => undefined],
    [
      "who works where they were enrolled from",
      "sameEmployer",
      ({ near }) => makeAffiliation(client, { personId: near.id, organisationId: stage.municipality.id }),
    ],
    [
      "the manager who passed the question on",
      "line",
      (scene) =>
        applied(scene, {
          managerApproval: { create: asked("stedfortraeder@factory.example") },
          forwards: { create: passedOn(scene.near.email, "stedfortraeder@factory.example") },
        }),
    ],
    [
      "the deputy to whom it was passed on",
      "line",
      (scene) =>
        applied(scene, {
          managerEmail: "leder@factory.example",
          managerApproval: { create: asked(scene.near.email) },
          forwards: { create: passedOn("leder@factory.example", scene.near.email) },
        }),
    ],
    ["a teacher of a cohort they left halfway", "trained", (scene) => taughtUntilLeft(scene, inDays(-40))],
    ["a teacher of a cohort they left before it began", "", (scene) => taughtUntilLeft(scene, inDays(-120))],
  ])("%s", async (_who, why, prepare) => {
    const participant = await makePerson(client);
    const { id: enrolmentId } = await makeEnrolment(client, {
      cohortId: stage.cohort.id,
      personId: participant.id,
      organisationId: stage.municipality.id,
    });
    const near = await makePersonInRole(client, "certifier", stage.body.id);
    await makeAuthorisation(client, { personId: near.id, frameworkVersionId: stage.framework.versionId });
    const { id } = await makeObservation(client, { enrolmentId, assessorId: near.id, state: "draft" });
    const { id: caseId, version } = await makeCase(client, { enrolmentId, state: "ready" });
    await prepare({ near, participantId: participant.id, enrolmentId });

    const facts = (await gatherEligibility(client, near.id, [enrolmentId])).get(enrolmentId);
    const observing = facts && decideAssessorEligibility(facts, new Date());
    const made = { caseId, version, certificateId: "", requestId: "", reviewId: "", ids: new Map() };
    const { recommendation } = parts;
    if (!recommendation) throw new Error("unreachable");
    const actor = await actorOf(client, near.id);
    const said = word(await rehearse(client, recommendation.action, actor, recommendation.input(made, "")));
    const submitted = sql`
      UPDATE observation SET state = 'submitted', submitted_at = now(), content_hash = 'hash', situation = 'Et møde', seen = 'Set'
      WHERE id = ${id}::uuid`;
    const words: Record<string, readonly [string, string]> = {
      sameEmployer: ["assessor.sameEmployer", "case.barred.sameEmployer"],
      line: ["assessor.lineRelation", "case.barred.lineManager"],
      trained: ["assessor.trainedRecently", "case.barred.trainedLately"],
    };
    const [ofAssessor, ofCase] = words[why] ?? ["allowed", ""];
    expect(observing?.ok ? "allowed" : observing?.refusal.code).toBe(ofAssessor);
    expect(said.startsWith("case.barred.") ? said : "").toBe(ofCase);
    const barred = why !== "";
    expect((await tried(submitted)) === "observation_assessor_barred").toBe(barred);
    expect(await tried(recommendation.sql(made, near.id))).toBe(barred ? recommendation.constraint : null);
  });
});
