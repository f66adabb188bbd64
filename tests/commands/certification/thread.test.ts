import { subMonths } from "date-fns";
import { beforeAll, describe, expect, it } from "vitest";
import { asSystem } from "@/lib/auth/system";
import { recertifyAction, requestOfBodyAction } from "@/lib/certificates/actions";
import { getPublicCertificate } from "@/lib/certificates/queries/get-public-certificate";
import { certificatePayloadSchema } from "@/lib/certificates/rules/payload";
import {
  decideCaseAction,
  exceptRequirementAction,
  recommendCaseAction,
  releaseCaseAction,
  reopenCaseAction,
  takeUpCaseAction,
} from "@/lib/certification/actions";
import { openCase } from "@/lib/certification/commands/open-case";
import { hashOf } from "@/lib/core/hash";
import type { PrismaClient } from "@/lib/db/generated/client";
import { warnAllOfExpiry } from "@/lib/jobs/warn-of-expiry";
import { makeAttendance } from "../../factories/enrolments";
import { makeObservation } from "../../factories/observations";
import { dayInDays } from "../../factories/unique";
import { word } from "../../policy/call";
import { testDatabase } from "../../setup/database";
import { stranger } from "../badges/stage";
import { act, giveEvidence, makeStage, type Stage } from "./stage";
import { stepsOn } from "./steps";

let client: PrismaClient;
let stage: Stage;
let steps: ReturnType<typeof stepsOn>;

beforeAll(async () => {
  client = (await testDatabase()).client;
  stage = await makeStage(client);
  steps = stepsOn(stage);
});

describe("a case", () => {
  it("opens once, and becomes ready when its evidence is complete", async () => {
    const begun = await steps.begin({ evidence: false });
    expect((await steps.read(begun.caseId)).state).toBe("collecting");
    expect(await asSystem(client, new Date(), (work) => openCase(work, begun.enrolmentId))).toBe(
      begun.caseId,
    );
    await giveEvidence(stage, begun.enrolmentId);
    await steps.refresh(begun.enrolmentId);
    expect((await steps.read(begun.caseId)).state).toBe("ready");
    const events = await client.auditEvent.findMany({ where: { stream: `case:${begun.caseId}` } });
    expect(events.map((event) => event.action)).toEqual(["case.opened", "case.becameReady"]);
  });

  it("goes back when a requirement falls away", async () => {
    const { enrolmentId, caseId } = await steps.begin();
    const { id: recordedById } = stage.people.staff;
    await makeAttendance(client, {
      sessionId: stage.session.id,
      enrolmentId,
      recordedById,
      status: "absent",
    });
    await steps.refresh(enrolmentId);
    expect((await steps.read(caseId)).state).toBe("collecting");
  });

  it("is recommended, decided, released, and issues its certificate", async () => {
    const { person, caseId } = await steps.toRecommended();
    const [, decider, releaser] = stage.people.certifiers;
    expect(
      await steps.step(decider, decideCaseAction, caseId, {
        outcome: "certified",
        reasonMain: "Alt er set.",
      }),
    ).toBe("done");
    expect(await client.certificate.count({ where: { caseId } })).toBe(0);
    expect(await client.outboxMail.count({ where: { toEmail: person.email } })).toBe(0);
    expect(await steps.step(releaser, releaseCaseAction, caseId)).toBe("done");
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
    const mails = await client.outboxMail.findMany({ where: { toEmail: person.email } });
    expect(mails.map((mail) => mail.template).sort()).toEqual(["case-released", "certificate-issued"]);
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
      "badge.reserved",
    ]);
  });

  it("is not certified while a requirement is unmet, unless a third person excepts it", async () => {
    const { enrolmentId, caseId } = await steps.begin({ evidence: false });
    const [recommender, decider, third] = stage.people.certifiers;
    expect(
      await steps.step(recommender, recommendCaseAction, caseId, { outcome: "certified", reasons: "…" }),
    ).toBe("case.notReady");
    await giveEvidence(stage, enrolmentId);
    const { id: recordedById } = stage.people.staff;
    await makeAttendance(client, {
      sessionId: stage.session.id,
      enrolmentId,
      recordedById,
      status: "absent",
    });
    await steps.refresh(enrolmentId);
    expect((await steps.read(caseId)).state).toBe("collecting");
    const except = { requirement: "attendance", reason: "Barsel; indholdet er taget igen." };
    expect(await steps.step(third, exceptRequirementAction, caseId, except)).toBe("done");
    expect((await steps.read(caseId)).state).toBe("ready");
    expect(await steps.step(third, recommendCaseAction, caseId, { outcome: "certified", reasons: "…" })).toBe(
      "case.barred.excepted",
    );
    expect(
      await steps.step(recommender, recommendCaseAction, caseId, { outcome: "certified", reasons: "Set." }),
    ).toBe("done");
    expect(await steps.step(third, decideCaseAction, caseId, { outcome: "certified", reasonMain: "…" })).toBe(
      "case.barred.excepted",
    );
    expect(
      await steps.step(decider, decideCaseAction, caseId, { outcome: "certified", reasonMain: "Fraveget." }),
    ).toBe("done");
  });

  it("is refused a decision once its evidence has changed, and is recommended anew", async () => {
    const { enrolmentId, caseId } = await steps.toRecommended();
    const [, decider] = stage.people.certifiers;
    const observation = await makeObservation(client, {
      enrolmentId,
      assessorId: stage.people.assessors[1].id,
      ratings: [{ criterionId: stage.framework.criteria[0]?.id ?? "", rating: "not_reached" }],
    });
    expect(observation.state).toBe("locked");
    const before = await steps.read(caseId);
    expect(
      await steps.step(decider, decideCaseAction, caseId, { outcome: "certified", reasonMain: "…" }),
    ).toBe("case.evidenceChanged");
    expect(await steps.read(caseId)).toEqual(before);
    expect(await steps.step(decider, reopenCaseAction, caseId)).toBe("done");
    expect(await steps.read(caseId)).toMatchObject({ state: "ready", round: 2 });
    expect(await client.caseStep.findMany({ where: { caseId } })).toMatchObject([
      { round: 1, kind: "sent_back", takenById: decider.id },
    ]);
    expect(
      await steps.step(stage.people.assessors[0], recommendCaseAction, caseId, {
        outcome: "certified",
        reasons: "Set igen.",
      }),
    ).toBe("done");
    expect(
      await steps.step(decider, decideCaseAction, caseId, {
        outcome: "certified",
        reasonMain: "Alt er set.",
      }),
    ).toBe("done");
  });

  it("is taken up for an answer when its time has run out, and then not certified", async () => {
    const { caseId } = await steps.begin({ evidence: false });
    const [recommender] = stage.people.certifiers;
    expect(await steps.step(recommender, takeUpCaseAction, caseId)).toBe("case.windowOpen");
    await client.certificationCase.update({ where: { id: caseId }, data: { evidenceDueOn: dayInDays(-2) } });
    expect(await steps.step(recommender, takeUpCaseAction, caseId)).toBe("done");
    expect(await client.caseStep.findMany({ where: { caseId } })).toMatchObject([
      { round: 1, kind: "taken_up", takenById: recommender.id },
    ]);
    expect(
      await steps.step(recommender, recommendCaseAction, caseId, { outcome: "certified", reasons: "…" }),
    ).toBe("case.requirementUnmet");
    expect(
      await steps.step(recommender, recommendCaseAction, caseId, {
        outcome: "not_certified",
        reasons: "Ingen observationer.",
      }),
    ).toBe("done");
  });

  it("refuses what was seen in an older version", async () => {
    const { caseId } = await steps.begin();
    const { version } = await steps.read(caseId);
    const [recommender] = stage.people.certifiers;
    const stale = { caseId, version: version - 1, outcome: "certified", reasons: "Set." };
    expect(word(await act(client, recommender, recommendCaseAction, stale))).toBe("conflict");
  });

  it("renews a certificate that was about to end, on new observations only, from the warning to the new one", async () => {
    const { person, enrolmentId, caseId } = await steps.toRecommended();
    const [recommender, decider, releaser] = stage.people.certifiers;
    const certify = { outcome: "certified", reasonMain: "Alt er set." };
    const decide = () => steps.step(decider, decideCaseAction, caseId, certify);
    const release = () => steps.step(releaser, releaseCaseAction, caseId);
    expect([await decide(), await release()]).toEqual(["done", "done"]);
    const first = await client.certificate.findFirstOrThrow({ where: { caseId } });

    await warnAllOfExpiry(client, subMonths(first.validUntil ?? 0, 3));
    const warned = { toEmail: person.email, template: "certificate-ending" };
    expect(await client.outboxMail.findMany({ where: warned })).toMatchObject([
      { params: { months: 3, serialNumber: first.serialNumber, path: "/my/certificates" } },
    ]);
    const wish = { certificateId: first.id, kind: "recertification", note: "Gerne i foråret" };
    expect(word(await act(client, person, requestOfBodyAction, wish))).toBe("done");
    const begin = { certificateId: first.id, dueOn: "2035-01-31" };
    expect(word(await act(client, recommender, recertifyAction, begin))).toBe("done");

    // What was observed for the first one counts no more, not even when somebody weighs the evidence again.
    await steps.refresh(enrolmentId);
    expect(await steps.read(caseId)).toMatchObject({ state: "collecting", round: 2 });
    const recommend = () =>
      steps.step(stage.people.assessors[0], recommendCaseAction, caseId, {
        outcome: "certified",
        reasons: "Set igen.",
      });
    expect(await recommend()).toBe("case.notReady");
    for (const { id: assessorId } of stage.people.assessors)
      await makeObservation(client, {
        enrolmentId,
        assessorId,
        observedOn: dayInDays(0),
        ratings: stage.framework.criteria.map(({ id }) => ({ criterionId: id, rating: "reached" })),
      });
    await steps.refresh(enrolmentId);
    expect((await steps.read(caseId)).state).toBe("ready");
    expect([await recommend(), await decide(), await release()]).toEqual(["done", "done", "done"]);

    const renewal = await client.certificate.findFirstOrThrow({ where: { supersedesId: first.id } });
    expect(renewal).toMatchObject({ succession: "renewal", state: "issued", caseId });
    expect(renewal.decisionId).not.toBe(first.decisionId);
    const check = (publicId: string) => getPublicCertificate(stranger, publicId, new Date());
    expect(await check(first.publicId)).toMatchObject({
      standing: "superseded",
      successor: { publicId: renewal.publicId, succession: "renewal" },
    });
    expect(await check(renewal.publicId)).toMatchObject({
      standing: "valid",
      predecessor: { publicId: first.publicId, succession: "renewal" },
      payload: { observed: { occasions: 2, assessors: 2 } },
    });
    // Nobody is warned of the end of what has been renewed.
    await warnAllOfExpiry(client, subMonths(first.validUntil ?? 0, 1));
    const about = { ...warned, params: { path: ["serialNumber"], equals: first.serialNumber } };
    expect(await client.outboxMail.count({ where: about })).toBe(1);
  });
});
