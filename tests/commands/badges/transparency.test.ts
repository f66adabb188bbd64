import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { getInclusion } from "@/lib/badges/queries/get-inclusion";
import { listMerkleRoots } from "@/lib/badges/queries/list-merkle-roots";
import type { PrismaClient } from "@/lib/db/generated/client";
import { sealTransparency } from "@/lib/jobs/seal-transparency";
import { signedBadge } from "@/lib/signing/signed-badge";
import { testDatabase } from "../../setup/database";
import { makeStage, type Stage } from "../certification/stage";
import { certify, moveTo, stranger } from "./stage";

const SCRIPT = "public/transparency/verify.mjs";
const folder = mkdtempSync(join(tmpdir(), "praksis-transparency-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let client: PrismaClient;
let stage: Stage;
const at = (day: string, time = "12:00") => new Date(`${day}T${time}:00Z`);

/** What a stranger has: the credential, its proofs and the published roots, as they are handed out. */
async function papers(publicId: string, acting = stranger) {
  const badge = await signedBadge(acting, publicId, "data_integrity", new Date());
  const { rows } = await listMerkleRoots(stranger, null);
  const roots = { roots: rows.map(({ sealedAt: _, ...root }) => root) };
  return {
    credential: JSON.parse(badge?.content ?? "null"),
    inclusion: JSON.parse(JSON.stringify((await getInclusion(acting, publicId))?.document)),
    roots: JSON.parse(JSON.stringify(roots)),
  };
}

/** Runs the published script in a process of its own, on files: it imports nothing of ours. */
function verify(
  given: Awaited<ReturnType<typeof papers>>,
  noted = "",
): { code: number | null; said: string } {
  const files = Object.entries(given).map(([name, value]) => {
    const file = join(folder, `${name}.json`);
    writeFileSync(file, JSON.stringify(value));
    return file;
  });
  const run = spawnSync(process.execPath, [SCRIPT, ...files, ...(noted ? [noted] : [])], {
    encoding: "utf8",
  });
  return { code: run.status, said: run.stdout + run.stderr };
}

beforeAll(async () => {
  client = (await testDatabase()).client;
  stage = await makeStage(client);
});

describe("the chain of roots", () => {
  it("seals each day that has ended once, however many instances try, and proves every certificate in it", async () => {
    const days = ["2026-03-02", "2026-03-02", "2026-03-02", "2026-03-05", "2026-03-29"];
    const certificates = [];
    for (const day of days) certificates.push(await certify(stage, { issuedAt: at(day) }));
    const open = await certify(stage, { issuedAt: at("2026-03-30") });
    const now = at("2026-03-30", "20:00");
    const runs = await Promise.all([1, 2, 3].map(() => sealTransparency(client, now)));
    expect(runs.reduce((sum, run) => sum + run.days, 0)).toBe(3);
    const { rows, total } = await listMerkleRoots(stranger, null);
    expect(rows.map(({ day, size }) => [day, size])).toEqual([
      ["2026-03-29", 2],
      ["2026-03-05", 2],
      ["2026-03-02", 3],
    ]);
    expect(total).toBe(3);
    for (const { publicId } of certificates) {
      const { code, said } = verify(await papers(publicId), rows[0]?.root);
      expect(said).toContain("The chain of 3 roots holds.");
      expect(code).toBe(0);
    }
    const waiting = verify(await papers(open.publicId));
    expect(waiting).toMatchObject({ code: 1 });
    expect(waiting.said).toContain("has not been sealed");
    expect(await sealTransparency(client, now)).toEqual({ reserved: 0, days: 0 });
  });

  it("tells of a revocation, on its day", async () => {
    const certificate = await certify(stage, { issuedAt: at("2026-04-10") });
    await moveTo(client, certificate.id, "revoked");
    await sealTransparency(client, new Date(Date.now() + 2 * 86_400_000));
    const { code, said } = verify(await papers(certificate.publicId));
    expect(said).toContain("issued on 2026-04-10");
    expect(said).toContain("It has been REVOKED.");
    expect(code).toBe(0);
  });

  it("takes what turns up late into the next tree, where its own time shows", async () => {
    const late = await certify(stage, { issuedAt: at("2026-03-03") });
    await sealTransparency(client, new Date(Date.now() + 4 * 86_400_000));
    const { inclusion } = await papers(late.publicId);
    expect(inclusion.proofs[0].leaf.at).toBe("2026-03-03T12:00:00.000Z");
    expect(inclusion.proofs[0].tree.day > "2026-04-10").toBe(true);
  });

  it.each<[string, RegExp, (given: Awaited<ReturnType<typeof papers>>) => void]>([
    ["the credential", /not the one that was issued/, ({ credential }) => (credential.name = "Kejser")],
    [
      "the leaf's time",
      /does not lead to the root/,
      ({ inclusion }) => (inclusion.proofs[0].leaf.at = "2020-01-01T00:00:00.000Z"),
    ],
    [
      "the path",
      /does not lead to the root/,
      ({ inclusion }) => (inclusion.proofs[0].path[0] = "0".repeat(64)),
    ],
    ["the place", /does not lead to the root/, ({ inclusion }) => (inclusion.proofs[0].index += 1)],
    [
      "the holder of the proof",
      /another certificate/,
      ({ inclusion }) => (inclusion.proofs[0].leaf.publicId = "x"),
    ],
    ["a root", /does not (hold|lead)/, ({ roots }) => (roots.roots.at(-1).root = "0".repeat(64))],
    [
      "an early root and its successors",
      /does not (hold|lead)/,
      ({ roots }) => (roots.roots[1].root = roots.roots[2].root),
    ],
    ["the number of roots", /is missing/, ({ roots }) => roots.roots.splice(1, 1)],
  ])("does not fit when somebody changes %s", async (_name, why, change) => {
    const certificate = await client.certificate.findFirstOrThrow({
      where: { issuedAt: at("2026-03-02") },
    });
    const given = await papers(certificate.publicId);
    change(given);
    const { code, said } = verify(given);
    expect(said).toMatch(why);
    expect(code).toBe(1);
  });

  it("does not fit a root that somebody noted and that is gone", async () => {
    const certificate = await client.certificate.findFirstOrThrow({ where: { issuedAt: at("2026-03-02") } });
    const { code, said } = verify(await papers(certificate.publicId), "a".repeat(64));
    expect(said).toContain("the root that you noted is not published");
    expect(code).toBe(1);
  });

  it("gives away nothing of a certificate that its holder keeps to themself, and lets them prove it", async () => {
    const { id, publicId, holderId } = await client.certificate.findFirstOrThrow({
      where: { issuedAt: at("2026-03-05") },
      select: { id: true, publicId: true, holderId: true },
    });
    const before = await papers(publicId);
    await client.certificateSharing.create({
      data: { certificateId: id, visibility: "private", changedAt: new Date() },
    });
    const inclusion = await getInclusion(stranger, publicId);
    expect(inclusion?.isPrivate).toBe(true);
    const [proof] = before.inclusion.proofs;
    expect(inclusion?.document.proofs).toEqual([
      {
        leafHash: expect.stringMatching(/^[0-9a-f]{64}$/),
        index: proof.index,
        path: proof.path,
        tree: proof.tree,
      },
    ]);
    // What the name could be found by, by trying: nothing else of the payload is a secret.
    expect(JSON.stringify(inclusion)).not.toContain(proof.leaf.payloadHash);
    const asked = verify({ ...before, inclusion: inclusion?.document });
    expect(asked).toMatchObject({
      code: 2,
      said: expect.stringContaining("ask them for their credential.json"),
    });
    const holder = await papers(publicId, { ...stranger, personId: holderId });
    expect(holder).toEqual(before);
    expect(verify(holder).code).toBe(0);
  });

  it("tells what it could not check from what is wrong", () => {
    const gone = join(folder, "nothing-here.json");
    const run = spawnSync(process.execPath, [SCRIPT, gone, gone, gone], { encoding: "utf8" });
    expect(run.status).toBe(2);
    expect(run.stderr).toContain("Could not be checked");
    // A file alone cannot be asked for its proof: how to do it is told.
    const alone = spawnSync(process.execPath, [SCRIPT, gone], { encoding: "utf8" });
    expect(alone.status).toBe(2);
    expect(alone.stderr).toContain("<credential> <inclusion> <roots>");
  });

  it("cannot be rewritten: a root follows the one before it, and stays (control)", async () => {
    const newest = await client.merkleRoot.findFirstOrThrow({ orderBy: { number: "desc" } });
    const { previousRoot: _, ...copy } = newest;
    const next = (change: object) =>
      client.merkleRoot.create({
        data: {
          ...copy,
          number: newest.number + 1,
          day: new Date("2099-01-01"),
          previousRoot: newest.root,
          ...change,
        },
      });
    await expect(next({ previousRoot: "0".repeat(64) })).rejects.toThrow("merkle_root_follows");
    await expect(next({ day: newest.day })).rejects.toThrow("merkle_root_follows");
    await expect(next({ number: newest.number + 2 })).rejects.toThrow("merkle_root_follows");
    await expect(client.$executeRaw`UPDATE merkle_root SET root = ${"0".repeat(64)}`).rejects.toThrow(
      "append-only",
    );
    await expect(client.$executeRaw`DELETE FROM transparency_entry`).rejects.toThrow("append-only");
  });
});
