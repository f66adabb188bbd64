import { beforeAll, describe, expect, it } from "vitest";
import { actingWith } from "@/lib/auth/acting";
import {
  correctCertificateAction,
  recertifyAction,
  reinstateCertificateAction,
  requestOfBodyAction,
  shareCertificateAction,
  suspendCertificateAction,
} from "@/lib/certificates/actions";
import { recordedToday } from "@/lib/certificates/facts/recorded-today";
import { getCertificate } from "@/lib/certificates/queries/get-certificate";
import { getPublicCertificate } from "@/lib/certificates/queries/get-public-certificate";
import { listListedCertificates } from "@/lib/certificates/queries/list-listed-certificates";
import { certificatePayloadSchema } from "@/lib/certificates/rules/payload";
import { differencesOf } from "@/lib/certificates/rules/succession";
import { hashOf } from "@/lib/core/hash";
import type { PrismaClient } from "@/lib/db/generated/client";
import { warnAllOfExpiry } from "@/lib/jobs/warn-of-expiry";
import { signedBadge } from "@/lib/signing/signed-badge";
import { makeCase } from "../../factories/cases";
import { makeCertificate } from "../../factories/certificates";
import { grantRole } from "../../factories/people";
import { actorOf } from "../../factories/sign-in";
import { inDays } from "../../factories/unique";
import { word } from "../../policy/call";
import { testDatabase } from "../../setup/database";
import { stranger } from "../badges/stage";
import { act, enrol, giveEvidence, makeStage, type Stage } from "../certification/stage";

let client: PrismaClient;
let stage: Stage;

beforeAll(async () => {
  client = (await testDatabase()).client;
  stage = await makeStage(client);
});

const REASONS = { publicReason: "Grundlaget undersøges.", internalReason: "Se notat 12." };

async function certified(validUntil: Date | null = inDays(400)) {
  const { person, enrolmentId } = await enrol(stage);
  const { id: caseId } = await makeCase(client, { enrolmentId, state: "released" });
  const certificate = await makeCertificate(client, { caseId, validUntil });
  return { person, caseId, enrolmentId, certificate, input: { certificateId: certificate.id } };
}

const check = (publicId: string) => getPublicCertificate(stranger, publicId, new Date());
const mailsTo = async (email: string | null) =>
  (await client.outboxMail.findMany({ where: { toEmail: email ?? "" } })).map(({ template }) => template);

describe("a suspension", () => {
  it("shows everywhere at once, and ends as it began", async () => {
    const { person, certificate, input } = await certified();
    const [certifier, colleague] = stage.people.certifiers;
    expect(word(await act(client, certifier, suspendCertificateAction, { ...input, ...REASONS }))).toBe(
      "done",
    );
    expect(await check(certificate.publicId)).toMatchObject({
      standing: "suspended",
      suspended: { publicReason: REASONS.publicReason },
    });
    expect(JSON.stringify(await check(certificate.publicId))).not.toContain(REASONS.internalReason);
    expect(word(await act(client, colleague, suspendCertificateAction, { ...input, ...REASONS }))).toBe(
      "certificate.alreadySuspended",
    );
    expect(
      word(await act(client, colleague, reinstateCertificateAction, { ...input, note: "I orden." })),
    ).toBe("done");
    expect(await check(certificate.publicId)).toMatchObject({ standing: "valid", suspended: null });
    expect(await mailsTo(person.email)).toEqual(["certificate-suspended", "certificate-reinstated"]);
    const events = await client.auditEvent.findMany({
      where: { entityId: certificate.id },
      orderBy: { id: "asc" },
    });
    expect(events.map(({ action }) => action)).toEqual(["certificate.suspended", "certificate.reinstated"]);
  });

  it("is not possible without a record of it, nor by somebody outside the body, in SQL either", async () => {
    const { certificate } = await certified();
    const { id } = certificate;
    await expect(
      client.$executeRaw`UPDATE certificate SET state = 'suspended' WHERE id = ${id}::uuid`,
    ).rejects.toThrow(/certificate_suspension_recorded/);
    await expect(
      client.$executeRaw`
        INSERT INTO certificate_suspension (id, certificate_id, public_reason, suspended_by_id, suspended_at)
        VALUES (gen_random_uuid(), ${id}::uuid, 'x', ${stage.people.staff.id}::uuid, now())`,
    ).rejects.toThrow(/certificate_suspension_separated/);
  });

  it("is told within the body, and not to the holder who certifies for it too", async () => {
    const { person, certificate, input } = await certified();
    const [certifier] = stage.people.certifiers;
    await grantRole(client, person.id, "certifier", stage.body.id);
    await act(client, certifier, suspendCertificateAction, { ...input, ...REASONS });
    const read = async (id: string) => {
      const acting = actingWith(await actorOf(client, id), "certification.view");
      const seen = acting && (await getCertificate(acting, certificate.id, new Date()));
      return { suspensions: seen?.suspensions.length, bar: seen?.bar?.code };
    };
    expect(await read(certifier.id)).toEqual({ suspensions: 1 });
    expect(await read(person.id)).toEqual({ suspensions: 0, bar: "certificate.ownCertificate" });
  });

  it("by eight at once is one", async () => {
    const { certificate, input } = await certified();
    const [certifier] = stage.people.certifiers;
    const words = await Promise.all(
      Array.from({ length: 8 }, () =>
        act(client, certifier, suspendCertificateAction, { ...input, ...REASONS }).then(word),
      ),
    );
    expect(words.filter((each) => each === "done")).toHaveLength(1);
    expect(await client.certificateSuspension.count({ where: { certificateId: certificate.id } })).toBe(1);
  });
});

/** What the form of a correction would send. */
async function correction(caseId: string, certificate: { id: string; payload: unknown }) {
  const today = await recordedToday(client, caseId, new Date());
  const differences = differencesOf(certificatePayloadSchema.parse(certificate.payload), today);
  return { certificateId: certificate.id, seen: hashOf(differences) };
}

describe("a correction", () => {
  it("for a holder's new name takes the place of the earlier one, which leads to it", async () => {
    const { person, caseId, certificate, input } = await certified();
    const [certifier] = stage.people.certifiers;
    await client.person.update({ where: { id: person.id }, data: { name: "Ny Navnesen" } });
    const holder = await actorOf(client, person.id);
    await act(client, holder, shareCertificateAction, { ...input, visibility: "public" });
    expect(
      word(await act(client, holder, requestOfBodyAction, { ...input, kind: "new_name", note: "" })),
    ).toBe("done");
    expect(
      word(await act(client, holder, requestOfBodyAction, { ...input, kind: "new_name", note: "" })),
    ).toBe("certificate.requestOpen");
    const outcome = await act(
      client,
      certifier,
      correctCertificateAction,
      await correction(caseId, certificate),
    );
    expect(word(outcome)).toBe("done");
    const successor = await client.certificate.findFirstOrThrow({ where: { supersedesId: certificate.id } });
    expect(successor).toMatchObject({
      succession: "correction",
      decisionId: certificate.decisionId,
      validUntil: certificate.validUntil,
      state: "issued",
    });
    expect(await check(certificate.publicId)).toMatchObject({
      standing: "superseded",
      successor: { publicId: successor.publicId, succession: "correction" },
    });
    const now = await check(successor.publicId);
    expect(now).toMatchObject({ standing: "valid", predecessor: { publicId: certificate.publicId } });
    expect(now?.payload?.holder.name).toBe("Ny Navnesen");
    expect(now?.payload?.decidedOn).toBe(certificatePayloadSchema.parse(certificate.payload).decidedOn);
    expect(await mailsTo(person.email)).toContain("certificate-replaced");
    const request = await client.certificateRequest.findFirstOrThrow({
      where: { certificateId: certificate.id },
    });
    expect(request).toMatchObject({ granted: true, answeredById: certifier.id });
    const sharing = await client.certificateSharing.findUnique({ where: { certificateId: successor.id } });
    expect(sharing?.visibility).toBe("public");
    // The chain goes on: the correction can be corrected, the first one cannot any more.
    expect(
      word(await act(client, certifier, correctCertificateAction, await correction(caseId, certificate))),
    ).toBe("certificate.notCurrent");
  });

  it("is refused where something else was recorded since the form was shown", async () => {
    const { person, caseId, certificate } = await certified();
    const seen = await correction(caseId, certificate);
    await client.person.update({ where: { id: person.id }, data: { name: "Noget Andet" } });
    expect(word(await act(client, stage.people.certifiers[0], correctCertificateAction, seen))).toBe(
      "conflict",
    );
  });

  it("by eight at once is one", async () => {
    const { caseId, certificate } = await certified();
    const input = await correction(caseId, certificate);
    const words = await Promise.all(
      Array.from({ length: 8 }, () =>
        act(client, stage.people.certifiers[0], correctCertificateAction, input).then(word),
      ),
    );
    expect(words.filter((each) => each === "done")).toHaveLength(1);
    expect(await client.certificate.count({ where: { caseId, state: "issued" } })).toBe(1);
  });
});

describe("recertification", () => {
  it("asks for every criterion anew, and its decision renews the certificate", async () => {
    const { person, enrolmentId } = await enrol(stage);
    await giveEvidence(stage, enrolmentId);
    const { id: caseId } = await makeCase(client, { enrolmentId, state: "released" });
    const certificate = await makeCertificate(client, { caseId, validUntil: inDays(100) });
    const [certifier] = stage.people.certifiers;
    const input = { certificateId: certificate.id };
    const holder = await actorOf(client, person.id);
    await act(client, holder, requestOfBodyAction, { ...input, kind: "recertification", note: "" });
    expect(word(await act(client, certifier, recertifyAction, { ...input, dueOn: "2031-01-31" }))).toBe(
      "done",
    );
    const its = await client.certificationCase.findUniqueOrThrow({
      where: { id: caseId },
      include: { steps: { where: { kind: "recertification_begun" } } },
    });
    expect(its).toMatchObject({ round: 2, state: "collecting" });
    expect(its.steps).toMatchObject([{ round: 1, kind: "recertification_begun", takenById: certifier.id }]);
    expect((await check(certificate.publicId))?.standing).toBe("valid");
    expect(word(await act(client, certifier, recertifyAction, { ...input, dueOn: "" }))).toBe(
      "certificate.recertifying",
    );
    const told = await client.outboxMail.findFirstOrThrow({
      where: { toEmail: person.email ?? "", template: "certificate-request-answered" },
    });
    expect(told.params).toMatchObject({ granted: true, kind: "recertification" });
  });
});

describe("the holder's choice", () => {
  it("hides what it says, and never that it is genuine", async () => {
    const { person, certificate, input } = await certified();
    const holder = await actorOf(client, person.id);
    await act(client, holder, shareCertificateAction, { ...input, visibility: "private" });
    const seen = await check(certificate.publicId);
    expect(seen).toMatchObject({ standing: "valid", serialNumber: certificate.serialNumber, payload: null });
    expect(JSON.stringify(seen)).not.toContain(person.name);
    expect(await signedBadge(stranger, certificate.publicId, "vc_jwt", new Date())).toBeNull();
    const own = actingWith(holder, "certificate.verify");
    expect(own && (await signedBadge(own, certificate.publicId, "vc_jwt", new Date()))).not.toBeNull();
    expect(
      own && (await getPublicCertificate(own, certificate.publicId, new Date()))?.payload,
    ).not.toBeNull();
  });

  it("lists in the public register only who agreed, only while it holds", async () => {
    const listed = await certified();
    const silent = await certified();
    const holder = await actorOf(client, listed.person.id);
    const names = async () =>
      (await listListedCertificates(stranger, { page: 1 }, new Date())).rows.map(({ publicId }) => publicId);
    expect(await names()).not.toContain(listed.certificate.publicId);
    await act(client, holder, shareCertificateAction, { ...listed.input, visibility: "public" });
    expect(await names()).toContain(listed.certificate.publicId);
    expect(await names()).not.toContain(silent.certificate.publicId);
    const found = await listListedCertificates(
      stranger,
      { page: 1, query: listed.person.name.slice(2).toUpperCase() },
      new Date(),
    );
    expect(found.rows.map(({ publicId }) => publicId)).toContain(listed.certificate.publicId);
    // What means something to LIKE is a sign like any other.
    for (const query of ["%", "_", "\\"])
      expect(await listListedCertificates(stranger, { page: 1, query }, new Date())).toEqual({
        rows: [],
        total: 0,
      });
    await act(client, stage.people.certifiers[0], suspendCertificateAction, { ...listed.input, ...REASONS });
    expect(await names()).not.toContain(listed.certificate.publicId);
  });
});

describe("warnings of the end", () => {
  it("are sent once each, by however many jobs at once", async () => {
    const { person, certificate } = await certified(inDays(80));
    await Promise.all([1, 2, 3].map(() => warnAllOfExpiry(client, new Date())));
    const sent = async () =>
      (await client.outboxMail.findMany({ where: { toEmail: person.email ?? "" } })).map(
        ({ params }) => params,
      );
    expect(await sent()).toMatchObject([{ months: 3, serialNumber: certificate.serialNumber }]);
    await warnAllOfExpiry(client, inDays(60));
    expect(await sent()).toMatchObject([{ months: 3 }, { months: 1 }]);
    await warnAllOfExpiry(client, inDays(61));
    expect(await sent()).toHaveLength(2);
  });
});
