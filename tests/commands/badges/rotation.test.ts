import { decodeProtectedHeader } from "jose";
import { afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { rotateSigningKeys } from "@/lib/core/signing-keys";
import type { PrismaClient } from "@/lib/db/generated/client";
import { testDatabase } from "../../setup/database";
import { makeStage, type Stage } from "../certification/stage";
import { checkDataIntegrity, checkVcJwt } from "./outsider";
import { certify, stranger } from "./stage";

let client: PrismaClient;
let stage: Stage;
const given = process.env.PRAKSIS_SIGNING_KEYS ?? "";

beforeAll(async () => {
  client = (await testDatabase()).client;
  stage = await makeStage(client);
});
afterEach(() => {
  process.env.PRAKSIS_SIGNING_KEYS = given;
  vi.resetModules();
});

/** The application as a process that was started with these keys. */
async function startedWith(keys: string) {
  process.env.PRAKSIS_SIGNING_KEYS = keys;
  vi.resetModules();
  const { signedBadge } = await import("@/lib/signing/signed-badge");
  const { publishedNow } = await import("./published");
  return {
    published: () => publishedNow(client),
    async sign(publicId: string, format: "data_integrity" | "vc_jwt") {
      return (await signedBadge(stranger, publicId, format, new Date()))?.content ?? "";
    },
  };
}

describe("after keys were rotated", () => {
  it("what was signed before verifies and stays the same; what is signed now has the new key", async () => {
    const [old, young] = [await certify(stage), await certify(stage)];
    const before = await startedWith(given);
    const [oldEmbedded, oldJwt] = [
      await before.sign(old.publicId, "data_integrity"),
      await before.sign(old.publicId, "vc_jwt"),
    ];

    const after = await startedWith(rotateSigningKeys(given, 2048));
    expect(await after.sign(old.publicId, "vc_jwt")).toBe(oldJwt);
    expect(await after.sign(old.publicId, "data_integrity")).toBe(oldEmbedded);
    const youngJwt = await after.sign(young.publicId, "vc_jwt");
    const youngEmbedded = await after.sign(young.publicId, "data_integrity");
    expect(decodeProtectedHeader(youngJwt).kid).not.toBe(decodeProtectedHeader(oldJwt).kid);

    const published = await after.published();
    for (const jwt of [oldJwt, youngJwt]) expect((await checkVcJwt(jwt, published)).verdict).toBe("valid");
    for (const embedded of [oldEmbedded, youngEmbedded])
      expect(await checkDataIntegrity(JSON.parse(embedded), published, new Date())).toBe("valid");
  });

  it("a key that was taken out altogether verifies nothing any more", async () => {
    const certificate = await certify(stage);
    const before = await startedWith(given);
    const jwt = await before.sign(certificate.publicId, "vc_jwt");
    const embedded = await before.sign(certificate.publicId, "data_integrity");
    const { keys } = JSON.parse(rotateSigningKeys(given, 2048));
    const without = JSON.stringify({ keys: keys.slice(0, 2) });
    const published = await (await startedWith(without)).published();
    expect((await checkVcJwt(jwt, published)).verdict).toBe("unknown key");
    expect(await checkDataIntegrity(JSON.parse(embedded), published, new Date())).toBe("unknown key");
  });
});
