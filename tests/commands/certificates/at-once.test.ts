import { beforeAll, describe, expect, it } from "vitest";
import { getStatusList } from "@/lib/badges/queries/get-status-list";
import {
  confirmRevocationAction,
  correctCertificateAction,
  proposeRevocationAction,
  reinstateCertificateAction,
  suspendCertificateAction,
} from "@/lib/certificates/actions";
import { recordedToday } from "@/lib/certificates/facts/recorded-today";
import { getPublicCertificate } from "@/lib/certificates/queries/get-public-certificate";
import { certificatePayloadSchema } from "@/lib/certificates/rules/payload";
import { differencesOf } from "@/lib/certificates/rules/succession";
import { hashOf } from "@/lib/core/hash";
import { Prisma, type PrismaClient } from "@/lib/db/generated/client";
import { inDays } from "../../factories/unique";
import { word } from "../../policy/call";
import { testDatabase } from "../../setup/database";
import { certify, reserve, stranger } from "../badges/stage";
import { act, makeStage, type Stage } from "../certification/stage";
import { tryStatement } from "../certification/try-statement";

const { sql } = Prisma;
const REASONS = { publicReason: "Grundlaget undersøges.", internalReason: "Se notat 12." };

let client: PrismaClient;
let stage: Stage;

beforeAll(async () => {
  client = (await testDatabase()).client;
  stage = await makeStage(client);
});

/** A certificate with its status bits, and the steps of its life by somebody of the body. */
async function issued() {
  const certificate = await certify(stage, { issuedAt: inDays(-20), validUntil: inDays(300) });
  const { id, caseId } = certificate;
  await reserve(client, id);
  const input = { certificateId: id };
  const step = (who: number, action: Parameters<typeof act>[2], values: Record<string, unknown> = {}) =>
    act(client, stage.people.certifiers[who as 0], action, { ...input, ...values }).then(word);
  const propose = (who = 0) => step(who, proposeRevocationAction, REASONS);
  const confirm = (who = 1) => step(who, confirmRevocationAction);
  const suspend = (who = 0) => step(who, suspendCertificateAction, REASONS);
  const reinstate = (who = 0) => step(who, reinstateCertificateAction, { note: "I orden." });
  const correct = async (who = 0) => {
    const today = await recordedToday(client, caseId, new Date());
    const seen = hashOf(differencesOf(certificatePayloadSchema.parse(certificate.payload), today));
    return step(who, correctCertificateAction, { seen });
  };
  /** What a wallet reads, and what a person does. */
  const standing = async () => {
    const entries = await client.statusListEntry.findMany({ where: { certificateId: id } });
    const bits = await Promise.all(
      entries.map(async ({ listId, position, purpose }) => {
        const list = await getStatusList(stranger, listId);
        return list?.set.includes(position) ? [purpose] : [];
      }),
    );
    const checked = await getPublicCertificate(stranger, certificate.publicId, new Date());
    return [checked?.standing, ...bits.flat()].join(" ");
  };
  return { id, propose, confirm, suspend, reinstate, correct, standing };
}

describe("the states of a certificate", () => {
  it("are the same to a wallet and to a person, and a revoked one does not come back", async () => {
    const { id, propose, confirm, suspend, reinstate, correct, standing } = await issued();
    expect(await standing()).toBe("valid");
    await suspend();
    expect(await standing()).toBe("suspended suspension");
    expect(await correct()).toBe("certificate.suspendedNow");
    await reinstate();
    expect(await standing()).toBe("valid");
    await suspend();
    await propose();
    expect(await standing()).toBe("suspended suspension");
    expect(await confirm()).toBe("done");
    expect(await standing()).toBe("revoked revocation");
    expect([await reinstate(), await suspend(), await propose(), await confirm(), await correct()]).toEqual([
      "certificate.notSuspended",
      "certificate.transition",
      "certificate.alreadyRevoked",
      "certificate.alreadyRevoked",
      "certificate.notCurrent",
    ]);
    const certifier = stage.people.certifiers[0].id;
    const statements = {
      certificate_suspension_current: sql`UPDATE certificate_suspension SET reinstated_by_id = ${certifier}::uuid, reinstated_at = now()
        WHERE certificate_id = ${id}::uuid AND reinstated_at IS NULL`,
      certificate_revocation_frozen: sql`UPDATE certificate_revocation SET confirmed_at = NULL, confirmed_by_id = NULL WHERE certificate_id = ${id}::uuid`,
    };
    for (const [constraint, statement] of Object.entries(statements))
      expect(await tryStatement(client, statement)).toBe(constraint);
    for (const state of ["issued", "suspended", "superseded"])
      expect(
        await tryStatement(
          client,
          sql`UPDATE certificate SET state = ${state}::certificate_state WHERE id = ${id}::uuid`,
        ),
      ).toMatch(state === "issued" ? /^certificate_suspension_recorded$/ : /^certificate_transition$/);
  });

  it("are what was recorded: neither a confirmation nor a suspension stands beside one that holds, in plain SQL", async () => {
    const { id, propose, correct, standing } = await issued();
    const [certifier, colleague] = stage.people.certifiers;
    const suspension = sql`INSERT INTO certificate_suspension (id, certificate_id, public_reason, suspended_by_id, suspended_at)
      VALUES (gen_random_uuid(), ${id}::uuid, 'Fejl', ${certifier.id}::uuid, now())`;
    await expect(client.$executeRaw(suspension)).rejects.toThrow(/certificate_suspension_carried_out/);
    await propose();
    const confirmation = sql`UPDATE certificate_revocation SET confirmed_by_id = ${colleague.id}::uuid, confirmed_at = now() WHERE certificate_id = ${id}::uuid`;
    await expect(client.$executeRaw(confirmation)).rejects.toThrow(/certificate_revocation_carried_out/);
    expect(await standing()).toBe("valid");

    const replaced = await issued();
    expect(await replaced.correct()).toBe("done");
    expect(await replaced.standing()).toBe("superseded revocation");
    const late = sql`INSERT INTO certificate_suspension (id, certificate_id, public_reason, suspended_by_id, suspended_at)
      VALUES (gen_random_uuid(), ${replaced.id}::uuid, 'Fejl', ${certifier.id}::uuid, now())`;
    expect(await tryStatement(client, late)).toBe("certificate_suspension_current");
    expect(await correct()).toBe("certificate.revocationWaits");
  });
});

describe("two who act at once", () => {
  it("revoke once: one event, one mail", async () => {
    const { id, propose, confirm, standing } = await issued();
    await propose();
    const words = await Promise.all([1, 2, 3, 1, 2, 3].map((who) => confirm(who)));
    expect(words.filter((each) => each === "done")).toHaveLength(1);
    expect(new Set(words)).toEqual(new Set(["done", "certificate.alreadyRevoked"]));
    expect(await standing()).toBe("revoked revocation");
    const events = { entityId: id, action: "certificate.revoked" };
    expect(await client.auditEvent.count({ where: events })).toBe(1);
    const { holder, serialNumber } = await client.certificate.findUniqueOrThrow({
      where: { id },
      select: { serialNumber: true, holder: { select: { email: true } } },
    });
    const mails = { toEmail: holder.email ?? "", template: "certificate-revoked" };
    expect(await client.outboxMail.findMany({ where: mails })).toMatchObject([{ params: { serialNumber } }]);
  });

  it.each(["propose", "suspend"] as const)("correct and %s: one of them happens", async (rival) => {
    for (let pair = 0; pair < 2; pair++) {
      const made = await issued();
      const words = await Promise.all([made.correct(1), made[rival](0)]);
      expect(words.filter((each) => each === "done")).toHaveLength(1);
      const held = rival === "propose" ? "valid" : "suspended suspension";
      expect(await made.standing()).toBe(words[0] === "done" ? "superseded revocation" : held);
    }
  });

  it("confirm a revocation and suspend or reinstate: it is revoked, and stays so", async () => {
    for (let pair = 0; pair < 2; pair++) {
      const made = await issued();
      await made.propose(0);
      if (pair % 2) await made.suspend(0);
      const words = await Promise.all([made.confirm(1), pair % 2 ? made.reinstate(2) : made.suspend(2)]);
      // Whoever comes second sees what the first has left.
      expect(words[0]).toBe("done");
      expect(await made.standing()).toBe("revoked revocation");
    }
  });
});
