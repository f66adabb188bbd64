import { beforeAll, describe, expect, it } from "vitest";
import { asSystem } from "@/lib/auth/system";
import {
  decideCaseAction,
  exceptRequirementAction,
  recommendCaseAction,
  releaseCaseAction,
} from "@/lib/certification/actions";
import { openCase } from "@/lib/certification/commands/open-case";
import { refreshCase } from "@/lib/certification/commands/refresh-case";
import { violatedConstraint } from "@/lib/db/error-mapping";
import type { PrismaClient } from "@/lib/db/generated/client";
import { makeCohort } from "../../factories/cohorts";
import { makeEnrolment } from "../../factories/enrolments";
import { makeConflict, makeObservation } from "../../factories/observations";
import { makeOrganisation } from "../../factories/organisations";
import { grantRole, makeAffiliation, makePerson, makePersonInRole } from "../../factories/people";
import { dayInDays, inDays } from "../../factories/unique";
import { word } from "../../policy/call";
import { testDatabase } from "../../setup/database";
import { act, enrol, giveEvidence, makeStage, type Stage } from "./stage";

let client: PrismaClient;
let stage: Stage;

beforeAll(async () => {
  client = (await testDatabase()).client;
  stage = await makeStage(client);
});

type Case = { person: { id: string; email: string }; enrolmentId: string; caseId: string };

async function recommended(): Promise<Case> {
  const { person, enrolmentId } = await enrol(stage);
  const caseId = (await asSystem(client, new Date(), (work) => openCase(work, enrolmentId))) ?? "";
  await giveEvidence(stage, enrolmentId);
  await asSystem(client, new Date(), (work) => refreshCase(work, enrolmentId));
  const outcome = await act(client, stage.people.certifiers[0], recommendCaseAction, {
    caseId,
    version: 2,
    outcome: "certified",
    reasons: "Set.",
  });
  expect(word(outcome)).toBe("done");
  return { person, enrolmentId, caseId };
}

const certifier = async () => makePersonInRole(client, "certifier", stage.body.id);

/** Somebody who is too near, and the reason the rule gives. */
const NEAR: readonly [string, string, (made: Case) => Promise<{ id: string }>][] = [
  ["recommended", "case.barred.recommended", async () => stage.people.certifiers[0]],
  [
    "observed",
    "case.barred.observed",
    async ({ enrolmentId }) => {
      const who = await certifier();
      await makeObservation(client, { enrolmentId, assessorId: who.id, state: "draft" });
      return who;
    },
  ],
  [
    "teaches the cohort",
    "case.barred.taught",
    async () => {
      const who = await certifier();
      await client.cohortFacilitator.create({ data: { cohortId: stage.cohort.id, personId: who.id } });
      return who;
    },
  ],
  [
    "trained the participant a year ago",
    "case.barred.trainedLately",
    async ({ person }) => {
      const who = await certifier();
      const cohort = await makeCohort(client, {
        programmeVersionId: stage.programme.versionId,
        state: "completed",
        startsOn: dayInDays(-500),
        endsOn: dayInDays(-400),
        facilitatorIds: [who.id],
      });
      await makeEnrolment(client, { cohortId: cohort.id, personId: person.id });
      return who;
    },
  ],
  [
    "left the participant's employer a year ago",
    "case.barred.sameEmployer",
    async () => {
      const who = await certifier();
      await makeAffiliation(client, {
        personId: who.id,
        organisationId: stage.municipality.id,
        validTo: dayInDays(-365),
      });
      return who;
    },
  ],
  [
    "declared that they are barred",
    "case.barred.declared",
    async ({ person }) => {
      const who = await certifier();
      await makeConflict(client, { assessorId: who.id, participantId: person.id, outcome: "bar" });
      return who;
    },
  ],
];

/** Not so near any more. */
const FAR: readonly [string, (made: Case) => Promise<{ id: string }>][] = [
  [
    "left the participant's employer three years ago",
    async () => {
      const who = await certifier();
      await makeAffiliation(client, {
        personId: who.id,
        organisationId: stage.municipality.id,
        validTo: dayInDays(-3 * 365),
      });
      return who;
    },
  ],
  [
    "declared and was cleared afterwards",
    async ({ person }) => {
      const who = await certifier();
      await client.conflictDeclaration.create({
        data: {
          assessorId: who.id,
          participantId: person.id,
          outcome: "bar",
          ground: "Naboer",
          declaredAt: inDays(-30),
        },
      });
      await makeConflict(client, { assessorId: who.id, participantId: person.id, outcome: "clear" });
      return who;
    },
  ],
];

const decision = { outcome: "certified", reasonMain: "Alt er set." };

async function decideBySql(caseId: string, deciderId: string): Promise<string> {
  const { evidenceHash, round } = await client.caseRecommendation.findFirstOrThrow({
    where: { caseId },
    orderBy: { round: "desc" },
  });
  try {
    await client.$executeRaw`
      INSERT INTO case_decision (id, case_id, round, decider_id, outcome, reason_main, evidence_hash, decided_at)
      VALUES (gen_random_uuid(), ${caseId}::uuid, ${round}, ${deciderId}::uuid, 'certified', 'Alt er set.', ${evidenceHash}, now())`;
    return "written";
  } catch (error) {
    return violatedConstraint(error) ?? String(error);
  }
}

describe("whoever is too near to a case does not decide it", () => {
  it.each(NEAR)("%s", async (_why, code, near) => {
    const made = await recommended();
    const who = await near(made);
    const before = await client.certificationCase.findUniqueOrThrow({ where: { id: made.caseId } });
    const input = { caseId: made.caseId, version: before.version, ...decision };
    expect(word(await act(client, who, decideCaseAction, input))).toBe(code);
    expect(await client.certificationCase.findUniqueOrThrow({ where: { id: made.caseId } })).toEqual(before);
    expect(await decideBySql(made.caseId, who.id)).toBe("case_decision_separated");
    expect(await client.caseDecision.count({ where: { caseId: made.caseId } })).toBe(0);
  });

  it.each(FAR)("but may who %s", async (_why, far) => {
    const made = await recommended();
    const who = await far(made);
    const { version } = await client.certificationCase.findUniqueOrThrow({ where: { id: made.caseId } });
    expect(
      word(await act(client, who, decideCaseAction, { caseId: made.caseId, version, ...decision })),
    ).toBe("done");
  });

  it("the participant themself, though a certifier", async () => {
    const made = await recommended();
    await grantRole(client, made.person.id, "certifier", stage.body.id);
    const input = { caseId: made.caseId, version: 3, ...decision };
    expect(word(await act(client, made.person, decideCaseAction, input))).toBe("case.barred.participant");
    expect(await decideBySql(made.caseId, made.person.id)).toBe("case_decision_separated");
  });

  it("a certifier of another body sees no such case, and the database refuses them too", async () => {
    const made = await recommended();
    const other = await makeOrganisation(client, { kind: "certifying_body" });
    const stranger = await makePersonInRole(client, "certifier", other.id);
    const input = { caseId: made.caseId, version: 3, ...decision };
    expect(word(await act(client, stranger, decideCaseAction, input))).toBe("notFound");
    expect(await decideBySql(made.caseId, stranger.id)).toBe("case_decision_separated");
    const nobody = await makePerson(client);
    expect(await decideBySql(made.caseId, nobody.id)).toBe("case_decision_separated");
  });

  it("a line manager of the participant", async () => {
    const made = await recommended();
    const who = await certifier();
    const application = await client.application.create({
      data: {
        cohortId: stage.cohort.id,
        personId: made.person.id,
        state: "draft",
        managerApproval: {
          create: { managerName: who.name, managerEmail: who.email.toUpperCase(), expiresAt: inDays(10) },
        },
      },
    });
    expect(application.state).toBe("draft");
    const input = { caseId: made.caseId, version: 3, ...decision };
    expect(word(await act(client, who, decideCaseAction, input))).toBe("case.barred.lineManager");
    expect(await decideBySql(made.caseId, who.id)).toBe("case_decision_separated");
  });
});

describe("the other parts are kept apart as well", () => {
  it("a second decision is refused, by the action and by the database", async () => {
    const made = await recommended();
    const [, decider, second] = stage.people.certifiers;
    const input = { caseId: made.caseId, version: 3, ...decision };
    expect(word(await act(client, decider, decideCaseAction, input))).toBe("done");
    expect(word(await act(client, second, decideCaseAction, { ...input, version: 4 }))).toBe(
      "case.alreadyDecided",
    );
    expect(await decideBySql(made.caseId, second.id)).toBe("case_decision_round");
  });

  it("no decision without a recommendation of its round, nor on other evidence", async () => {
    const made = await recommended();
    const [, decider] = stage.people.certifiers;
    await expect(
      client.$executeRaw`
        INSERT INTO case_decision (id, case_id, round, decider_id, outcome, reason_main, evidence_hash, decided_at)
        VALUES (gen_random_uuid(), ${made.caseId}::uuid, 1, ${decider.id}::uuid, 'certified', '.', 'other', now())`,
    ).rejects.toThrow(/case_decision_evidence/);
    await expect(
      client.$executeRaw`
        INSERT INTO case_decision (id, case_id, round, decider_id, outcome, reason_main, evidence_hash, decided_at)
        VALUES (gen_random_uuid(), ${made.caseId}::uuid, 2, ${decider.id}::uuid, 'certified', '.', 'other', now())`,
    ).rejects.toThrow(/case_decision_(separated|round)/);
  });

  it("a refusal without a hearing is refused by the database", async () => {
    const made = await recommended();
    const [, decider] = stage.people.certifiers;
    const { evidenceHash } = await client.caseRecommendation.findFirstOrThrow({
      where: { caseId: made.caseId },
    });
    await expect(
      client.$executeRaw`
        INSERT INTO case_decision (id, case_id, round, decider_id, outcome, reason_rules, reason_main, reason_facts, appeal_guidance, evidence_hash, decided_at)
        VALUES (gen_random_uuid(), ${made.caseId}::uuid, 1, ${decider.id}::uuid, 'not_certified', 'a', 'b', 'c', 'd', ${evidenceHash}, now())`,
    ).rejects.toThrow(/case_decision_hearing/);
  });

  it("neither who observed nor who recommended excepts, and nothing that is met", async () => {
    const made = await recommended();
    const input = { caseId: made.caseId, version: 3, requirement: "attendance", reason: "Barsel" };
    expect(word(await act(client, stage.people.certifiers[0], exceptRequirementAction, input))).toBe(
      "case.barred.recommended",
    );
    expect(word(await act(client, stage.people.certifiers[2], exceptRequirementAction, input))).toBe(
      "case.nothingToExcept",
    );
    await expect(
      client.$executeRaw`
        INSERT INTO case_exception (id, case_id, round, requirement, written_by_id, reason, written_at)
        VALUES (gen_random_uuid(), ${made.caseId}::uuid, 1, 'attendance', ${stage.people.certifiers[0].id}::uuid, 'Barsel', now())`,
    ).rejects.toThrow(/case_exception_separated/);
  });

  it("a case is not released by who teaches, nor before it is decided", async () => {
    const made = await recommended();
    const [, , releaser] = stage.people.certifiers;
    const input = { caseId: made.caseId, version: 3 };
    expect(word(await act(client, releaser, releaseCaseAction, input))).toBe("case.notDecided");
    await expect(
      client.certificationCase.update({
        where: { id: made.caseId },
        data: { state: "released", releasedAt: new Date(), releasedById: releaser.id },
      }),
    ).rejects.toThrow();
  });

  it("decisions, recommendations and rounds are not rewritten", async () => {
    const made = await recommended();
    const { id } = await client.caseRecommendation.findFirstOrThrow({ where: { caseId: made.caseId } });
    await expect(
      client.$executeRaw`UPDATE case_recommendation SET reasons = 'x' WHERE id = ${id}::uuid`,
    ).rejects.toThrow(/append_only/);
    await expect(
      client.$executeRaw`UPDATE certification_case SET round = 2 WHERE id = ${made.caseId}::uuid`,
    ).rejects.toThrow(/certification_case_round/);
  });
});
