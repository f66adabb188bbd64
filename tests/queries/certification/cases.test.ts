import { beforeAll, describe, expect, it } from "vitest";
import { countCases } from "@/lib/certification/queries/count-cases";
import { getCase } from "@/lib/certification/queries/get-case";
import { listCases } from "@/lib/certification/queries/list-cases";
import { listMyCases } from "@/lib/certification/queries/list-my-cases";
import type { PrismaClient } from "@/lib/db/generated/client";
import type { CaseOutcome, CaseState } from "@/lib/db/generated/enums";
import { enrol, makeStage, type Stage } from "../../commands/certification/stage";
import { makeCase } from "../../factories/cases";
import { makeObservation } from "../../factories/observations";
import { makePersonInRole } from "../../factories/people";
import { actingAs } from "../../factories/sign-in";
import { testDatabase } from "../../setup/database";

let client: PrismaClient;
let stage: Stage;
const NOW = new Date();

beforeAll(async () => {
  client = (await testDatabase()).client;
  stage = await makeStage(client);
});

async function caseIn(state: CaseState, outcome: CaseOutcome = "certified") {
  const { person, enrolmentId } = await enrol(stage);
  const { id } = await makeCase(client, { enrolmentId, state, outcome });
  const mine = async () => {
    const [its] = await listMyCases(await actingAs(client, person.id, "my.view"), "da", NOW);
    if (!its) throw new Error("they see their own case");
    return its;
  };
  return { person, enrolmentId, id, mine };
}

describe("the participant", () => {
  it.each(["ready", "recommended", "decided"] as const)(
    "learns nothing of the outcome while it is %s",
    async (state) => {
      const { mine } = await caseIn(state);
      const its = await mine();
      expect(its).toMatchObject({ state: "assessed", decisions: [], mayAppeal: false, certificate: null });
      // Neither reasons nor names of who recommended or decided are anywhere in what the page gets.
      expect(JSON.stringify(its)).not.toContain("Det samlede billede");
    },
  );

  it("is told the same before the release, whatever was decided", async () => {
    const yes = await (await caseIn("decided", "certified")).mine();
    const no = await (await caseIn("decided", "repeat_requested")).mine();
    const plain = ({ id: _id, enrolmentId: _enrolment, participant: _name, ...rest }: typeof yes) => rest;
    expect(plain(yes)).toEqual(plain(no));
  });

  it("reads what is intended, and then the decision, once it is released", async () => {
    expect((await (await caseIn("hearing", "not_certified")).mine()).mayAnswer).toBe(true);
    const released = await (await caseIn("released", "not_certified")).mine();
    expect(released).toMatchObject({
      state: "released",
      mayAppeal: true,
      decisions: [{ outcome: "not_certified", reasonMain: "Det samlede billede" }],
    });
  });

  it("does not count an observation that was not shared with them", async () => {
    const { mine, enrolmentId } = await caseIn("collecting");
    await makeObservation(client, {
      enrolmentId,
      assessorId: stage.people.assessors[0].id,
      state: "submitted",
      ratings: [{ criterionId: stage.framework.criteria[0]?.id ?? "", rating: "not_reached" }],
    });
    expect((await mine()).criteria.every((criterion) => !criterion.seen)).toBe(true);
  });
});

describe("the certifying body", () => {
  it("sees its own cases and nobody else's", async () => {
    const other = await makeStage(client);
    const { id } = await caseIn("recommended");
    const own = await actingAs(client, stage.people.certifiers[0].id, "certification.view");
    const foreign = await actingAs(client, other.people.certifiers[0].id, "certification.view");
    expect(await getCase(own, id, "da", NOW)).not.toBeNull();
    expect(await getCase(foreign, id, "da", NOW)).toBeNull();
    expect(await listCases(foreign, { phase: "open", page: 1 }, NOW)).toEqual({ rows: [], total: 0 });
    expect(Object.values(await countCases(foreign)).every((count) => count === 0)).toBe(true);
    expect((await countCases(own)).recommended).toBeGreaterThan(0);
  });

  it("is told why a step is not theirs to take", async () => {
    const { id, enrolmentId } = await caseIn("recommended");
    const observer = await makePersonInRole(client, "certifier", stage.body.id);
    await makeObservation(client, { enrolmentId, assessorId: observer.id, state: "draft" });
    const acting = await actingAs(client, observer.id, "certification.view");
    const { rows } = await listCases(acting, { phase: "open", page: 1 }, NOW);
    expect(rows.find((row) => row.id === id)).toMatchObject({
      step: "decision",
      barredBy: "case.barred.observed",
    });
    const view = await getCase(acting, id, "da", NOW);
    expect(view?.deciding?.code).toBe("case.barred.observed");
  });

  it("says when the evidence is not what was recommended on", async () => {
    // The factory's recommendation rests on a hash of nothing real.
    const { id } = await caseIn("recommended");
    const acting = await actingAs(client, stage.people.certifiers[1].id, "certification.view");
    expect(await getCase(acting, id, "da", NOW)).toMatchObject({
      evidenceChanged: true,
      deciding: { code: "case.evidenceChanged" },
    });
  });
});
