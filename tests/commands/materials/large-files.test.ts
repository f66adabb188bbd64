import { createHash, randomUUID } from "node:crypto";
import { mkdtemp, readdir, rm, stat, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { GET } from "@/app/api/files/[fileId]/route";
import { POST as toProgramme } from "@/app/api/materials/programmes/route";
import { POST as toSession } from "@/app/api/materials/sessions/route";
import { type Actor, anonymous } from "@/lib/auth/acting";
import type { ActionState } from "@/lib/core/action-state";
import { FILE_MAX_BYTES, MATERIAL_MAX_BYTES } from "@/lib/core/file-limits";
import { FORM_HEADER } from "@/lib/core/streamed-form";
import type { PrismaClient } from "@/lib/db/generated/client";
import { sweepFiles } from "@/lib/jobs/sweep-files";
import { startDraftAction } from "@/lib/programmes/actions";
import { receiveFile } from "@/lib/storage/file-store";
import { makeSession } from "../../factories/cohorts";
import { makePersonInRole } from "../../factories/people";
import { actorOf } from "../../factories/sign-in";
import { inDays, unique } from "../../factories/unique";
import { testDatabase } from "../../setup/database";
import { makeProviderStage, type ProviderStage, said, stageCohort } from "../cohorts/provider-stage";

/** Who asks, and the keys of sentences in their place. */
const asking = vi.hoisted(() => ({ actor: undefined as Actor | undefined }));
vi.mock("@/lib/auth/actor", () => ({ currentActor: async () => asking.actor }));
vi.mock("@/lib/i18n/sentence", () => ({ sentence: async (key: string) => key }));

const MEGABYTE = 1024 * 1024;
let client: PrismaClient;
let stage: ProviderStage;
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "praksis-large-"));
  vi.stubEnv("PRAKSIS_FILES_DIR", folder);
  client = (await testDatabase()).client;
  stage = await makeProviderStage(client);
});
afterAll(() => rm(folder, { recursive: true, force: true }));
beforeEach(() => {
  asking.actor = stage.actor;
});

const unfinished = () => readdir(join(folder, "unfinished")).catch((): string[] => []);
const kept = async () => (await readdir(folder, { recursive: true })).filter((path) => path.length > 36);

/** A PDF of so many megabytes, no two alike; `between` is awaited before each further one, and may throw. */
function document(megabytes: number, between: (sent: number) => Promise<void> = async () => {}) {
  const hash = createHash("sha256");
  let sent = 0;
  const body = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        await between(sent);
        if (sent === megabytes) return controller.close();
        const piece = Buffer.alloc(MEGABYTE, `%PDF-1.7 ${unique("p")} `);
        hash.update(piece);
        sent += 1;
        controller.enqueue(piece);
      },
    },
    { highWaterMark: 0 },
  );
  return { body, sent: () => sent, sha256: () => hash.digest("hex") };
}

async function aSession() {
  const cohort = await stageCohort(client, stage, { state: "running" });
  return makeSession(client, { cohortId: cohort.id, startsAt: inDays(20) });
}

type Sent = { route?: typeof toSession; fields: Record<string, string>; headers?: Record<string, string> };

async function send(body: ReadableStream | null, { route = toSession, fields, headers }: Sent) {
  const words = { idempotencyKey: randomUUID(), title: "Oplæg & film", file: "Oplæg.pdf", ...fields };
  const response = await route(
    new Request("http://127.0.0.1:3000/api/materials", {
      method: "POST",
      body,
      duplex: "half",
      headers: {
        origin: "http://127.0.0.1:3000",
        [FORM_HEADER]: new URLSearchParams(words).toString(),
        ...headers,
      },
    } as RequestInit),
  );
  return (await response.json()) as ActionState;
}

describe("a file that is larger than a form may be", () => {
  it("is written down while it comes, and given back byte for byte", async () => {
    const session = await aSession();
    const writtenByThen: number[] = [];
    const { body, sha256 } = document(24, async (sent) => {
      if (sent !== 20) return;
      // The rest comes when most of it is on the disk: nothing waits for the whole.
      const size = async () => (await stat(join(folder, "unfinished", (await unfinished())[0] ?? ""))).size;
      while ((await size()) < 15 * MEGABYTE) await pause(5);
      writtenByThen.push(await size());
    });
    const fields = { sessionId: session.id, phase: "before" };
    expect(await send(body, { fields })).toMatchObject({ status: "ok", message: "planning.material.added" });
    expect(writtenByThen).toHaveLength(1);
    const { file, title } = await client.sessionMaterial.findFirstOrThrow({
      where: { sessionId: session.id },
      include: { file: true },
    });
    const hash = sha256();
    expect(title).toBe("Oplæg & film");
    expect(file).toMatchObject({ name: "Oplæg.pdf", size: 24 * MEGABYTE, sha256: hash });
    expect(file?.size).toBeGreaterThan(FILE_MAX_BYTES);
    expect(await unfinished()).toEqual([]);

    const params = Promise.resolve({ fileId: file?.id ?? "" });
    const response = await GET(new Request(`http://127.0.0.1:3000/api/files/${file?.id}`), { params });
    expect(response.headers.get("content-length")).toBe(String(24 * MEGABYTE));
    const back = createHash("sha256");
    for await (const piece of response.body ?? []) back.update(piece);
    expect(back.digest("hex")).toBe(hash);
  });

  it("is given back in parts, to whoever had the first of it, and only while it is the same", async () => {
    const session = await aSession();
    const fields = { sessionId: session.id, phase: "before" };
    expect(await send(document(3).body, { fields })).toMatchObject({ status: "ok" });
    const { fileId } = await client.sessionMaterial.findFirstOrThrow({ where: { sessionId: session.id } });
    const id = fileId ?? "";
    const get = (headers: Record<string, string>) =>
      GET(new Request(`http://127.0.0.1:3000/api/files/${id}`, { headers }), {
        params: Promise.resolve({ fileId: id }),
      });
    const all = await get({});
    expect([all.status, all.headers.get("accept-ranges")]).toEqual([200, "bytes"]);
    const bytes = Buffer.from(await all.arrayBuffer());
    const tag = all.headers.get("etag") ?? "";

    const part = await get({ range: `bytes=${MEGABYTE}-${2 * MEGABYTE - 1}`, "if-range": tag });
    expect(part.status).toBe(206);
    expect(part.headers.get("content-range")).toBe(`bytes ${MEGABYTE}-${2 * MEGABYTE - 1}/${3 * MEGABYTE}`);
    expect(part.headers.get("content-length")).toBe(String(MEGABYTE));
    expect(part.headers.get("content-disposition")).toBe(all.headers.get("content-disposition"));
    expect(part.headers.get("content-security-policy")).toBe("sandbox; default-src 'none'");
    expect(Buffer.from(await part.arrayBuffer()).equals(bytes.subarray(MEGABYTE, 2 * MEGABYTE))).toBe(true);

    const beyond = await get({ range: `bytes=${3 * MEGABYTE}-` });
    expect([beyond.status, beyond.headers.get("content-range")]).toEqual([416, `bytes */${3 * MEGABYTE}`]);
    expect((await get({ range: "bytes=9-", "if-range": '"another"' })).status).toBe(200);
    expect((await get({ range: "bytes=9-", "if-match": '"another"' })).status).toBe(412);
    const same = await get({ "if-none-match": tag });
    expect([same.status, same.headers.get("etag"), await same.text()]).toEqual([304, tag, ""]);

    // What was changed on the disk is given out in part as little as whole.
    await writeFile(join(folder, id.slice(0, 2), id), Buffer.alloc(3 * MEGABYTE, "x"));
    expect((await get({ range: "bytes=0-9" })).status).toBe(404);
  });

  it("goes with a programme's draft too", async () => {
    const { programmeId } = await client.programmeVersion.findUniqueOrThrow({
      where: { id: stage.programme.versionId },
    });
    expect(await said(client, startDraftAction, stage.actor, { programmeId })).toBe("done");
    const draft = await client.programmeVersion.findFirstOrThrow({ where: { programmeId, state: "draft" } });
    const sent = { route: toProgramme, fields: { versionId: draft.id } };
    expect(await send(document(1).body, sent)).toMatchObject({ status: "ok" });
    expect(
      await client.programmeMaterial.findFirst({ where: { programmeVersionId: draft.id, link: null } }),
    ).toMatchObject({ title: "Oplæg & film" });
  });

  it.each<[string, Partial<Sent> & { who?: "facilitator" | "coordinator" | "nobody" }, object]>([
    ["a facilitator of another cohort", { who: "facilitator" }, { code: "notFound" }],
    ["a role that hands out nothing", { who: "coordinator" }, { code: "notAllowed" }],
    ["nobody", { who: "nobody" }, { code: "signIn.needed" }],
    ["another site", { headers: { origin: "https://example.org" } }, { code: "origin" }],
    ["a form without a title", { fields: { title: "" } }, { code: "invalid", fieldErrors: { title: {} } }],
    ["a form without its fields", { headers: { [FORM_HEADER]: "" } }, { code: "invalid" }],
    [
      "who says that it is too large",
      { headers: { "content-length": String(MATERIAL_MAX_BYTES + 1) } },
      { code: "file.tooBig", fieldErrors: { file: ["refusals.file.tooBig"] } },
    ],
  ])("is not even read from %s", async (_, { who, fields, headers }, expected) => {
    const session = await aSession();
    if (who === "facilitator" || who === "coordinator")
      asking.actor = await actorOf(client, (await makePersonInRole(client, who, stage.provider.id)).id);
    if (who === "nobody") asking.actor = anonymous;
    const before = await kept();
    const { body, sent } = document(2);
    const answer = await send(body, {
      fields: { sessionId: session.id, phase: "before", ...fields },
      headers,
    });
    expect(answer).toMatchObject({ status: "error", ...expected });
    expect(sent()).toBe(0);
    expect(await kept()).toEqual(before);
    expect(await client.sessionMaterial.count({ where: { sessionId: session.id } })).toBe(0);
  });

  it("leaves neither row nor bytes where it breaks off, is empty, turns out too large or is of another kind", async () => {
    const session = await aSession();
    const before = await kept();
    const fields = { sessionId: session.id, phase: "before", idempotencyKey: randomUUID() };
    const broken = document(4, async (sent) => {
      if (sent === 3) throw new Error("the line is gone");
    });
    expect(await send(broken.body, { fields })).toMatchObject({ status: "error", code: "unexpected" });
    const empty = { code: "invalid", fieldErrors: { file: ["ui.validation.fileEmpty"] } };
    expect(await send(null, { fields })).toMatchObject(empty);
    const page = new Blob(["<html>"]).stream();
    expect(await send(page, { fields })).toMatchObject({ fieldErrors: { file: ["refusals.material.kind"] } });
    expect(await receiveFile(document(3).body, { name: "x.pdf", most: 2 * MEGABYTE })).toBeNull();
    expect(await kept()).toEqual(before);
    expect(await client.sessionMaterial.count({ where: { sessionId: session.id } })).toBe(0);

    // The same form, sent again, arrives once.
    expect(await send(document(1).body, { fields })).toMatchObject({ status: "ok" });
    const again = document(1);
    expect(await send(again.body, { fields })).toMatchObject({ status: "ok" });
    expect(again.sent()).toBe(0);
    expect(await client.sessionMaterial.count({ where: { sessionId: session.id } })).toBe(1);
  });

  it("that a process did not live to end is swept a day later", async () => {
    const left = join(folder, "unfinished", randomUUID());
    await writeFile(left, "%PDF-");
    await sweepFiles(client, new Date());
    expect(await unfinished()).toHaveLength(1);
    await utimes(left, inDays(-2), inDays(-2));
    await sweepFiles(client, new Date());
    expect(await unfinished()).toEqual([]);
  });
});
