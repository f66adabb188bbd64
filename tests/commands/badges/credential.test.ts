import { gzipSync } from "node:zlib";
import { decodeJwt, decodeProtectedHeader } from "jose";
import { beforeAll, describe, expect, it } from "vitest";
import { publishedJwk } from "@/lib/badges/rules/issuer";
import { generateSigningKeys, readSigningKeys } from "@/lib/core/signing-keys";
import type { PrismaClient } from "@/lib/db/generated/client";
import type { BadgeFormat, CertificateState } from "@/lib/db/generated/enums";
import { multibaseOf } from "@/lib/signing/keys";
import { signedBadge } from "@/lib/signing/signed-badge";
import { testDatabase } from "../../setup/database";
import { makeStage, type Stage } from "../certification/stage";
import { checkDataIntegrity, checkVcJwt } from "./outsider";
import { publishedNow } from "./published";
import { certify, moveTo, reserve, stranger } from "./stage";

let client: PrismaClient;
let stage: Stage;

beforeAll(async () => {
  client = (await testDatabase()).client;
  stage = await makeStage(client);
});

const now = () => new Date();
let asked = 0;
/** Later every time than what an instance remembers of a status list. */
const soon = () => new Date(Date.now() + 5_000 * ++asked);

async function content(publicId: string, format: BadgeFormat): Promise<string> {
  const badge = await signedBadge(stranger, publicId, format, now());
  if (!badge) throw new Error("no such badge");
  return badge.content;
}
const embedded = async (publicId: string) => JSON.parse(await content(publicId, "data_integrity"));

describe("a credential with an embedded proof, checked by @digitalbazaar/vc", () => {
  it("holds, with its status lists", async () => {
    const { publicId } = await certify(stage, { name: "Bodil Ærø Sørensen-Åkjær" });
    const credential = await embedded(publicId);
    expect(credential.proof).toMatchObject({
      type: "DataIntegrityProof",
      cryptosuite: "eddsa-rdfc-2022",
      proofPurpose: "assertionMethod",
    });
    expect(await checkDataIntegrity(credential, await publishedNow(client), now())).toBe("valid");
  });

  it.each([
    [
      "the holder's name",
      (c: Record<string, never>) =>
        setIn(c, "Anden Person", "credentialSubject", "identifier", "0", "identityHash"),
    ],
    [
      "what was shown",
      (c: Record<string, never>) => setIn(c, "Kejser", "credentialSubject", "achievement", "name"),
    ],
    ["the issuer's name", (c: Record<string, never>) => setIn(c, "Andre", "issuer", "name")],
    ["its end", (c: Record<string, never>) => setIn(c, "2099-01-01T00:00:00Z", "validUntil")],
    [
      "its status bit",
      (c: Record<string, never>) => setIn(c, "5", "credentialStatus", "0", "statusListIndex"),
    ],
    [
      "the time of signing",
      (c: Record<string, never>) => setIn(c, "2020-01-01T00:00:00Z", "proof", "created"),
    ],
  ])("is refused as tampered when somebody changes %s", async (_name, change) => {
    const { publicId } = await certify(stage);
    const credential = await embedded(publicId);
    change(credential);
    expect(await checkDataIntegrity(credential, await publishedNow(client), now())).toBe("tampered");
  });

  it.each<[CertificateState, string]>([
    ["revoked", "revoked"],
    ["superseded", "revoked"],
    ["suspended", "suspended"],
  ])("is refused when it is %s, as %s", async (state, verdict) => {
    const { id, publicId } = await certify(stage);
    const credential = await embedded(publicId);
    await moveTo(client, id, state);
    expect(await checkDataIntegrity(credential, await publishedNow(client, soon), now())).toBe(verdict);
    // It stays available for ever, byte for byte.
    expect(await embedded(publicId)).toEqual(credential);
  });

  it("holds again after it was reinstated", async () => {
    const { id, publicId } = await certify(stage);
    const credential = await embedded(publicId);
    await moveTo(client, id, "suspended");
    expect(await checkDataIntegrity(credential, await publishedNow(client, soon), now())).toBe("suspended");
    await moveTo(client, id, "issued");
    expect(await checkDataIntegrity(credential, await publishedNow(client, soon), now())).toBe("valid");
  });

  it("is refused as expired after its end, and was signed all the same", async () => {
    const issuedAt = new Date("2019-11-21T09:30:00Z");
    const { publicId } = await certify(stage, { issuedAt, validUntil: new Date("2024-11-21T22:59:59.999Z") });
    const credential = await embedded(publicId);
    const published = await publishedNow(client);
    expect(await checkDataIntegrity(credential, published, now())).toBe("expired");
  });

  it("is refused when the key under its DID is another one, or none", async () => {
    const { publicId } = await certify(stage);
    const credential = await embedded(publicId);
    const published = await publishedNow(client);
    const did: string = credential.issuer.id;
    const document = (await published[did]?.()) as { verificationMethod: Record<string, unknown>[] };
    const read = readSigningKeys(generateSigningKeys(2048));
    if ("problem" in read) throw new Error(read.problem);
    const multibase = await multibaseOf(read.keys.active.EdDSA);
    const withOther = {
      ...document,
      verificationMethod: document.verificationMethod.map((method) =>
        method.type === "Multikey" ? { ...method, publicKeyMultibase: multibase } : method,
      ),
    };
    const without = { ...document, verificationMethod: [], assertionMethod: [] };
    const check = (its: object) =>
      checkDataIntegrity(credential, { ...published, [did]: async () => its }, now());
    expect(await check(withOther)).toBe("tampered");
    expect(await check(without)).toBe("unknown key");
    expect(await check({ ...document, assertionMethod: [] })).toBe("unknown key");
  });

  it.each([0, 1])("is not taken for valid where its status cannot be known (%s)", async (index) => {
    const { publicId } = await certify(stage);
    const [credential, jws] = [await embedded(publicId), await content(publicId, "vc_jwt")];
    const { statusListCredential: url } = credential.credentialStatus[index];
    const published = await publishedNow(client);
    const { [url]: _, ...rest } = published;
    // Somebody on the way who sets back a bit: the list is signed, too.
    const list = structuredClone(await published[url]?.()) as { credentialSubject: { encodedList: string } };
    list.credentialSubject.encodedList = `u${gzipSync(new Uint8Array(16_384)).toString("base64url")}`;
    const changed = { ...published, [url]: async () => ({ ...list, name: "x" }) };
    for (const answers of [rest, changed]) {
      expect(await checkDataIntegrity(credential, answers, now())).toBe("status unknown");
      expect((await checkVcJwt(jws, answers)).verdict).toBe("status unknown");
    }
  });
});

/** Sets a value deep inside a tree, by the names that lead there. */
function setIn(tree: Record<string, unknown>, value: unknown, ...path: string[]): void {
  const last = path.pop() ?? "";
  let at = tree;
  for (const name of path) at = at[name] as Record<string, unknown>;
  at[last] = value;
}

describe("a VC-JWT, checked by jose", () => {
  it("holds, by the key that its header names, and says what the other form says", async () => {
    const { publicId } = await certify(stage, { validUntil: new Date("2031-11-21T22:59:59.999Z") });
    const jws = await content(publicId, "vc_jwt");
    const header = decodeProtectedHeader(jws);
    expect(Object.keys(header).sort()).toEqual(["alg", "kid", "typ"]);
    expect(header).toMatchObject({ alg: "RS256", typ: "JWT" });
    expect(header.kid).toMatch(/^http:\/\/127\.0\.0\.1:3000\/api\/keys\/[A-Za-z0-9_-]{43}$/);
    const { verdict, payload } = await checkVcJwt(jws, await publishedNow(client));
    expect(verdict).toBe("valid");
    const { iss, jti, sub, nbf, exp, ...credential } = payload as Record<string, never>;
    const { proof: _, ...other } = await embedded(publicId);
    expect(credential).toEqual(other);
    expect({ iss, jti, sub }).toEqual({
      iss: other.issuer.id,
      jti: other.id,
      sub: other.credentialSubject.id,
    });
    expect(exp).toBe(Date.parse("2031-11-21T22:59:59Z") / 1000);
    expect(nbf).toBeLessThan(Date.now() / 1000);
  });

  it.each<[CertificateState, string]>([
    ["revoked", "revoked"],
    ["superseded", "revoked"],
    ["suspended", "suspended"],
  ])("is refused when it is %s, as %s, and holds again where it does", async (state, verdict) => {
    const { id, publicId } = await certify(stage);
    const jws = await content(publicId, "vc_jwt");
    const asked = async () => (await checkVcJwt(jws, await publishedNow(client, soon))).verdict;
    expect(await asked()).toBe("valid");
    await moveTo(client, id, state);
    expect(await asked()).toBe(verdict);
    expect(await content(publicId, "vc_jwt")).toBe(jws);
    if (state !== "suspended") return;
    await moveTo(client, id, "issued");
    expect(await asked()).toBe("valid");
  });

  it("is refused as expired after its end", async () => {
    const issuedAt = new Date("2019-11-21T09:30:00Z");
    const end = new Date("2024-11-21T22:59:59.999Z");
    const { publicId } = await certify(stage, { issuedAt, validUntil: end });
    const jws = await content(publicId, "vc_jwt");
    const published = await publishedNow(client);
    expect((await checkVcJwt(jws, published, new Date(end.getTime() - 60_000))).verdict).toBe("valid");
    expect((await checkVcJwt(jws, published)).verdict).toBe("expired");
  });

  it("is refused as tampered when its payload is another one", async () => {
    const { publicId } = await certify(stage);
    const jws = await content(publicId, "vc_jwt");
    const [header, , signature] = jws.split(".");
    const payload = { ...decodeJwt(jws), name: "Kejser" };
    const forged = [header, Buffer.from(JSON.stringify(payload)).toString("base64url"), signature].join(".");
    expect((await checkVcJwt(forged, await publishedNow(client))).verdict).toBe("tampered");
  });

  it("is refused when the key at its address is another one, or another address's, or none", async () => {
    const { publicId } = await certify(stage);
    const jws = await content(publicId, "vc_jwt");
    const { kid = "" } = decodeProtectedHeader(jws);
    const published = await publishedNow(client);
    const read = readSigningKeys(generateSigningKeys(2048));
    if ("problem" in read) throw new Error(read.problem);
    const other = publishedJwk("http://127.0.0.1:3000", read.keys.active.RS256);
    const check = async (key: object | null) =>
      (await checkVcJwt(jws, { ...published, [kid]: async () => key })).verdict;
    expect(await check({ ...other, kid })).toBe("tampered");
    expect(await check(other)).toBe("unknown key");
    expect(await check(null)).toBe("unknown key");
  });
});

describe("signing", () => {
  it("happens once per form: eight first requests at once get the same bytes, for ever", async () => {
    const { id, publicId } = await certify(stage);
    for (const format of ["data_integrity", "vc_jwt"] as const) {
      const answers = await Promise.all(Array.from({ length: 8 }, () => content(publicId, format)));
      expect(new Set(answers).size).toBe(1);
      expect(await content(publicId, format)).toBe(answers[0]);
    }
    expect(await client.badgeProof.count({ where: { certificateId: id } })).toBe(2);
    expect(await client.badgeCredential.count({ where: { certificateId: id } })).toBe(1);
    const events = await client.auditEvent.findMany({ where: { entityId: id }, select: { action: true } });
    expect(events.map(({ action }) => action).sort()).toEqual([
      "badge.reserved",
      "badge.signed",
      "badge.signed",
    ]);
  });

  it("signs nothing of a certificate that somebody has changed behind our back", async () => {
    const { id, publicId } = await certify(stage);
    await client.$executeRaw`ALTER TABLE certificate DISABLE TRIGGER certificate_guarded`;
    await client.$executeRaw`UPDATE certificate SET payload = jsonb_set(payload, '{holder,name}', '"Kejser"') WHERE id = ${id}::uuid`;
    await client.$executeRaw`ALTER TABLE certificate ENABLE TRIGGER certificate_guarded`;
    await expect(content(publicId, "data_integrity")).rejects.toThrow("does not match its hash");
    expect(await client.badgeCredential.count({ where: { certificateId: id } })).toBe(0);
    expect(await client.statusListEntry.count({ where: { certificateId: id } })).toBe(0);
  });

  it("signs what was stored, and nothing else, where that was changed", async () => {
    const { id, publicId } = await certify(stage);
    await reserve(client, id);
    await client.$executeRaw`ALTER TABLE badge_credential DISABLE TRIGGER badge_credential_append_only`;
    await client.$executeRaw`UPDATE badge_credential SET unsigned = jsonb_set(unsigned, '{name}', '"Kejser"') WHERE certificate_id = ${id}::uuid`;
    await client.$executeRaw`ALTER TABLE badge_credential ENABLE TRIGGER badge_credential_append_only`;
    await expect(content(publicId, "vc_jwt")).rejects.toThrow("does not match its hash");
    expect(await client.badgeProof.count({ where: { certificateId: id } })).toBe(0);
  });

  it.each(["badge_credential", "badge_proof", "status_list_entry", "status_list", "badge_issuer"])(
    "leaves what is stored as it is: %s",
    async (table) => {
      const { publicId } = await certify(stage);
      await content(publicId, "vc_jwt");
      await expect(client.$executeRawUnsafe(`DELETE FROM ${table}`)).rejects.toThrow("append-only");
    },
  );
});

describe("issuers", () => {
  it("have a DID each: the first body the host's own, every other one below it, and both verify", async () => {
    const other = await makeStage(client);
    const [first, second] = [await certify(stage), await certify(other)];
    const [a, b] = [await embedded(first.publicId), await embedded(second.publicId)];
    expect(a.issuer.id).toBe("did:web:127.0.0.1%3A3000");
    expect(b.issuer.id).toBe(`did:web:127.0.0.1%3A3000:api:badges:issuers:${other.body.id}`);
    expect(a.credentialStatus[0].statusListCredential).not.toBe(b.credentialStatus[0].statusListCredential);
    const published = await publishedNow(client);
    expect(await checkDataIntegrity(a, published, now())).toBe("valid");
    expect(await checkDataIntegrity(b, published, now())).toBe("valid");
  });

  it("cannot be passed off for each other", async () => {
    const { publicId } = await certify(stage);
    const credential = await embedded(publicId);
    const others = await client.badgeIssuer.findFirstOrThrow({ where: { ownsHost: false } });
    credential.issuer.id = `did:web:127.0.0.1%3A3000:api:badges:issuers:${others.organisationId}`;
    expect(await checkDataIntegrity(credential, await publishedNow(client), now())).toBe("tampered");
  });
});
