import { mkdtempSync } from "node:fs";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Permission } from "@/lib/auth/permissions";
import { sha256 } from "@/lib/core/hash";
import type { PrismaClient } from "@/lib/db/generated/client";
import { sweepFiles } from "@/lib/jobs/sweep-files";
import {
  amendObservationAction,
  respondToObservationAction,
  returnObservationAction,
  saveObservationDraftAction,
  shareObservationAction,
  startObservationAction,
  submitObservationAction,
} from "@/lib/observations/actions";
import { attachFileAction, detachFileAction } from "@/lib/observations/file-actions";
import { inviteSecondAction, writeJointAction } from "@/lib/observations/pair-actions";
import { getObservation } from "@/lib/observations/queries/get-observation";
import { getObservationFile } from "@/lib/observations/queries/get-observation-file";
import { contentHash } from "@/lib/observations/rules/content";
import { contentOfRow, contentSelect } from "@/lib/observations/rules/content-rows";
import { makePerson } from "../../factories/people";
import { actingAs } from "../../factories/sign-in";
import { call, word } from "../../policy/call";
import { testDatabase } from "../../setup/database";
import { fileScenes, photo } from "./file-scenes";
import { type Scenes, scenesOn } from "./scenes";
import { makeStage, type Someone, type Stage, wholeDraft } from "./stage";

type FileScenes = ReturnType<typeof fileScenes>;
const DAY_MS = 24 * 60 * 60 * 1000;
const folder = mkdtempSync(join(tmpdir(), "praksis-files-"));
vi.stubEnv("PRAKSIS_FILES_DIR", folder);

let client: PrismaClient;
let stage: Stage;
let scenes: Scenes;
let attach: FileScenes["attach"];
let filesOf: FileScenes["filesOf"];
let onlyFile: FileScenes["onlyFile"];
let readers: FileScenes["readers"];

beforeAll(async () => {
  client = (await testDatabase()).client;
  stage = await makeStage(client);
  scenes = scenesOn(client, stage);
  ({ attach, filesOf, onlyFile, readers } = fileScenes(client));
}, 60_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

describe("a photo beside a draft", () => {
  it("is kept without what the camera wrote into it, and leaves the text's version alone", async () => {
    const { assessor, id } = await scenes.begun();
    const criterionId = stage.framework.criteria[0]?.id;
    expect(await attach(assessor, id, { criterionId })).toBe("done");
    const { file, ...row } = await onlyFile(id);
    expect(row).toMatchObject({ criterionId, caption: "Tavlen" });
    expect(file).toMatchObject({ name: "IMG_0001.jpg", mediaType: "image/jpeg" });
    const bytes = await readFile(join(folder, file.id.slice(0, 2), file.id));
    expect(sha256(bytes)).toBe(file.sha256);
    expect(bytes.includes("Anne Hansen")).toBe(false);
    expect((await scenes.read(id)).version).toBe(1);
    const view = await getObservation(
      await actingAs(client, assessor.id, "assessment.view"),
      id,
      "da",
      new Date(),
    );
    expect(view?.files).toMatchObject([{ id: file.id, criterionId, caption: "Tavlen" }]);
  });

  it.each([
    [
      "without having looked for others",
      { othersConsidered: undefined },
      "invalid: othersConsidered required",
    ],
    ["without a word of what it shows", { caption: " " }, "invalid: caption required"],
    ["with a civil registration number", { caption: "Brev til 010190-1234" }, "invalid: caption cpr"],
    ["of another kind", { file: new File(["<svg/>"], "x.png") }, "file.kind"],
    [
      "that is broken",
      { file: new File([new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 1])], "x.jpg") },
      "file.broken",
    ],
    [
      "of a foreign criterion",
      { criterionId: "00000000-0000-4000-8000-000000000000" },
      "observation.foreignCriterion",
    ],
  ])("is not taken in %s", async (_, change, expected) => {
    const { assessor, id } = await scenes.begun();
    expect(await attach(assessor, id, change)).toBe(expected);
    expect(await filesOf(id)).toEqual([]);
  });

  it("comes once, however often it is sent under one key", async () => {
    const { assessor, id } = await scenes.begun();
    const values = {
      observationId: id,
      criterionId: "",
      caption: "Tavlen",
      file: await photo(),
      othersConsidered: "on",
    };
    const key = crypto.randomUUID();
    for (let time = 0; time < 3; time++)
      expect(word(await call(client, attachFileAction, assessor.actor, values, key))).toBe("done");
    expect(await filesOf(id)).toHaveLength(1);
  });

  it("is nobody else's to put there or take away", async () => {
    const [{ assessor, participant, id }, colleague] = [await scenes.begun(), await stage.assessor()];
    await attach(assessor, id);
    const { fileId } = await onlyFile(id);
    expect(await attach(colleague, id)).toBe("notFound");
    expect(await attach(participant, id)).toBe("notAllowed");
    const take = (who: Someone) => call(client, detachFileAction, who.actor, { observationId: id, fileId });
    expect(word(await take(colleague))).toBe("notFound");
    expect(word(await take(assessor))).toBe("done");
    expect(await filesOf(id)).toEqual([]);
    expect(await scenes.actionsOn(id)).toEqual([
      "observation.started",
      "observation.fileAttached",
      "observation.fileDetached",
    ]);
  });
});

/** A submitted observation with a photo beside it. */
async function submittedWithPhoto() {
  const scene = await scenes.begun();
  expect(await attach(scene.assessor, scene.id)).toBe("done");
  await call(client, saveObservationDraftAction, scene.assessor.actor, wholeDraft(stage, scene.id, 1));
  expect(await scenes.act(submitObservationAction, scene.assessor, scene.id)).toBe("done");
  return { ...scene, file: await onlyFile(scene.id) };
}

describe("what is submitted", () => {
  it.each<[string, (id: string) => Promise<unknown>]>([
    ["taken", (id) => client.$executeRaw`DELETE FROM observation_file WHERE observation_id = ${id}::uuid`],
    [
      "called otherwise",
      (id) =>
        client.$executeRaw`UPDATE observation_file SET caption = 'x' WHERE observation_id = ${id}::uuid`,
    ],
    [
      "put there",
      (id) =>
        client.$executeRaw`INSERT INTO observation_file SELECT ${id}::uuid, id, NULL, 'x', now() FROM stored_file WHERE id NOT IN (SELECT file_id FROM observation_file) LIMIT 1`,
    ],
  ])("no file is %s by plain SQL", async (_, change) => {
    const { id } = await submittedWithPhoto();
    await client.storedFile.create({
      data: {
        name: "x.pdf",
        mediaType: "application/pdf",
        size: 1,
        sha256: "0".repeat(64),
        ownerId: stage.certifier.id,
      },
    });
    const before = await filesOf(id);
    await expect(change(id)).rejects.toThrow(/\[observation_frozen\]/);
    expect(await filesOf(id)).toEqual(before);
  });

  it("rests on the hash of its files: without one of them it is another", async () => {
    const { assessor, id, file } = await submittedWithPhoto();
    const { contentHash: submitted } = await scenes.read(id);
    const row = await client.observation.findUniqueOrThrow({ where: { id }, select: contentSelect });
    expect(contentHash(contentOfRow(row))).toBe(submitted);
    expect(contentHash({ ...contentOfRow(row), files: [] })).not.toBe(submitted);
    await expect(
      client.$executeRaw`UPDATE stored_file SET sha256 = ${"0".repeat(64)} WHERE id = ${file.fileId}::uuid`,
      "nor does a file become another one",
    ).rejects.toThrow(/append_only/);

    const detach = { observationId: id, fileId: file.fileId };
    expect(await attach(assessor, id)).toBe("observation.frozen");
    expect(word(await call(client, detachFileAction, assessor.actor, detach))).toBe("observation.frozen");
    expect(await scenes.act(returnObservationAction, assessor, id, { reason: "Uden billedet." })).toBe(
      "done",
    );
    expect(word(await call(client, detachFileAction, assessor.actor, detach))).toBe("done");
    expect(await scenes.act(submitObservationAction, assessor, id)).toBe("done");
    expect((await scenes.read(id)).contentHash).not.toBe(submitted);
  });

  it("is read by role: once submitted by the certifier, once shared by the participant and who represents them", async () => {
    const { assessor, participant, id, file } = await submittedWithPhoto();
    const { id: caseId } = await client.certificationCase.findUniqueOrThrow({
      where: { enrolmentId: participant.enrolmentId },
    });
    const representative = await makePerson(client);
    await client.caseRepresentative.create({
      data: {
        caseId,
        personId: representative.id,
        email: representative.email,
        name: representative.name,
        appointedAt: new Date(),
        acceptedAt: new Date(),
      },
    });
    const people = {
      assessor: [assessor.id, "assessment.view"],
      colleague: [(await stage.assessor()).id, "assessment.view"],
      certifier: [stage.certifier.id, "certification.view"],
      participant: [participant.id, "my.view"],
      another: [(await stage.participant()).id, "my.view"],
      representative: [representative.id, "my.view"],
      facilitator: [stage.facilitator.id, "facilitation.view"],
    } satisfies Record<string, [string, Permission]>;
    expect(await readers(people, file.fileId)).toEqual(["assessor", "certifier"]);
    expect(await scenes.act(shareObservationAction, assessor, id)).toBe("done");
    expect(await readers(people, file.fileId)).toEqual([
      "assessor",
      "certifier",
      "participant",
      "representative",
    ]);
    expect(await scenes.act(respondToObservationAction, participant, id, { response: "Ja." })).toBe("done");
    const amend = { observationId: id, reason: "Forkert dag" };
    expect(word(await call(client, amendObservationAction, assessor.actor, amend))).toBe("done");
    const amendment = await client.observation.findFirstOrThrow({ where: { amendsId: id } });
    expect(await onlyFile(amendment.id), "what amends it shows it too").toMatchObject({
      fileId: file.fileId,
    });
    expect(await onlyFile(id)).toMatchObject({ fileId: file.fileId });
  });
});

describe("of two assessors", () => {
  it("each sees the other's photo once both have submitted, and what both stand behind shows both", async () => {
    const [lead, second, participant] = [
      await stage.assessor(),
      await stage.assessor(),
      await stage.participant(),
    ];
    const visit = await stage.begunVisit(lead.id, participant.enrolmentId);
    const invite = { visitId: visit.id, version: "1", secondId: second.id };
    expect(word(await call(client, inviteSecondAction, lead.actor, invite))).toBe("done");
    const photos: string[] = [];
    for (const who of [lead, second]) {
      await call(client, startObservationAction, who.actor, { visitId: visit.id });
      const { id } = await client.observation.findFirstOrThrow({ where: { assessorId: who.id } });
      expect(await attach(who, id)).toBe("done");
      await call(client, saveObservationDraftAction, who.actor, wholeDraft(stage, id, 1));
      photos.push((await onlyFile(id)).fileId);
      const other = await actingAs(client, who === lead ? second.id : lead.id, "assessment.view");
      expect(await getObservationFile(other, photos.at(-1) ?? ""), "blind").toBeNull();
      expect(await scenes.act(submitObservationAction, who, id)).toBe("done");
    }
    const people = {
      lead: [lead.id, "assessment.view"],
      second: [second.id, "assessment.view"],
      participant: [participant.id, "my.view"],
    } satisfies Record<string, [string, Permission]>;
    for (const photo of photos) expect(await readers(people, photo)).toEqual(["lead", "second"]);
    const { id: pairId } = await client.observationPair.findUniqueOrThrow({ where: { visitId: visit.id } });
    expect(word(await call(client, writeJointAction, lead.actor, { pairId }))).toBe("done");
    const { jointId } = await client.observationPair.findUniqueOrThrow({ where: { id: pairId } });
    const shown = await filesOf(jointId ?? "");
    expect(shown.map((each) => each.fileId).sort()).toEqual([...photos].sort());
  });
});

describe("what nothing shows any more", () => {
  const exists = async (id: string) => (await readdir(join(folder, id.slice(0, 2)))).includes(id);

  it("is taken away after a day, with its bytes, and nothing else is", async () => {
    const { assessor, id } = await scenes.begun();
    await attach(assessor, id);
    await attach(assessor, id, { file: await photo("#000") });
    const [kept, gone] = await filesOf(id);
    if (!kept || !gone) throw new Error("unreachable");
    await call(client, detachFileAction, assessor.actor, { observationId: id, fileId: gone.fileId });
    const stray = crypto.randomUUID();
    await mkdir(join(folder, stray.slice(0, 2)), { recursive: true });
    await writeFile(join(folder, stray.slice(0, 2), stray), "of a transaction that failed");
    const now = Date.now();
    expect(await sweepFiles(client, new Date(now)), "not on the same day").toEqual({ files: 0, bytes: 0 });
    await sweepFiles(client, new Date(now + 2 * DAY_MS));
    expect(await exists(kept.fileId)).toBe(true);
    expect(await exists(gone.fileId)).toBe(false);
    expect(await client.storedFile.findUnique({ where: { id: gone.fileId } })).toBeNull();
    expect(await exists(stray)).toBe(false);
  });
});
