import { beforeAll, describe, expect, it } from "vitest";
import { asSystem } from "@/lib/auth/system";
import { certificatePayloadSchema } from "@/lib/certificates/rules/payload";
import {
  answerHearingAction,
  decideAppealAction,
  decideCaseAction,
  exceptRequirementAction,
  fileAppealAction,
  openHearingAction,
  recommendCaseAction,
  releaseCaseAction,
  reopenCaseAction,
  takeUpCaseAction,
} from "@/lib/certification/actions";
import { openCase } from "@/lib/certification/commands/open-case";
import { refreshCase } from "@/lib/certification/commands/refresh-case";
import { hashOf } from "@/lib/core/hash";
import type { PrismaClient } from "@/lib/db/generated/client";
import { makeAttendance } from "../../factories/enrolments";
import { makeObservation } from "../../factories/observations";
import { dayInDays, inDays } from "../../factories/unique";
import { word } from "../../policy/call";
import type { AnyAction } from "../../policy/row";
import { testDatabase } from "../../setup/database";
import { act, enrol, giveEvidence, makeStage, type Stage } from "./stage";

let client: PrismaClient;
let stage: Stage;

beforeAll(async () => {
  client = (await testDatabase()).client;
  stage = await makeStage(client);
});

const day = (days: number) => inDays(days).toISOString().slice(0, 10);

const REASONS = {
  reasonRules: "Ordningens § 4",
  reasonMain: "Kriterium 3 er ikke nået i nogen af de to observationer.",
  reasonFacts: "Observationerne af 3. og 9. maj",
};

/** A participant's case, opened and weighed as the application does. */
async function begin(options: { evidence?: boolean } = {}) {
  const { person, enrolmentId } = await enrol(stage);
  const caseId = await asSystem(client, new Date(), (work) => openCase(work, enrolmentId));
  if (!caseId) throw new Error("no case");
  if (options.evidence !== false) await giveEvidence(stage, enrolmentId);
  await refresh(enrolmentId);
  return { person, enrolmentId, caseId };
}

const refresh = (enrolmentId: string) =>
  asSystem(client, new Date(), (work) => refreshCase(work, enrolmentId));
const read = (id: string) => client.certificationCase.findUniqueOrThrow({ where: { id } });

/** Carries out an action on the case as it is now, and says how it ended. */
async function step(
  who: { id: string },
  action: AnyAction,
  caseId: string,
  input: Record<string, unknown> = {},
): Promise<string> {
  const { version } = await read(caseId);
  const given = action === answerHearingAction || action === fileAppealAction ? {} : { version };
  return word(await act(client, who, action, { caseId, ...given, ...input }));
}

async function toRecommended(outcome = "certified") {
  const begun = await begin();
  expect(
    await step(stage.people.assessors[0], recommendCaseAction, begun.caseId, { outcome, reasons: "Set." }),
  ).toBe("done");
  return begun;
}

describe("a case", () => {
  it("opens once, and becomes ready when its evidence is complete", async () => {
    const begun = await begin({ evidence: false });
    expect((await read(begun.caseId)).state).toBe("collecting");
    expect(await asSystem(client, new Date(), (work) => openCase(work, begun.enrolmentId))).toBe(
      begun.caseId,
    );
    await giveEvidence(stage, begun.enrolmentId);
    await refresh(begun.enrolmentId);
    expect((await read(begun.caseId)).state).toBe("ready");
    const events = await client.auditEvent.findMany({ where: { stream: `case:${begun.caseId}` } });
    expect(events.map((event) => event.action)).toEqual(["case.opened", "case.becameReady"]);
  });

  it("goes back when a requirement falls away", async () => {
    const { enrolmentId, caseId } = await begin();
    const { id: recordedById } = stage.people.staff;
    await makeAttendance(client, {
      sessionId: stage.session.id,
      enrolmentId,
      recordedById,
      status: "absent",
    });
    await refresh(enrolmentId);
    expect((await read(caseId)).state).toBe("collecting");
  });

  it("is recommended, decided, released, and issues its certificate", async () => {
    const { person, caseId } = await toRecommended();
    const [, decider, releaser] = stage.people.certifiers;
    expect(
      await step(decider, decideCaseAction, caseId, { outcome: "certified", reasonMain: "Alt er set." }),
    ).toBe("done");
    expect(await client.certificate.count({ where: { caseId } })).toBe(0);
    expect(await client.outboxMail.count({ where: { toEmail: person.email } })).toBe(0);
    expect(await step(releaser, releaseCaseAction, caseId)).toBe("done");
    const certificate = await client.certificate.findFirstOrThrow({ where: { caseId } });
    const payload = certificatePayloadSchema.parse(certificate.payload);
    expect(certificate.payloadHash).toBe(hashOf(certificate.payload));
    expect(certificate.serialNumber).toMatch(/^PX-\d{4}-\d{5}$/);
    expect(payload).toMatchObject({
      holder: { name: person.name },
      publicId: certificate.publicId,
      certifyingBody: { shortName: "CO-PI" },
      criteria: [{ code: "K1" }, { code: "K2" }, { code: "K3" }],
    });
    const mails = await client.outboxMail.findMany({
      where: { toEmail: person.email },
      orderBy: { id: "asc" },
    });
    expect(mails.map((mail) => mail.template)).toEqual(["case-released", "certificate-issued"]);
    const events = await client.auditEvent.findMany({
      where: { stream: `case:${caseId}` },
      orderBy: { position: "asc" },
    });
    expect(events.map((event) => event.action)).toEqual([
      "case.opened",
      "case.becameReady",
      "case.recommended",
      "case.decided",
      "case.released",
      "certificate.issued",
    ]);
  });

  it("is not certified while a requirement is unmet, unless a third person excepts it", async () => {
    const { enrolmentId, caseId } = await begin({ evidence: false });
    const [recommender, decider, third] = stage.people.certifiers;
    expect(await step(recommender, recommendCaseAction, caseId, { outcome: "certified", reasons: "…" })).toBe(
      "case.notReady",
    );
    await giveEvidence(stage, enrolmentId);
    const { id: recordedById } = stage.people.staff;
    await makeAttendance(client, {
      sessionId: stage.session.id,
      enrolmentId,
      recordedById,
      status: "absent",
    });
    await refresh(enrolmentId);
    expect((await read(caseId)).state).toBe("collecting");
    const except = { requirement: "attendance", reason: "Barsel; indholdet er taget igen." };
    expect(await step(third, exceptRequirementAction, caseId, except)).toBe("done");
    expect((await read(caseId)).state).toBe("ready");
    expect(await step(third, recommendCaseAction, caseId, { outcome: "certified", reasons: "…" })).toBe(
      "case.barred.excepted",
    );
    expect(
      await step(recommender, recommendCaseAction, caseId, { outcome: "certified", reasons: "Set." }),
    ).toBe("done");
    expect(await step(third, decideCaseAction, caseId, { outcome: "certified", reasonMain: "…" })).toBe(
      "case.barred.excepted",
    );
    expect(
      await step(decider, decideCaseAction, caseId, { outcome: "certified", reasonMain: "Fraveget." }),
    ).toBe("done");
  });

  it("is refused a decision once its evidence has changed, and is recommended anew", async () => {
    const { enrolmentId, caseId } = await toRecommended();
    const [, decider] = stage.people.certifiers;
    const observation = await makeObservation(client, {
      enrolmentId,
      assessorId: stage.people.assessors[1].id,
      ratings: [{ criterionId: stage.framework.criteria[0]?.id ?? "", rating: "not_reached" }],
    });
    expect(observation.state).toBe("locked");
    const before = await read(caseId);
    expect(await step(decider, decideCaseAction, caseId, { outcome: "certified", reasonMain: "…" })).toBe(
      "case.evidenceChanged",
    );
    expect(await read(caseId)).toEqual(before);
    expect(await step(decider, reopenCaseAction, caseId)).toBe("done");
    expect(await read(caseId)).toMatchObject({ state: "ready", round: 2 });
    expect(
      await step(stage.people.assessors[0], recommendCaseAction, caseId, {
        outcome: "certified",
        reasons: "Set igen.",
      }),
    ).toBe("done");
    expect(
      await step(decider, decideCaseAction, caseId, { outcome: "certified", reasonMain: "Alt er set." }),
    ).toBe("done");
  });

  it("asks for a repeat with criteria, guidance and a deadline, and is certified in the next round", async () => {
    const { enrolmentId, caseId } = await toRecommended("repeat_requested");
    const [, decider] = stage.people.certifiers;
    const repeat = { outcome: "repeat_requested", reasonMain: "K2 er set for svagt." };
    expect(await step(decider, decideCaseAction, caseId, repeat)).toBe("case.repeatCriteria");
    const full = {
      ...repeat,
      repeatCriteria: ["K2"],
      repeatGuidance: "Vis det i et møde.",
      repeatDueOn: day(60),
    };
    expect(await step(decider, decideCaseAction, caseId, { ...full, repeatCriteria: ["K9"] })).toBe(
      "case.repeatUnknown",
    );
    expect(await step(decider, decideCaseAction, caseId, { ...full, repeatDueOn: day(-1) })).toBe(
      "case.repeatDue",
    );
    expect(await step(decider, decideCaseAction, caseId, full)).toBe("done");
    expect(await step(decider, releaseCaseAction, caseId)).toBe("done");
    expect(await read(caseId)).toMatchObject({
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
    await refresh(enrolmentId);
    expect((await read(caseId)).state).toBe("ready");
    expect(
      await step(stage.people.assessors[0], recommendCaseAction, caseId, {
        outcome: "certified",
        reasons: "Set.",
      }),
    ).toBe("done");
    expect(
      await step(decider, decideCaseAction, caseId, { outcome: "certified", reasonMain: "Nu er det set." }),
    ).toBe("done");
    expect(await step(decider, releaseCaseAction, caseId)).toBe("done");
    expect(await client.certificate.count({ where: { caseId } })).toBe(1);
  });

  it("is refused only after a hearing; an appeal that changes it issues the certificate", async () => {
    const { person, caseId } = await toRecommended("not_certified");
    const [recommender, decider, releaser, independent] = stage.people.certifiers;
    const refusal = { outcome: "not_certified", ...REASONS, appealGuidance: "Du kan klage inden fire uger." };
    expect(await step(decider, decideCaseAction, caseId, refusal)).toBe("case.hearingMissing");
    expect(
      await step(decider, openHearingAction, caseId, { notice: "Vi påtænker afslag.", dueOn: day(3) }),
    ).toBe("case.hearingTooShort");
    expect(
      await step(decider, openHearingAction, caseId, { notice: "Vi påtænker afslag.", dueOn: day(20) }),
    ).toBe("done");
    expect(await step(decider, decideCaseAction, caseId, refusal)).toBe("case.hearingRunning");
    expect(await step(person, answerHearingAction, caseId, { statement: "Jeg ser det anderledes." })).toBe(
      "done",
    );
    expect(await step(person, answerHearingAction, caseId, { statement: "Og en gang til." })).toBe(
      "case.statementGiven",
    );
    expect(await step(decider, decideCaseAction, caseId, { ...refusal, reasonRules: "" })).toBe(
      "case.reasonRules",
    );
    expect(await step(decider, decideCaseAction, caseId, refusal)).toBe("done");
    expect(await step(person, fileAppealAction, caseId, { grounds: "For tidligt" })).toBe(
      "case.nothingToAppeal",
    );
    expect(await step(releaser, releaseCaseAction, caseId)).toBe("done");
    expect(await client.certificate.count({ where: { caseId } })).toBe(0);
    expect(
      await step(person, fileAppealAction, caseId, { grounds: "Observationen var af et forkert møde." }),
    ).toBe("done");
    const changed = { verdict: "certified", reasons: "Observationen tæller ikke." };
    expect(await step(decider, decideAppealAction, caseId, changed)).toBe("case.barred.involved");
    expect(await step(releaser, decideAppealAction, caseId, changed)).toBe("case.barred.involved");
    expect(await step(independent, decideAppealAction, caseId, changed)).toBe("done");
    expect((await read(caseId)).state).toBe("changed");
    expect(await client.certificate.count({ where: { caseId, state: "issued" } })).toBe(1);
    expect(await step(recommender, decideAppealAction, caseId, changed)).toBe("case.appealDecided");
  });

  it("is taken up for an answer when its time has run out, and then not certified", async () => {
    const { caseId } = await begin({ evidence: false });
    const [recommender] = stage.people.certifiers;
    expect(await step(recommender, takeUpCaseAction, caseId)).toBe("case.windowOpen");
    await client.certificationCase.update({ where: { id: caseId }, data: { evidenceDueOn: dayInDays(-2) } });
    expect(await step(recommender, takeUpCaseAction, caseId)).toBe("done");
    expect(await step(recommender, recommendCaseAction, caseId, { outcome: "certified", reasons: "…" })).toBe(
      "case.requirementUnmet",
    );
    expect(
      await step(recommender, recommendCaseAction, caseId, {
        outcome: "not_certified",
        reasons: "Ingen observationer.",
      }),
    ).toBe("done");
  });

  it("refuses what was seen in an older version", async () => {
    const { caseId } = await begin();
    const { version } = await read(caseId);
    const [recommender] = stage.people.certifiers;
    const stale = { caseId, version: version - 1, outcome: "certified", reasons: "Set." };
    expect(word(await act(client, recommender, recommendCaseAction, stale))).toBe("conflict");
  });
});
