import { beforeAll, describe, expect, it } from "vitest";
import { actingWith } from "@/lib/auth/acting";
import {
  proposeRevocationAction,
  recertifyAction,
  reinstateCertificateAction,
  requestOfBodyAction,
  suspendCertificateAction,
  withdrawRevocationAction,
} from "@/lib/certificates/actions";
import { getCertificate } from "@/lib/certificates/queries/get-certificate";
import { listMyCertificates } from "@/lib/certificates/queries/list-my-certificates";
import { releaseCaseAction } from "@/lib/certification/actions";
import { Prisma, type PrismaClient } from "@/lib/db/generated/client";
import { listAssessmentQueue } from "@/lib/observations/queries/list-assessment-queue";
import { makeCase, makeRound } from "../../factories/cases";
import { makeCertificate, makeRevocation } from "../../factories/certificates";
import { makeObservation } from "../../factories/observations";
import { actorOf } from "../../factories/sign-in";
import { dayInDays, inDays } from "../../factories/unique";
import { word } from "../../policy/call";
import { testDatabase } from "../../setup/database";
import { act, enrol, giveEvidence, makeStage, type Stage } from "../certification/stage";
import { tryStatement } from "../certification/try-statement";

const { sql } = Prisma;
const REASONS = { publicReason: "Grundlaget undersøges.", internalReason: "Se notat 12." };

let client: PrismaClient;
let stage: Stage;

beforeAll(async () => {
  client = (await testDatabase()).client;
  stage = await makeStage(client);
});

/** A holder whose recertification is under way, and what they, the body and the database say of another. */
async function underWay() {
  const { person, enrolmentId } = await enrol(stage);
  await giveEvidence(stage, enrolmentId);
  const { id: caseId } = await makeCase(client, { enrolmentId, state: "released" });
  const certificate = await makeCertificate(client, { caseId, validUntil: inDays(100) });
  const certificateId = certificate.id;
  const [certifier] = stage.people.certifiers;
  const holder = await actorOf(client, person.id);
  const begin = async () =>
    word(await act(client, certifier, recertifyAction, { certificateId, dueOn: "2099-01-31" }));
  expect(await begin()).toBe("done");
  const ask = async () =>
    word(
      await act(client, holder, requestOfBodyAction, { certificateId, kind: "recertification", note: "" }),
    );
  const told = async () => {
    const own = actingWith(holder, "certificate.hold");
    const body = actingWith(await actorOf(client, certifier.id), "certification.view");
    const [shown] = own ? await listMyCertificates(own, "da", new Date()) : [];
    const seen = body && (await getCertificate(body, certificateId, new Date()));
    return {
      holder: shown?.recertification,
      body: seen?.recertification,
      bar: seen?.recertifyingBar?.code ?? null,
    };
  };
  const release = async () => {
    const { version } = await client.certificationCase.findUniqueOrThrow({ where: { id: caseId } });
    return word(await act(client, certifier, releaseCaseAction, { caseId, version: String(version) }));
  };
  /** Begins another in plain SQL. */
  const stepTaken = () =>
    tryStatement(
      client,
      sql`INSERT INTO case_step (id, case_id, round, kind, taken_by_id, taken_at)
          SELECT gen_random_uuid(), id, round, 'recertification_begun', ${certifier.id}::uuid, now()
          FROM certification_case WHERE id = ${caseId}::uuid`,
    );
  return { person, enrolmentId, caseId, certificate, certificateId, begin, ask, told, release, stepTaken };
}

const roundOf = async (id: string) => {
  const { round, state } = await client.certificationCase.findUniqueOrThrow({ where: { id } });
  return `${round} ${state}`;
};

describe("a recertification that ended without a certificate", () => {
  it("can be followed by another, once the refusal cannot be appealed any more", async () => {
    const { caseId, certificateId, begin, ask, told, stepTaken } = await underWay();
    expect(await told()).toEqual({
      holder: "underWay",
      body: "underWay",
      bar: "certificate.recertifying",
    });
    expect([await begin(), await ask(), await stepTaken()]).toEqual([
      "certificate.recertifying",
      "certificate.recertifying",
      "case_step_due",
    ]);
    await makeRound(client, caseId, { state: "released", outcome: "not_certified" });
    expect(await told()).toEqual({ holder: "ended", body: "ended", bar: "certificate.appealable" });
    expect([await begin(), await ask(), await stepTaken()]).toEqual([
      "certificate.appealable",
      "done",
      "case_step_due",
    ]);
    await client.certificationCase.update({ where: { id: caseId }, data: { releasedAt: inDays(-29) } });
    expect(await told()).toEqual({ holder: "ended", body: "ended", bar: null });
    expect([await stepTaken(), await begin()]).toEqual([null, "done"]);
    expect(await roundOf(caseId)).toBe("3 collecting");
    expect(await client.certificateRequest.findFirstOrThrow({ where: { certificateId } })).toMatchObject({
      granted: true,
    });
    expect(await begin()).toBe("certificate.recertifying");
  });

  it("can be followed by another where an appeal was upheld, and a case without a certificate cannot", async () => {
    const { caseId, begin, stepTaken } = await underWay();
    await makeRound(client, caseId, { state: "upheld", outcome: "not_certified" });
    const back = sql`UPDATE certification_case SET state = 'collecting', round = round + 1 WHERE id = ${caseId}::uuid`;
    expect(await tryStatement(client, back)).toBe("certification_case_return_named");
    expect([await stepTaken(), await begin()]).toEqual([null, "done"]);
    expect(await roundOf(caseId)).toBe("3 collecting");

    const { enrolmentId } = await enrol(stage);
    const refused = await makeCase(client, { enrolmentId, state: "upheld", outcome: "not_certified" });
    const step = sql`INSERT INTO case_step (id, case_id, round, kind, taken_by_id, taken_at)
      VALUES (gen_random_uuid(), ${refused.id}::uuid, 1, 'recertification_begun', ${stage.people.certifiers[0].id}::uuid, now())`;
    expect(await tryStatement(client, step)).toBe("case_step_due");
  });

  it("is the last one of somebody who has left: nobody could observe them", async () => {
    const { caseId, begin, ask, told, stepTaken } = await underWay();
    await makeRound(client, caseId, { state: "discontinued" });
    expect(await told()).toEqual({ holder: "closed", body: "closed", bar: "certificate.leftBeforeEnd" });
    expect([await begin(), await ask(), await stepTaken()]).toEqual([
      "certificate.leftBeforeEnd",
      "certificate.leftBeforeEnd",
      "case_step_due",
    ]);
  });
});

describe("whoever is being recertified", () => {
  it("waits in the assessors' queue until every criterion was seen anew", async () => {
    const { enrolmentId } = await underWay();
    const [one, other] = stage.people.assessors;
    const entry = async () => {
      const acting = actingWith(await actorOf(client, one.id), "observation.write");
      const queue = acting ? await listAssessmentQueue(acting, new Date()) : [];
      return queue.find((each) => each.enrolmentId === enrolmentId)?.forecast;
    };
    expect(await entry()).toMatchObject({ outlook: "open", observationsNeeded: 1 });
    expect((await entry())?.missing.map(({ code, occasions }) => `${code} ${occasions}`)).toEqual([
      "K1 1",
      "K2 1",
      "K3 1",
    ]);
    await makeObservation(client, {
      enrolmentId,
      assessorId: other.id,
      observedOn: dayInDays(0),
      ratings: stage.framework.criteria.map(({ id }) => ({ criterionId: id, rating: "reached" })),
    });
    expect(await entry()).toBeUndefined();
  });

  it("gets no certificate while the one that it would replace is suspended or proposed to be revoked", async () => {
    const { caseId, certificateId, release } = await underWay();
    await makeRound(client, caseId, { state: "decided" });
    const [certifier, colleague] = stage.people.certifiers;
    const input = { certificateId };
    await act(client, certifier, suspendCertificateAction, { ...input, ...REASONS });
    expect(await release()).toBe("certificate.suspendedNow");
    await act(client, certifier, reinstateCertificateAction, { ...input, note: "I orden." });
    await act(client, certifier, proposeRevocationAction, { ...input, ...REASONS });
    expect(await release()).toBe("certificate.revocationWaits");
    await act(client, colleague, withdrawRevocationAction, input);
    expect(await release()).toBe("done");
    expect(
      await client.certificate.findFirstOrThrow({ where: { supersedesId: certificateId } }),
    ).toMatchObject({ succession: "renewal", state: "issued" });
  });

  it("gets one that stands alone where the earlier one was revoked meanwhile", async () => {
    const { caseId, certificateId, release } = await underWay();
    await makeRevocation(client, { certificateId, confirmed: true });
    await makeRound(client, caseId, { state: "decided" });
    expect(await release()).toBe("done");
    const all = await client.certificate.findMany({ where: { caseId }, orderBy: { issuedAt: "asc" } });
    expect(all).toMatchObject([
      { id: certificateId, state: "revoked" },
      { state: "issued", supersedesId: null, succession: null },
    ]);
  });
});
