import { beforeAll, describe, expect, it } from "vitest";
import { violatedConstraint } from "@/lib/db/error-mapping";
import type { PrismaClient } from "@/lib/db/generated/client";
import type { FrameworkVersionState } from "@/lib/db/generated/enums";
import {
  addCriterionAction,
  approveFrameworkAction,
  createFrameworkAction,
  discardFrameworkAction,
  moveCriterionAction,
  removeCriterionAction,
  retireFrameworkAction,
  saveCriterionAction,
  saveSchemeAction,
  startNextFrameworkAction,
  takeFrameworkIntoUseAction,
} from "@/lib/frameworks/framework-actions";
import { frameworkVersionTransitions } from "@/lib/frameworks/rules/transitions";
import { makeFramework } from "../../factories/frameworks";
import { makeOrganisation } from "../../factories/organisations";
import { grantRole } from "../../factories/people";
import { word } from "../../policy/call";
import type { AnyAction } from "../../policy/row";
import { testDatabase } from "../../setup/database";
import { act, makeStage, type Stage } from "../certification/stage";

let client: PrismaClient;
let stage: Stage;
beforeAll(async () => {
  client = (await testDatabase()).client;
  stage = await makeStage(client);
});

const states: readonly FrameworkVersionState[] = ["draft", "approved", "in_use", "retired"];
const inThree = <T>(text: T) => ({ da: text, sv: text, en: text });
const scheme = {
  minObservations: "3",
  minAssessors: "2",
  attendanceMinimumPercent: "75",
  requiresConcludedProject: "on",
  responseDays: "21",
  certificateValidityMonths: "36",
  texts: inThree({ title: "Ramme", scope: "Omfang" }),
};
const words = {
  name: "Lytter",
  description: "Hører efter",
  indicators: "- Spørger\n- Venter",
  notReached: "Nej",
  partly: "Lidt",
  reached: "Ja",
};

const make = (state: FrameworkVersionState) =>
  makeFramework(client, { certifyingBodyId: stage.body.id, state, criteria: 3 });
const stored = (id: string) => client.frameworkVersion.findUniqueOrThrow({ where: { id } });

/** What a certifier of the body is told by an action on a version as it is now. */
async function said(action: AnyAction, id: string, values: Record<string, unknown> = {}, by = 0) {
  const { version } = await stored(id);
  const who = stage.people.certifiers[by] ?? stage.people.certifiers[0];
  return word(
    await act(client, who, action, { frameworkVersionId: id, version: String(version), ...values }),
  );
}

const certifyingBody = async () => (await makeOrganisation(client, { kind: "certifying_body" })).id;

/** The name of what the database refuses a plain statement by; null where it does it. */
const refused = (statement: Promise<unknown>) => statement.then(() => null, violatedConstraint);

describe("from a blank page to certificates by the next version", () => {
  it("is written in three languages, approved by two, used, and carried over by stable key", async () => {
    const [first] = stage.people.certifiers;
    // Who certifies for several bodies says for which: for the one named, and for none that is not theirs.
    const [other, foreign] = [await certifyingBody(), await certifyingBody()];
    await grantRole(client, first.id, "certifier", other);
    const begin = async (certifyingBodyId: string, title: string) =>
      word(await act(client, first, createFrameworkAction, { certifyingBodyId, title }));
    expect(await begin(foreign, "Fremmed")).toBe("notFound");
    expect(await begin(other, "Et andet organs")).toBe("done");
    expect(await begin(stage.body.id, "Facilitering i praksis")).toBe("done");
    expect(
      await client.framework.findMany({
        where: { key: { in: ["et-andet-organs", "facilitering-i-praksis"] } },
        select: { certifyingBodyId: true },
        orderBy: { key: "asc" },
      }),
    ).toEqual([{ certifyingBodyId: other }, { certifyingBodyId: stage.body.id }]);
    const { id } = await client.frameworkVersion.findFirstOrThrow({
      where: { framework: { key: "facilitering-i-praksis" } },
    });
    expect(await said(approveFrameworkAction, id)).toBe("framework.noCriteria");
    expect(await said(saveSchemeAction, id, { ...scheme, minAssessors: "4" })).toBe(
      "framework.moreAssessors",
    );
    expect(await said(saveSchemeAction, id, scheme)).toBe("done");
    const add = { code: "K1", continues: "", names: { da: "Lytter", sv: "Lyssnar", en: "Listens well" } };
    expect(await said(addCriterionAction, id, add)).toBe("done");
    expect(await said(addCriterionAction, id, add)).toBe("framework.codeTaken");
    const criterion = await client.criterion.findFirstOrThrow({ where: { frameworkVersionId: id } });
    expect(criterion.stableKey).toBe("listens-well");
    expect(await said(approveFrameworkAction, id)).toBe("framework.textMissing");
    const wish = { criterionId: criterion.id, code: "K1", minOccasions: "2", texts: inThree(words) };
    expect(await said(saveCriterionAction, id, wish)).toBe("done");
    const text = await client.criterionText.findFirstOrThrow({
      where: { criterionId: criterion.id, locale: "sv" },
    });
    expect(text).toMatchObject({ indicators: ["Spørger", "Venter"], levels: ["Nej", "Lidt", "Ja"] });

    expect(await said(approveFrameworkAction, id)).toBe("done");
    expect(await said(approveFrameworkAction, id)).toBe("framework.alreadyApproved");
    expect((await stored(id)).state).toBe("draft");
    expect(await said(approveFrameworkAction, id, {}, 1)).toBe("done");
    expect((await stored(id)).state).toBe("approved");
    expect(await said(takeFrameworkIntoUseAction, id)).toBe("done");

    const { frameworkId } = await stored(id);
    expect(word(await act(client, first, startNextFrameworkAction, { frameworkId }))).toBe("done");
    expect(word(await act(client, first, startNextFrameworkAction, { frameworkId }))).toBe(
      "framework.draftExists",
    );
    const next = await client.frameworkVersion.findFirstOrThrow({
      where: { frameworkId, number: 2 },
      include: { criteria: { include: { texts: true } }, texts: true },
    });
    expect(next).toMatchObject({
      state: "draft",
      minObservations: 3,
      responseDays: 21,
      certificateValidityMonths: 36,
    });
    expect(next.criteria[0]).toMatchObject({ stableKey: "listens-well", code: "K1", minOccasions: 2 });
    expect(next.criteria[0]?.texts.find((each) => each.locale === "en")?.levels).toEqual([
      "Nej",
      "Lidt",
      "Ja",
    ]);
    expect(next.texts.map((each) => each.title)).toEqual(["Ramme", "Ramme", "Ramme"]);

    expect(await said(retireFrameworkAction, id)).toBe("done");
    expect((await stored(id)).state).toBe("retired");
    expect(await said(discardFrameworkAction, next.id)).toBe("done");
    expect(await client.frameworkVersion.count({ where: { frameworkId } })).toBe(1);
  });

  it("orders and takes out criteria, and takes up an earlier one under its key", async () => {
    const { versionId: id, frameworkId, criteria } = await make("in_use");
    expect(
      word(await act(client, stage.people.certifiers[0], startNextFrameworkAction, { frameworkId })),
    ).toBe("done");
    const draft = await client.frameworkVersion.findFirstOrThrow({ where: { frameworkId, state: "draft" } });
    const keys = async () =>
      (
        await client.criterion.findMany({
          where: { frameworkVersionId: draft.id },
          orderBy: { position: "asc" },
        })
      ).map((each) => [each.id, each.stableKey] as const);
    const [first, second, third] = await keys();
    expect(await said(moveCriterionAction, draft.id, { criterionId: third?.[0], direction: "up" })).toBe(
      "done",
    );
    expect((await keys()).map(([, key]) => key)).toEqual([first?.[1], third?.[1], second?.[1]]);
    for (const each of [first, third])
      expect(await said(removeCriterionAction, draft.id, { criterionId: each?.[0] })).toBe("done");
    expect(await said(removeCriterionAction, draft.id, { criterionId: second?.[0] })).toBe(
      "framework.oneCriterionAtLeast",
    );
    const again = { code: "K7", continues: first?.[1], names: inThree("Igen") };
    expect(await said(addCriterionAction, draft.id, again)).toBe("done");
    expect((await keys()).map(([, key]) => key)).toEqual([second?.[1], first?.[1]]);
    // A criterion of another version is none of the draft's.
    expect(await said(removeCriterionAction, draft.id, { criterionId: criteria[0]?.id })).toBe("notFound");
    expect(await client.criterion.count({ where: { frameworkVersionId: id } })).toBe(3);
  });

  it("takes approvals back when the words change, and approves only what was seen", async () => {
    const { versionId: id } = await make("draft");
    const seen = (await stored(id)).version;
    expect(await said(approveFrameworkAction, id)).toBe("done");
    expect(await said(saveSchemeAction, id, scheme, 1)).toBe("done");
    expect(await client.frameworkApproval.count({ where: { frameworkVersionId: id } })).toBe(0);
    expect(await said(approveFrameworkAction, id, { version: String(seen) }, 1)).toBe("conflict");
    expect(await said(saveSchemeAction, id, { ...scheme, version: String(seen) })).toBe("conflict");
  });

  it("does not retire what a programme, a cohort or a case rests on", async () => {
    const { versionId } = stage.framework;
    expect(await said(retireFrameworkAction, versionId)).toBe("framework.programmeUses");
    const error = await refused(
      client.$executeRaw`UPDATE framework_version SET state = 'retired' WHERE id = ${versionId}::uuid`,
    );
    expect(error).toBe("framework_version_unused");
  });
});

const steps: readonly [AnyAction, Record<string, unknown>, FrameworkVersionState][] = [
  [saveSchemeAction, scheme, "draft"],
  [addCriterionAction, { code: "K9", continues: "", names: inThree("Ny") }, "draft"],
  [approveFrameworkAction, {}, "draft"],
  [discardFrameworkAction, {}, "draft"],
  [takeFrameworkIntoUseAction, {}, "approved"],
  [retireFrameworkAction, {}, "in_use"],
];

describe("every illegal step is refused by the action and by the database", () => {
  it.each(states)("%s", async (state) => {
    const { versionId: id, criteria } = await make(state);
    const criterionId = criteria[0]?.id;
    for (const [action, values, able] of steps) {
      if (able === state) continue;
      expect(await said(action, id, values), action.definition.name).toMatch(
        /^framework\.(transition|frozen)$/,
      );
    }
    for (const to of states) {
      if (to === state || frameworkVersionTransitions[state].includes(to)) continue;
      const moved = client.$executeRaw`
        UPDATE framework_version SET state = ${to}::framework_version_state WHERE id = ${id}::uuid`;
      expect(await refused(moved), `→ ${to}`).not.toBeNull();
    }
    if (state === "draft") return;
    const changes: readonly [AnyAction, Record<string, unknown>][] = [
      [saveCriterionAction, { code: "K1", minOccasions: "1", texts: inThree(words) }],
      [moveCriterionAction, { direction: "down" }],
      [removeCriterionAction, {}],
    ];
    for (const [action, values] of changes)
      expect(await said(action, id, { criterionId, ...values })).toBe("framework.frozen");
    const frozen = [
      client.$executeRaw`UPDATE framework_version SET min_observations = 9 WHERE id = ${id}::uuid`,
      client.$executeRaw`UPDATE framework_version_text SET title = 'x' WHERE framework_version_id = ${id}::uuid`,
      client.$executeRaw`UPDATE criterion SET min_occasions = 9 WHERE framework_version_id = ${id}::uuid`,
      client.$executeRaw`UPDATE criterion_text SET levels = '{a,b,c}' WHERE criterion_id = ${criterionId}::uuid`,
      client.$executeRaw`DELETE FROM criterion WHERE framework_version_id = ${id}::uuid`,
      client.$executeRaw`DELETE FROM framework_approval WHERE framework_version_id = ${id}::uuid`,
      client.$executeRaw`DELETE FROM framework_version WHERE id = ${id}::uuid`,
    ];
    for (const statement of frozen) expect(await refused(statement)).toBe("framework_version_frozen");
  });

  it("a draft: not approved by fewer than two, nor rewritten under an approval, nor remapped, nor twice", async () => {
    const { versionId: id, frameworkId } = await make("draft");
    const approve = () =>
      client.$executeRaw`UPDATE framework_version SET state = 'approved' WHERE id = ${id}::uuid`;
    expect(await refused(approve())).toBe("framework_version_two_approvals");
    const remap = client.$executeRaw`
      UPDATE criterion SET stable_key = 'other' WHERE framework_version_id = ${id}::uuid AND position = 1`;
    expect(await refused(remap)).toBe("criterion_stable_key_fixed");
    expect(await said(approveFrameworkAction, id)).toBe("done");
    expect(await refused(approve())).toBe("framework_version_two_approvals");
    const [approver] = stage.people.certifiers;
    const twice = client.$executeRaw`
      INSERT INTO framework_approval (framework_version_id, person_id, approved_at) VALUES (${id}::uuid, ${approver.id}::uuid, now())`;
    expect(await refused(twice)).toBe("framework_approval_pkey");
    const [assessor] = stage.people.assessors;
    const foreign = client.$executeRaw`
      INSERT INTO framework_approval (framework_version_id, person_id, approved_at) VALUES (${id}::uuid, ${assessor.id}::uuid, now())`;
    expect(await refused(foreign)).toBe("framework_approval_of_body");
    const under = [
      client.$executeRaw`UPDATE framework_version SET response_days = 9 WHERE id = ${id}::uuid`,
      client.$executeRaw`UPDATE framework_version_text SET title = 'x' WHERE framework_version_id = ${id}::uuid`,
      client.$executeRaw`UPDATE criterion SET min_occasions = 9 WHERE framework_version_id = ${id}::uuid`,
    ];
    for (const statement of under) expect(await refused(statement)).toBe("framework_approval_current");
    const second = client.$executeRaw`
      INSERT INTO framework_version (id, framework_id, number) VALUES (gen_random_uuid(), ${frameworkId}::uuid, 2)`;
    expect(await refused(second)).toBe("framework_version_one_draft");
  });
});
