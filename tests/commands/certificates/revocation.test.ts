import { beforeAll, describe, expect, it } from "vitest";
import { actingWith, anonymous } from "@/lib/auth/acting";
import {
  confirmRevocationAction,
  proposeRevocationAction,
  withdrawRevocationAction,
} from "@/lib/certificates/actions";
import { getPublicCertificate } from "@/lib/certificates/queries/get-public-certificate";
import type { PrismaClient } from "@/lib/db/generated/client";
import { makeCase } from "../../factories/cases";
import { makeCertificate } from "../../factories/certificates";
import { grantRole, makePersonInRole } from "../../factories/people";
import { word } from "../../policy/call";
import { testDatabase } from "../../setup/database";
import { act, enrol, makeStage, type Stage } from "../certification/stage";

let client: PrismaClient;
let stage: Stage;

beforeAll(async () => {
  client = (await testDatabase()).client;
  stage = await makeStage(client);
});

const REASONS = { publicReason: "Bygger på en forveksling.", internalReason: "Se notat 12." };

async function certified() {
  const { person, enrolmentId } = await enrol(stage);
  const { id: caseId } = await makeCase(client, { enrolmentId, state: "released" });
  const certificate = await makeCertificate(client, { caseId });
  return { person, certificate, input: { certificateId: certificate.id } };
}

async function check(publicId: string) {
  const acting = actingWith(anonymous, "certificate.verify");
  if (!acting) throw new Error("anybody may verify");
  return getPublicCertificate(acting, publicId, new Date());
}

describe("a revocation", () => {
  it("takes two: who proposes does not confirm, by rule, action and SQL", async () => {
    const { person, certificate, input } = await certified();
    const [proposer, confirmer] = stage.people.certifiers;
    expect(word(await act(client, proposer, proposeRevocationAction, { ...input, ...REASONS }))).toBe("done");
    expect((await check(certificate.publicId))?.standing).toBe("valid");
    const asked = await client.outboxMail.findMany({ where: { template: "revocation-proposed" } });
    const addresses = asked.map((mail) => mail.toEmail);
    expect(addresses).toEqual(
      expect.arrayContaining(stage.people.certifiers.slice(1).map((each) => each.email)),
    );
    expect(addresses).not.toContain(proposer.email);
    expect(word(await act(client, proposer, confirmRevocationAction, input))).toBe(
      "certificate.secondPerson",
    );
    await expect(
      client.$executeRaw`UPDATE certificate_revocation SET confirmed_by_id = requested_by_id, confirmed_at = now() WHERE certificate_id = ${certificate.id}::uuid`,
    ).rejects.toThrow(/certificate_revocation_two_persons/);
    await expect(
      client.$executeRaw`UPDATE certificate SET state = 'revoked' WHERE id = ${certificate.id}::uuid`,
    ).rejects.toThrow(/certificate_revocation_two_persons/);
    expect(word(await act(client, confirmer, proposeRevocationAction, { ...input, ...REASONS }))).toBe(
      "certificate.revocationOpen",
    );
    expect(word(await act(client, confirmer, confirmRevocationAction, input))).toBe("done");
    expect(await check(certificate.publicId)).toMatchObject({
      standing: "revoked",
      revoked: { publicReason: REASONS.publicReason },
    });
    const told = await client.outboxMail.findFirstOrThrow({ where: { toEmail: person.email } });
    expect(told.template).toBe("certificate-revoked");
    expect(word(await act(client, proposer, confirmRevocationAction, input))).toBe(
      "certificate.alreadyRevoked",
    );
  });

  it("can be withdrawn, and proposed again", async () => {
    const { certificate, input } = await certified();
    const [proposer, other] = stage.people.certifiers;
    expect(word(await act(client, proposer, withdrawRevocationAction, input))).toBe(
      "certificate.nothingProposed",
    );
    await act(client, proposer, proposeRevocationAction, { ...input, ...REASONS });
    expect(word(await act(client, other, withdrawRevocationAction, input))).toBe("done");
    const { withdrawnById } = await client.certificateRevocation.findFirstOrThrow({
      where: { certificateId: certificate.id },
    });
    expect(withdrawnById).toBe(other.id);
    expect(word(await act(client, other, confirmRevocationAction, input))).toBe(
      "certificate.nothingProposed",
    );
    expect(word(await act(client, other, proposeRevocationAction, { ...input, ...REASONS }))).toBe("done");
    expect((await check(certificate.publicId))?.standing).toBe("valid");
  });

  it("is not for the holder, another body's certifier or the provider's staff", async () => {
    const { person, certificate, input } = await certified();
    await grantRole(client, person.id, "certifier", stage.body.id);
    expect(word(await act(client, person, proposeRevocationAction, { ...input, ...REASONS }))).toBe(
      "certificate.ownCertificate",
    );
    const stranger = await makePersonInRole(client, "certifier", stage.provider.id);
    expect(word(await act(client, stranger, proposeRevocationAction, { ...input, ...REASONS }))).toBe(
      "notFound",
    );
    expect(
      word(await act(client, stage.people.staff, proposeRevocationAction, { ...input, ...REASONS })),
    ).toBe("notAllowed");
    await expect(
      client.$executeRaw`
        INSERT INTO certificate_revocation (id, certificate_id, public_reason, requested_by_id, requested_at)
        VALUES (gen_random_uuid(), ${certificate.id}::uuid, 'x', ${stranger.id}::uuid, now())`,
    ).rejects.toThrow(/certificate_revocation_separated/);
  });

  it("confirmed and withdrawn at once ends one way", async () => {
    for (let pair = 0; pair < 20; pair++) {
      const { certificate, input } = await certified();
      const [proposer, confirmer, other] = stage.people.certifiers;
      await act(client, proposer, proposeRevocationAction, { ...input, ...REASONS });
      const words = await Promise.all([
        act(client, confirmer, confirmRevocationAction, input).then(word),
        act(client, other, withdrawRevocationAction, input).then(word),
      ]);
      expect(words.filter((each) => each === "done")).toHaveLength(1);
      const standing = (await check(certificate.publicId))?.standing;
      expect(standing).toBe(words[0] === "done" ? "revoked" : "valid");
    }
  }, 120_000);
});

describe("an issued certificate", () => {
  it("is neither changed nor deleted", async () => {
    const { certificate } = await certified();
    const id = certificate.id;
    await expect(
      client.$executeRaw`UPDATE certificate SET payload = '{}'::jsonb WHERE id = ${id}::uuid`,
    ).rejects.toThrow(/certificate_frozen/);
    await expect(client.$executeRaw`DELETE FROM certificate WHERE id = ${id}::uuid`).rejects.toThrow(
      /append_only/,
    );
  });
});
