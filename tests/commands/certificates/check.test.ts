import { beforeAll, describe, expect, it } from "vitest";
import { getDownloadableCertificate } from "@/lib/certificates/queries/get-downloadable-certificate";
import { getLatestCheck } from "@/lib/certificates/queries/get-latest-check";
import { settings } from "@/lib/core/env";
import { hashOf } from "@/lib/core/hash";
import { generateSigningKeys, readSigningKeys } from "@/lib/core/signing-keys";
import type { PrismaClient } from "@/lib/db/generated/client";
import { checkCertificates } from "@/lib/jobs/check-certificates";
import { sealTransparency } from "@/lib/jobs/seal-transparency";
import { certificateFile } from "@/lib/pdf/certificate-file";
import { signedBadge } from "@/lib/signing/signed-badge";
import { makePersonInRole } from "../../factories/people";
import { actingAs } from "../../factories/sign-in";
import { inDays } from "../../factories/unique";
import { testDatabase } from "../../setup/database";
import { certify, moveTo, reserve, stranger } from "../badges/stage";
import { makeStage, type Stage } from "../certification/stage";

let client: PrismaClient;
let stage: Stage;

beforeAll(async () => {
  client = (await testDatabase()).client;
  stage = await makeStage(client);
});

/** A certificate of which everything was handed out. */
async function handedOut(of: Stage = stage) {
  const certificate = await certify(of, { issuedAt: inDays(-3) });
  await reserve(client, certificate.id);
  for (const format of ["data_integrity", "vc_jwt"] as const)
    await signedBadge(stranger, certificate.publicId, format, new Date());
  const acting = await actingAs(client, of.people.certifiers[0].id, "certification.view");
  const found = await getDownloadableCertificate(acting, certificate.publicId, new Date());
  if (found) await certificateFile(found, "da", new Date());
  return certificate;
}

/** What the check finds of one certificate. Numbers made up by factories are gaps to it: they are looked at in a test of their own. */
async function found(certificateId: string): Promise<string[]> {
  await checkCertificates(client, new Date());
  const acting = await actingAs(client, stage.people.certifiers[0].id, "certification.view");
  const check = await getLatestCheck(acting);
  return (check?.findings ?? [])
    .filter(({ certificate }) => certificate?.id === certificateId)
    .map(({ what, verdict }) => `${what} ${verdict}`);
}

const inBase64 = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
const FOREIGN_JWT = `${inBase64({ alg: "RS256", kid: "https://elsewhere.example/key" })}.${inBase64({ name: "Kejser" })}.x`;

/** Changes rows as only somebody could who has the database's owner's password. */
async function behindOurBack(table: string, statement: string): Promise<void> {
  await client.$transaction([
    client.$executeRawUnsafe(`ALTER TABLE ${table} DISABLE TRIGGER USER`),
    client.$executeRawUnsafe(statement),
    client.$executeRawUnsafe(`ALTER TABLE ${table} ENABLE TRIGGER USER`),
  ]);
}

const told = new Set<string>();

/** What was written to somebody of things wrong since this was last asked. */
async function written({ email }: { email: string | null }) {
  const mails = await client.outboxMail.findMany({
    where: { toEmail: email ?? "", template: "certificates-wrong", id: { notIn: [...told] } },
  });
  for (const { id } of mails) told.add(id);
  return mails.map(({ params }) => params);
}

describe("the nightly check", () => {
  it("finds nothing in what is as it was issued, in any state", async () => {
    const [valid, revoked, suspended] = [await handedOut(), await handedOut(), await handedOut()];
    await moveTo(client, revoked.id, "revoked");
    await moveTo(client, suspended.id, "suspended");
    await sealTransparency(client, new Date());
    for (const { id } of [valid, revoked, suspended]) expect(await found(id)).toEqual([]);
  });

  it.each<[string, string, (id: string) => string, string[]]>([
    [
      "what it says",
      "certificate",
      (id) =>
        `UPDATE certificate SET payload = jsonb_set(payload, '{holder,name}', '"Kejser"') WHERE id = '${id}'`,
      ["payloadHash wrong"],
    ],
    [
      "its state",
      "certificate",
      (id) => `UPDATE certificate SET state = 'revoked' WHERE id = '${id}'`,
      ["state wrong"],
    ],
    [
      "the credential",
      "badge_credential",
      (id) =>
        `UPDATE badge_credential SET unsigned = jsonb_set(unsigned, '{name}', '"Kejser"') WHERE certificate_id = '${id}'`,
      ["credentialHash wrong"],
    ],
    [
      "a proof and its hash",
      "badge_proof",
      (id) =>
        `UPDATE badge_proof SET content = replace(content, '"description"', '"beskrivelse"'), sha256 = encode(sha256(convert_to(replace(content, '"description"', '"beskrivelse"'), 'UTF8')), 'hex') WHERE certificate_id = '${id}' AND format = 'data_integrity'`,
      ["proofBytes wrong", "signature wrong"],
    ],
    [
      "a proof into what is none, and its hash",
      "badge_proof",
      (id) =>
        `UPDATE badge_proof SET content = 'x', sha256 = encode(sha256('x'), 'hex') WHERE certificate_id = '${id}' AND format = 'data_integrity'`,
      ["proofBytes wrong", "signature wrong"],
    ],
    [
      "a proof into another's, signed by a key that we do not know, and its hash",
      "badge_proof",
      (id) =>
        `UPDATE badge_proof SET content = '${FOREIGN_JWT}', sha256 = encode(sha256('${FOREIGN_JWT}'), 'hex') WHERE certificate_id = '${id}' AND format = 'vc_jwt'`,
      ["proofBytes wrong", "signature unknown"],
    ],
    [
      "the document",
      "certificate_document",
      (id) => `UPDATE certificate_document SET bytes = bytes || '\\x00' WHERE certificate_id = '${id}'`,
      ["documentBytes wrong"],
    ],
    [
      "a status bit",
      "status_list_entry",
      (id) => `DELETE FROM status_list_entry WHERE certificate_id = '${id}' AND purpose = 'suspension'`,
      ["statusBits wrong"],
    ],
  ])("tells that somebody changed %s", async (_name, table, statement, expected) => {
    const { id } = await handedOut();
    await behindOurBack(table, statement(id));
    expect(await found(id)).toEqual(expected);
  });

  it("tells that a published root does not fit its leaves any more", async () => {
    await handedOut();
    await sealTransparency(client, new Date());
    const roots = async () =>
      (
        await client.certificateCheckFinding.findMany({
          where: { what: "root" },
          orderBy: { checkId: "desc" },
        })
      ).length;
    await checkCertificates(client, new Date());
    expect(await roots()).toBe(0);
    await behindOurBack("transparency_entry", "UPDATE transparency_entry SET leaf_hash = repeat('0', 64)");
    await checkCertificates(client, new Date());
    expect(await roots()).toBeGreaterThan(0);
  });

  it("says that it could not check, and not that it is wrong, where a key is gone", async () => {
    const { id } = await handedOut();
    const inForce = settings();
    const before = inForce.signingKeys;
    const read = readSigningKeys(generateSigningKeys(2048));
    if ("problem" in read) throw new Error(read.problem);
    try {
      inForce.signingKeys = read.keys;
      expect(await found(id)).toEqual(["signature unknown", "signature unknown"]);
      inForce.signingKeys = undefined;
      expect(await found(id)).toEqual(["signature unknown", "signature unknown"]);
    } finally {
      inForce.signingKeys = before;
    }
    expect(await found(id)).toEqual([]);
  });

  it("shows a certifier the findings of their own body only", async () => {
    const other = await makeStage(client);
    const { id } = await handedOut();
    await behindOurBack(
      "certificate",
      `UPDATE certificate SET payload_hash = repeat('0', 64) WHERE id = '${id}'`,
    );
    expect(await found(id)).toEqual(["payloadHash wrong"]);
    const stranger = await actingAs(client, other.people.certifiers[0].id, "certification.view");
    const theirs = (await getLatestCheck(stranger))?.findings ?? [];
    expect(theirs.filter(({ certificate }) => certificate !== null)).toEqual([]);
  });

  it("writes once of each thing that is wrong: to the body's certifiers and the administrators, to nobody else", async () => {
    const alone = await makeStage(client);
    const other = await makeStage(client);
    const admin = await makePersonInRole(client, "admin", alone.provider.id);
    const { id: spoilt } = await certify(alone, { issuedAt: inDays(-3) });
    const { id: second } = await certify(alone, { issuedAt: inDays(-3) });
    const put = (id: string, hash: string) =>
      behindOurBack("certificate", `UPDATE certificate SET payload_hash = ${hash} WHERE id = '${id}'`);
    const spoil = (id: string) => put(id, "repeat('0', 64)");
    const [certifier] = alone.people.certifiers;
    const [elsewhere] = other.people.certifiers;
    const path = "/certify/certificates/checks";
    await checkCertificates(client, new Date());
    // Numbers made up by factories are gaps that concern everybody: what was written of them is not what is looked at.
    for (const who of [certifier, elsewhere, admin]) await written(who);

    await spoil(spoilt);
    await spoil(second);
    await checkCertificates(client, new Date());
    await checkCertificates(client, new Date());
    expect(await written(certifier)).toEqual([{ count: 2, path }]);
    expect(await written(admin)).toEqual([{ count: 2, path: "/admin/jobs" }]);
    expect(await written(elsewhere)).toEqual([]);

    // It was put right and came back: that is news.
    const { payload } = await client.certificate.findUniqueOrThrow({ where: { id: spoilt } });
    await put(spoilt, `'${hashOf(payload)}'`);
    await checkCertificates(client, new Date());
    await spoil(spoilt);
    await checkCertificates(client, new Date());
    expect(await written(certifier)).toEqual([{ count: 1, path }]);
  });

  it("writes once of what is wrong, where on some nights between it could not be checked", async () => {
    const alone = await makeStage(client);
    const [certifier] = alone.people.certifiers;
    const { id } = await handedOut(alone);
    const inForce = settings();
    const before = inForce.signingKeys;
    const night = async (keys = before) => {
      inForce.signingKeys = keys;
      try {
        await checkCertificates(client, new Date());
      } finally {
        inForce.signingKeys = before;
      }
      return written(certifier);
    };
    const otherKeys = () => {
      const read = readSigningKeys(generateSigningKeys(2048));
      if ("problem" in read) throw new Error(read.problem);
      return read.keys;
    };
    const { content, sha256 } = await client.badgeProof.findFirstOrThrow({
      where: { certificateId: id, format: "vc_jwt" },
    });
    // Another's signature, of which the hash was put right too: only the key can tell.
    const signature = content.replace(/[^.]+$/, (last) => [...last].reverse().join(""));
    const put = (jwt: string) =>
      behindOurBack(
        "badge_proof",
        `UPDATE badge_proof SET content = '${jwt}', sha256 = encode(sha256(convert_to('${jwt}', 'UTF8')), 'hex') WHERE certificate_id = '${id}' AND format = 'vc_jwt'`,
      );
    await night();
    await put(signature);
    expect(await night()).toHaveLength(1);
    const elsewhere = otherKeys();
    expect(await night(elsewhere)).toEqual([]);
    expect(await night(elsewhere)).toEqual([]);
    expect(await night()).toEqual([]);

    // Seen sound in between: that is news.
    await put(content);
    expect(await client.badgeProof.count({ where: { certificateId: id, sha256 } })).toBe(1);
    expect(await night()).toEqual([]);
    await put(signature);
    expect(await night()).toHaveLength(1);
  });
});
