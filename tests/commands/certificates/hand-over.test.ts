import { beforeAll, describe, expect, it } from "vitest";
import { actingWith } from "@/lib/auth/acting";
import {
  confirmRevocationAction,
  correctCertificateAction,
  declineRequestAction,
  proposeRevocationAction,
  recertifyAction,
  requestOfBodyAction,
  withdrawRevocationAction,
} from "@/lib/certificates/actions";
import { recordedToday } from "@/lib/certificates/facts/recorded-today";
import { listMyCertificates } from "@/lib/certificates/queries/list-my-certificates";
import { certificatePayloadSchema } from "@/lib/certificates/rules/payload";
import { differencesOf } from "@/lib/certificates/rules/succession";
import { releaseCaseAction } from "@/lib/certification/actions";
import { hashOf } from "@/lib/core/hash";
import { Prisma, type PrismaClient } from "@/lib/db/generated/client";
import { warnAllOfExpiry } from "@/lib/jobs/warn-of-expiry";
import { makeCase, makeRound } from "../../factories/cases";
import { makeCertificate, makeRevocation } from "../../factories/certificates";
import { actorOf } from "../../factories/sign-in";
import { inDays } from "../../factories/unique";
import { word } from "../../policy/call";
import { testDatabase } from "../../setup/database";
import { act, enrol, giveEvidence, makeStage, type Stage } from "../certification/stage";
import { tryStatement } from "../certification/try-statement";

const { sql } = Prisma;
const REASONS = { publicReason: "Bygger på en forveksling.", internalReason: "Se notat 12." };

let client: PrismaClient;
let stage: Stage;

beforeAll(async () => {
  client = (await testDatabase()).client;
  stage = await makeStage(client);
});

/** A holder with a certificate, what they can ask for and what their page says of it, the newest first. */
async function held(validUntil: Date = inDays(400)) {
  const { person, enrolmentId } = await enrol(stage);
  await giveEvidence(stage, enrolmentId);
  const { id: caseId } = await makeCase(client, { enrolmentId, state: "released" });
  const certificate = await makeCertificate(client, { caseId, validUntil });
  const holder = await actorOf(client, person.id);
  const ask = async (kind: "recertification" | "new_name", note = "") =>
    word(await act(client, holder, requestOfBodyAction, { certificateId: certificate.id, kind, note }));
  const shown = async () => {
    const acting = actingWith(holder, "certificate.hold");
    const own = acting ? await listMyCertificates(acting, "da", new Date()) : [];
    return own.map(({ standing, openRequests, declined }) => ({
      standing,
      open: openRequests,
      declined: declined.map(({ reason }) => reason),
    }));
  };
  const correct = async () => {
    const today = await recordedToday(client, caseId, new Date());
    const seen = hashOf(differencesOf(certificatePayloadSchema.parse(certificate.payload), today));
    const input = { certificateId: certificate.id, seen };
    return word(await act(client, stage.people.certifiers[0], correctCertificateAction, input));
  };
  const successor = () => client.certificate.findFirstOrThrow({ where: { supersedesId: certificate.id } });
  return { person, caseId, certificate, ask, shown, correct, successor };
}

describe("what is open on a certificate that is replaced", () => {
  it("follows where it is asked of the new one: a wish to be certified again", async () => {
    const { certificate, ask, shown, correct, successor } = await held();
    expect(await ask("recertification", "Gerne i foråret")).toBe("done");
    expect(await correct()).toBe("done");
    const { id: certificateId } = await successor();
    expect(await shown()).toEqual([
      { standing: "valid", open: ["recertification"], declined: [] },
      { standing: "superseded", open: [], declined: [] },
    ]);
    const wish = await client.certificateRequest.findFirstOrThrow({ where: { certificateId } });
    expect(wish).toMatchObject({ note: "Gerne i foråret", answeredAt: null });
    const answer = { certificateId, requestId: wish.id, answer: "Ordningen er lukket." };
    // Of the old one there is nothing left to answer.
    expect(
      word(
        await act(client, stage.people.certifiers[0], declineRequestAction, {
          ...answer,
          certificateId: certificate.id,
        }),
      ),
    ).toBe("certificate.requestAnswered");
    expect(word(await act(client, stage.people.certifiers[0], declineRequestAction, answer))).toBe("done");
    expect((await shown())[0]).toMatchObject({ open: [], declined: ["Ordningen er lukket."] });
  });

  it("ends where the new one grants it: a new name, also by a renewal", async () => {
    const { person, caseId, certificate, ask, shown, successor } = await held();
    await client.person.update({ where: { id: person.id }, data: { name: "Ny Navnesen" } });
    const [certifier] = stage.people.certifiers;
    const again = { certificateId: certificate.id, dueOn: "2099-01-31" };
    expect(word(await act(client, certifier, recertifyAction, again))).toBe("done");
    expect(await ask("new_name")).toBe("done");
    const { version } = await makeRound(client, caseId, { state: "decided" });
    expect(word(await act(client, certifier, releaseCaseAction, { caseId, version: String(version) }))).toBe(
      "done",
    );
    const renewed = certificatePayloadSchema.parse((await successor()).payload);
    expect(renewed.holder.name).toBe("Ny Navnesen");
    expect((await shown()).map(({ open }) => open)).toEqual([[], []]);
    expect(
      await client.certificateRequest.findFirstOrThrow({ where: { certificateId: certificate.id } }),
    ).toMatchObject({ granted: true, answeredById: certifier.id });
  });

  it("is settled first where it would go on holding under another number: a proposal to revoke", async () => {
    const { certificate, correct } = await held();
    const input = { certificateId: certificate.id };
    const [certifier, colleague] = stage.people.certifiers;
    await act(client, certifier, proposeRevocationAction, { ...input, ...REASONS });
    expect(await correct()).toBe("certificate.revocationWaits");
    const supersede = sql`UPDATE certificate SET state = 'superseded' WHERE id = ${certificate.id}::uuid`;
    expect(await tryStatement(client, supersede)).toBe("certificate_superseded_settled");
    await act(client, colleague, withdrawRevocationAction, input);
    expect(await correct()).toBe("done");
    expect(word(await act(client, certifier, proposeRevocationAction, { ...input, ...REASONS }))).toBe(
      "certificate.transition",
    );
    const propose = sql`INSERT INTO certificate_revocation (id, certificate_id, public_reason, requested_by_id, requested_at)
      VALUES (gen_random_uuid(), ${certificate.id}::uuid, 'Fejl', ${certifier.id}::uuid, now())`;
    expect(await tryStatement(client, propose)).toBe("certificate_revocation_current");
  });

  it("is not told twice: that it ends", async () => {
    const { person, correct, successor } = await held(inDays(80));
    const told = async () =>
      (
        await client.outboxMail.findMany({
          where: { toEmail: person.email, template: "certificate-ending" },
        })
      ).map(({ params }) => params);
    await warnAllOfExpiry(client, new Date());
    expect(await told()).toMatchObject([{ months: 3 }]);
    expect(await correct()).toBe("done");
    await warnAllOfExpiry(client, new Date());
    expect(await told()).toHaveLength(1);
    await warnAllOfExpiry(client, inDays(60));
    const { serialNumber } = await successor();
    expect(await told()).toContainEqual(expect.objectContaining({ months: 1, serialNumber }));
    expect(await told()).toHaveLength(2);
  });

  it("is left behind in plain SQL neither: nothing is replaced by nothing, nor with a wish open, nor does a wish go elsewhere", async () => {
    const { certificate, ask, correct } = await held();
    const supersede = sql`UPDATE certificate SET state = 'superseded' WHERE id = ${certificate.id}::uuid`;
    await expect(client.$executeRaw(supersede)).rejects.toThrow(/certificate_superseded_by_another/);
    await ask("recertification");
    const other = await held();
    const elsewhere = sql`UPDATE certificate_request SET certificate_id = ${other.certificate.id}::uuid WHERE certificate_id = ${certificate.id}::uuid`;
    expect(await tryStatement(client, elsewhere)).toBe("certificate_request_frozen");
    await expect(makeRevocation(client, { certificateId: certificate.id, confirmed: true })).rejects.toThrow(
      /certificate_leaves_no_request/,
    );
    expect(await other.correct()).toBe("done");
    const late = sql`INSERT INTO certificate_request (id, certificate_id, kind, requested_at)
      VALUES (gen_random_uuid(), ${other.certificate.id}::uuid, 'recertification', now())`;
    expect(await tryStatement(client, late)).toBe("certificate_request_current");
    // A renewal takes the place of a certificate of its own case only.
    const stolen = sql`INSERT INTO certificate (id, decision_id, case_id, holder_id, public_id, serial_number, payload, payload_hash, issued_at, supersedes_id, succession)
      SELECT gen_random_uuid(), decision_id, case_id, holder_id, left(md5(random()::text), 22), 'PX-2099-00002', payload, payload_hash, now(),
        ${other.certificate.id}::uuid, 'renewal' FROM certificate WHERE id = ${certificate.id}::uuid`;
    expect(await tryStatement(client, stolen)).toBe("certificate_renewal_follows");
    expect(await correct()).not.toBe("done");
  });
});

describe("what is open on a certificate that is revoked", () => {
  it("is declined, for the reason that everybody reads", async () => {
    const { certificate, ask, shown } = await held();
    await ask("recertification");
    const input = { certificateId: certificate.id };
    const [certifier, colleague] = stage.people.certifiers;
    await act(client, certifier, proposeRevocationAction, { ...input, ...REASONS });
    expect(word(await act(client, colleague, confirmRevocationAction, input))).toBe("done");
    expect(await shown()).toEqual([{ standing: "revoked", open: [], declined: [REASONS.publicReason] }]);
  });
});

describe("a warning that a certificate ends", () => {
  it("says what stands of recertification, instead of inviting to ask for it", async () => {
    const said = async (certificateId: string) => {
      await warnAllOfExpiry(client, new Date());
      const { serialNumber } = await client.certificate.findUniqueOrThrow({ where: { id: certificateId } });
      const { params } = await client.outboxMail.findFirstOrThrow({
        where: {
          template: "certificate-ending",
          params: { path: ["serialNumber"], equals: serialNumber },
        },
      });
      return params;
    };
    const [idle, asked, begun, left] = [
      await held(inDays(80)),
      await held(inDays(80)),
      await held(inDays(80)),
      await held(inDays(80)),
    ];
    await asked.ask("recertification");
    await begun.ask("recertification");
    for (const { certificate } of [begun, left])
      await act(client, stage.people.certifiers[0], recertifyAction, {
        certificateId: certificate.id,
        dueOn: "2099-01-31",
      });
    await makeRound(client, left.caseId, { state: "discontinued" });
    const path = "/my/certificates";
    expect(await said(idle.certificate.id)).toMatchObject({ recertification: "mayAsk", path });
    expect(await said(asked.certificate.id)).toMatchObject({ recertification: "asked", path });
    expect(await said(begun.certificate.id)).toMatchObject({
      recertification: "underWay",
      path: "/my/certification",
    });
    expect(await said(left.certificate.id)).toMatchObject({ recertification: "closed", path });
  });
});
