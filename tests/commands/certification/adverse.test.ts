import { readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import {
  answerHearingAction,
  decideAppealAction,
  decideCaseAction,
  fileAppealAction,
  openHearingAction,
  recommendCaseAction,
  releaseCaseAction,
} from "@/lib/certification/actions";
import { settings } from "@/lib/core/env";
import type { PrismaClient } from "@/lib/db/generated/client";
import { makeObservation } from "../../factories/observations";
import { dayInDays, inDays } from "../../factories/unique";
import { testDatabase } from "../../setup/database";
import { makeStage, type Stage } from "./stage";
import { stepsOn } from "./steps";

let client: PrismaClient;
let stage: Stage;
let steps: ReturnType<typeof stepsOn>;

beforeAll(async () => {
  client = (await testDatabase()).client;
  stage = await makeStage(client);
  steps = stepsOn(stage);
});

const day = (days: number) => inDays(days).toISOString().slice(0, 10);

const REASONS = {
  reasonRules: "Ordningens § 4",
  reasonMain: "Kriterium 3 er ikke nået i nogen af de to observationer.",
  reasonFacts: "Observationerne af 3. og 9. maj",
};

const photosOf = (enrolmentId: string) =>
  client.storedFile.findMany({
    where: { observations: { some: { observation: { enrolmentId } } } },
    select: { id: true },
  });
const place = ({ id }: { id: string }) => join(settings().filesFolder, id.slice(0, 2), id);

describe("the files beside the observations", () => {
  it("are hashed again at the decision: changed or gone, nothing is decided on them", async () => {
    const { enrolmentId, caseId } = await steps.toRecommended("certified", { photo: true });
    const [decider] = stage.people.certifiers;
    const decide = () =>
      steps.step(decider, decideCaseAction, caseId, { outcome: "certified", reasonMain: "Alt er set." });
    const [first, second] = await photosOf(enrolmentId);
    if (!first || !second) throw new Error("each observation has a photo");
    const bytes = await readFile(place(first));

    await writeFile(place(first), "Photo");
    expect(await decide()).toBe("case.filesSpoilt");
    await writeFile(place(first), bytes);
    await rm(place(second));
    expect(await decide()).toBe("case.filesSpoilt");
    expect(await client.caseDecision.count({ where: { caseId } })).toBe(0);
    await writeFile(place(second), bytes);
    expect(await decide()).toBe("done");
  });
});

describe("a case that does not end in a certificate at once", () => {
  it("asks for a repeat with criteria, guidance and a deadline, and is certified in the next round", async () => {
    const { enrolmentId, caseId } = await steps.toRecommended("repeat_requested");
    const [, decider] = stage.people.certifiers;
    const repeat = { outcome: "repeat_requested", reasonMain: "" };
    expect(
      await steps.step(decider, decideCaseAction, caseId, repeat),
      "all that is missing is said at once",
    ).toBe(
      "invalid: reasonMain required; repeatCriteria tooFew; repeatGuidance required; repeatDueOn required",
    );
    const full = {
      ...repeat,
      reasonMain: "K2 er set for svagt.",
      repeatCriteria: ["K2"],
      repeatGuidance: "Vis det i et møde.",
      repeatDueOn: day(60),
    };
    expect(await steps.step(decider, decideCaseAction, caseId, { ...full, repeatCriteria: ["K9"] })).toBe(
      "case.repeatUnknown",
    );
    expect(await steps.step(decider, decideCaseAction, caseId, { ...full, repeatDueOn: day(-1) })).toBe(
      "case.repeatDue",
    );
    expect(await steps.step(decider, decideCaseAction, caseId, full)).toBe("done");
    expect(await steps.step(decider, releaseCaseAction, caseId)).toBe("done");
    expect(await steps.read(caseId)).toMatchObject({
      state: "collecting",
      round: 2,
      evidenceDueOn: new Date(day(60)),
    });
    await makeObservation(client, {
      enrolmentId,
      assessorId: stage.people.assessors[1].id,
      observedOn: dayInDays(0),
      ratings: [{ criterionId: stage.framework.criteria[1]?.id ?? "", rating: "reached" }],
    });
    await steps.refresh(enrolmentId);
    expect((await steps.read(caseId)).state).toBe("ready");
    expect(
      await steps.step(stage.people.assessors[0], recommendCaseAction, caseId, {
        outcome: "certified",
        reasons: "Set.",
      }),
    ).toBe("done");
    expect(
      await steps.step(decider, decideCaseAction, caseId, {
        outcome: "certified",
        reasonMain: "Nu er det set.",
      }),
    ).toBe("done");
    expect(await steps.step(decider, releaseCaseAction, caseId)).toBe("done");
    expect(await client.certificate.count({ where: { caseId } })).toBe(1);
  });

  it("is refused only after a hearing; an appeal that changes it issues the certificate", async () => {
    const { person, enrolmentId, caseId } = await steps.toRecommended("not_certified", { photo: true });
    const [recommender, decider, releaser, independent] = stage.people.certifiers;
    const refusal = { outcome: "not_certified", ...REASONS, appealGuidance: "Du kan klage inden fire uger." };
    expect(await steps.step(decider, decideCaseAction, caseId, refusal)).toBe("case.hearingMissing");
    expect(
      await steps.step(decider, openHearingAction, caseId, { notice: "Vi påtænker afslag.", dueOn: day(3) }),
    ).toBe("case.hearingTooShort");
    expect(
      await steps.step(decider, openHearingAction, caseId, { notice: "Vi påtænker afslag.", dueOn: day(20) }),
    ).toBe("done");
    expect(await steps.step(decider, decideCaseAction, caseId, refusal)).toBe("case.hearingRunning");
    expect(
      await steps.step(person, answerHearingAction, caseId, { statement: "Jeg ser det anderledes." }),
    ).toBe("done");
    expect(await steps.step(person, answerHearingAction, caseId, { statement: "Og en gang til." })).toBe(
      "case.statementGiven",
    );
    expect(await steps.step(decider, decideCaseAction, caseId, { ...refusal, reasonRules: "" })).toBe(
      "invalid: reasonRules required",
    );
    expect(await steps.step(decider, decideCaseAction, caseId, refusal)).toBe("done");
    expect(await steps.step(person, fileAppealAction, caseId, { grounds: "For tidligt" })).toBe(
      "case.nothingToAppeal",
    );
    expect(await steps.step(releaser, releaseCaseAction, caseId)).toBe("done");
    expect(await client.certificate.count({ where: { caseId } })).toBe(0);
    expect(
      await steps.step(person, fileAppealAction, caseId, {
        grounds: "Observationen var af et forkert møde.",
      }),
    ).toBe("done");
    const changed = { verdict: "certified", reasons: "Observationen tæller ikke." };
    expect(await steps.step(decider, decideAppealAction, caseId, changed)).toBe("case.barred.involved");
    expect(await steps.step(releaser, decideAppealAction, caseId, changed)).toBe("case.barred.involved");
    const [file] = await photosOf(enrolmentId);
    if (!file) throw new Error("each observation has a photo");
    const bytes = await readFile(place(file));
    await writeFile(place(file), "Photo");
    expect(await steps.step(independent, decideAppealAction, caseId, changed)).toBe("case.filesSpoilt");
    await writeFile(place(file), bytes);
    expect(await steps.step(independent, decideAppealAction, caseId, changed)).toBe("done");
    const trail = await client.auditEvent.findFirstOrThrow({
      where: { stream: `case:${caseId}`, action: "case.appealDecided" },
    });
    const { evidenceHash } = await client.caseDecision.findFirstOrThrow({ where: { caseId } });
    expect(trail.detail).toMatchObject({ evidenceHash });
    expect((await steps.read(caseId)).state).toBe("changed");
    expect(await client.certificate.count({ where: { caseId, state: "issued" } })).toBe(1);
    expect(await steps.step(recommender, decideAppealAction, caseId, changed)).toBe("case.appealDecided");
  });
});
