import { mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8, zipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { Permission } from "@/lib/auth/permissions";
import { copyCohortAction } from "@/lib/cohorts/actions";
import type { PrismaClient } from "@/lib/db/generated/client";
import { sweepFiles } from "@/lib/jobs/sweep-files";
import {
  addMaterialAction,
  addSessionMaterialAction,
  removeMaterialAction,
  removeSessionMaterialAction,
} from "@/lib/materials/actions";
import { getMaterialFile } from "@/lib/materials/queries/get-material-file";
import { getMyMaterialFile } from "@/lib/materials/queries/get-my-material-file";
import { listMyMaterials } from "@/lib/materials/queries/list-my-materials";
import { copyProgrammeAction, publishVersionAction, startDraftAction } from "@/lib/programmes/actions";
import { makeSession } from "../../factories/cohorts";
import { makeEnrolment } from "../../factories/enrolments";
import { makePersonInRole } from "../../factories/people";
import { actingAs, actorOf } from "../../factories/sign-in";
import { inDays, unique } from "../../factories/unique";
import { testDatabase } from "../../setup/database";
import { makeProviderStage, type ProviderStage, said, stageCohort } from "../cohorts/provider-stage";

const DAY_MS = 24 * 60 * 60 * 1000;
let client: PrismaClient;
let stage: ProviderStage;
let folder: string;
beforeAll(async () => {
  // What is swept here is nobody else's.
  folder = await mkdtemp(join(tmpdir(), "praksis-materials-"));
  vi.stubEnv("PRAKSIS_FILES_DIR", folder);
  client = (await testDatabase()).client;
  stage = await makeProviderStage(client);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const slides = () =>
  new File(
    [zipSync({ "[Content_Types].xml": strToU8("x"), "ppt/presentation.xml": strToU8(unique("x")) })],
    "Oplæg.pptx",
  );

/** A session of a cohort that runs, and the file that was handed out with it. */
async function handedOut(phase: "before" | "after", startsAt = inDays(20)) {
  const cohort = await stageCohort(client, stage, { state: "running" });
  const session = await makeSession(client, { cohortId: cohort.id, startsAt });
  const values = { sessionId: session.id, phase, title: "Oplæg", file: slides() };
  expect(await said(client, addSessionMaterialAction, stage.actor, values)).toBe("done");
  const material = await client.sessionMaterial.findFirstOrThrow({ where: { sessionId: session.id } });
  return { cohort, session, material, fileId: material.fileId ?? "" };
}

/** Whether somebody gets the file through `permission`, now or at another time. */
async function gets(personId: string, permission: Permission, fileId: string, now = new Date()) {
  const acting = await actingAs(client, personId, permission);
  return permission === "my.view"
    ? (await getMyMaterialFile(acting, fileId, now)) !== null
    : (await getMaterialFile(acting, fileId)) !== null;
}

const keptOnDisk = async (id: string) =>
  (await readdir(join(folder, id.slice(0, 2))).catch((): string[] => [])).includes(id);
const sweepLater = () => sweepFiles(client, new Date(Date.now() + 2 * DAY_MS));

describe("a file that is handed out with a session", () => {
  it("is given to who is on the cohort, who teaches it and the provider's staff, and to nobody else", async () => {
    const { cohort, fileId } = await handedOut("before");
    const file = await client.storedFile.findUniqueOrThrow({ where: { id: fileId } });
    expect(file).toMatchObject({ name: "Oplæg.pptx", ownerId: stage.staff.id });
    const other = await stageCohort(client, stage, {
      state: "running",
      facilitatorIds: [],
    });
    const foreign = await makeProviderStage(client);
    const elsewhere = await makePersonInRole(client, "facilitator", stage.provider.id);
    const on = async (cohortId: string, state: "active" | "withdrawn" = "active") =>
      (await makeEnrolment(client, { cohortId, state })).personId;
    const people: Record<string, [string, Permission]> = {
      staff: [stage.staff.id, "staff.view"],
      teacher: [stage.facilitators[1].id, "facilitation.view"],
      participant: [await on(cohort.id), "my.view"],
      "participant who left": [await on(cohort.id, "withdrawn"), "my.view"],
      "participant of another cohort": [await on(other.id), "my.view"],
      "facilitator of another cohort": [elsewhere.id, "facilitation.view"],
      "staff of another provider": [foreign.staff.id, "staff.view"],
      "staff as a private person": [stage.staff.id, "my.view"],
    };
    const reached: string[] = [];
    for (const [name, [id, permission]] of Object.entries(people))
      if (await gets(id, permission, fileId)) reached.push(name);
    expect(reached).toEqual(["staff", "teacher", "participant"]);
  });

  it("is shown after the session once it has ended, and never for one that is called off", async () => {
    const { cohort, session, fileId } = await handedOut("after");
    const { personId } = await makeEnrolment(client, { cohortId: cohort.id });
    const oneMomentBefore = new Date(session.endsAt.getTime() - 1);
    expect(await gets(personId, "my.view", fileId, oneMomentBefore)).toBe(false);
    expect(await listMyMaterials(await actingAs(client, personId, "my.view"), oneMomentBefore)).toMatchObject(
      [{ sessions: [] }],
    );
    expect(await gets(personId, "my.view", fileId, session.endsAt)).toBe(true);
    expect(await gets(stage.facilitators[0].id, "facilitation.view", fileId), "who hands it out").toBe(true);
    await client.session.update({ where: { id: session.id }, data: { state: "cancelled" } });
    expect(await gets(personId, "my.view", fileId, session.endsAt)).toBe(false);
  });

  it("is not for who is not expected there", async () => {
    const { cohort, session, fileId } = await handedOut("before");
    await client.sessionObligation.create({
      data: { sessionId: session.id, participantRole: "politician", obligation: "not_expected" },
    });
    const on = async (participantRole: "politician" | "manager") =>
      (await makeEnrolment(client, { cohortId: cohort.id, participantRole })).personId;
    expect(await gets(await on("politician"), "my.view", fileId)).toBe(false);
    expect(await gets(await on("manager"), "my.view", fileId)).toBe(true);
  });

  it("comes from the cohort's facilitator too, not from another one", async () => {
    const { session } = await handedOut("before");
    const values = () => ({ sessionId: session.id, phase: "after", title: "Fotos", file: slides() });
    const teacher = await actorOf(client, stage.facilitators[0].id);
    expect(await said(client, addSessionMaterialAction, teacher, values())).toBe("done");
    const elsewhere = await makePersonInRole(client, "facilitator", stage.provider.id);
    const other = await actorOf(client, elsewhere.id);
    expect(await said(client, addSessionMaterialAction, other, values())).toBe("notFound");
    const [material] = await client.sessionMaterial.findMany({ where: { sessionId: session.id } });
    const taking = { sessionId: session.id, materialId: material?.id };
    expect(await said(client, removeSessionMaterialAction, other, taking)).toBe("notFound");
    expect(await said(client, removeSessionMaterialAction, teacher, taking)).toBe("done");
    expect(await client.sessionMaterial.count({ where: { sessionId: session.id } })).toBe(1);
  });

  it.each([
    ["a page", { file: new File(["<svg onload='x'/>"], "x.pdf") }, "material.kind"],
    ["nothing", { file: undefined }, "invalid: link linkOrFile"],
    ["two things", { link: "https://example.org" }, "invalid: link linkAndFile"],
    ["no title", { title: " " }, "invalid: title required"],
  ])("is not taken in as %s", async (_, change, expected) => {
    const { session } = await handedOut("before");
    const values = { sessionId: session.id, phase: "before", title: "Oplæg", file: slides(), ...change };
    expect(await said(client, addSessionMaterialAction, stage.actor, values)).toBe(expected);
    expect(await client.sessionMaterial.count({ where: { sessionId: session.id } })).toBe(1);
  });
});

describe("a file of a programme", () => {
  it("goes along to the next version, to a copy of the programme and to who takes part, as one file", async () => {
    const { programmeId } = await client.programmeVersion.findUniqueOrThrow({
      where: { id: stage.programme.versionId },
    });
    const draftOf = (id: string) =>
      client.programmeVersion.findFirstOrThrow({ where: { programmeId: id, state: "draft" } });
    expect(await said(client, startDraftAction, stage.actor, { programmeId })).toBe("done");
    const draft = await draftOf(programmeId);
    const material = { versionId: draft.id, title: "Håndbog", file: slides() };
    expect(await said(client, addMaterialAction, stage.actor, material)).toBe("done");
    const { fileId } = await client.programmeMaterial.findFirstOrThrow({
      where: { programmeVersionId: draft.id },
    });
    const publish = { versionId: draft.id, version: String(draft.version) };
    expect(await said(client, publishVersionAction, stage.actor, publish)).toBe("done");
    const slug = unique("kopi");
    const copying = { programmeId, title: "Kopi", slug };
    expect(await said(client, copyProgrammeAction, stage.actor, copying)).toBe("done");
    expect(await said(client, startDraftAction, stage.actor, { programmeId })).toBe("done");
    const all = await client.programmeMaterial.findMany({
      where: { programmeVersion: { programme: { OR: [{ id: programmeId }, { slug }] } } },
      include: { programmeVersion: true },
    });
    expect(all.map((each) => each.fileId)).toEqual([fileId, fileId, fileId]);

    const next = all.find(({ programmeVersion }) => programmeVersion.number === draft.number + 1);
    const taking = { versionId: next?.programmeVersionId, materialId: next?.id };
    expect(await said(client, removeMaterialAction, stage.actor, taking)).toBe("done");
    await sweepLater();
    expect(await keptOnDisk(fileId ?? ""), "the published version has it still").toBe(true);

    const cohort = await stageCohort(client, stage, {
      programmeVersionId: draft.id,
      state: "running",
    });
    const { personId } = await makeEnrolment(client, { cohortId: cohort.id });
    expect(await gets(personId, "my.view", fileId ?? "")).toBe(true);
    expect(await gets(stage.facilitators[0].id, "facilitation.view", fileId ?? "")).toBe(true);
    const stranger = await makeEnrolment(client, { cohortId: (await stageCohort(client, stage)).id });
    expect(await gets(stranger.personId, "my.view", fileId ?? ""), "an older version lacks it").toBe(false);
  });
});

describe("what is swept", () => {
  it("is only what no session shows any more, however often the cohort was repeated", async () => {
    const { cohort, session, material, fileId } = await handedOut("before");
    const slug = unique("gentaget");
    const values = { cohortId: cohort.id, name: "Igen", slug, firstDay: "2032-05-10", capacity: "12" };
    expect(await said(client, copyCohortAction, stage.actor, values)).toBe("done");
    const copy = await client.sessionMaterial.findFirstOrThrow({
      where: { session: { cohort: { slug } } },
    });
    expect(copy.fileId).toBe(fileId);
    const take = (sessionId: string, materialId: string) =>
      said(client, removeSessionMaterialAction, stage.actor, { sessionId, materialId });
    expect(await take(session.id, material.id)).toBe("done");
    await sweepLater();
    expect(await keptOnDisk(fileId)).toBe(true);
    expect(await gets(stage.staff.id, "staff.view", fileId)).toBe(true);

    expect(await take(copy.sessionId, copy.id)).toBe("done");
    expect(await gets(stage.staff.id, "staff.view", fileId), "nothing leads to it any more").toBe(false);
    expect(await keptOnDisk(fileId), "it is swept a day after").toBe(true);
    await sweepLater();
    expect(await keptOnDisk(fileId)).toBe(false);
    expect(await client.storedFile.findUnique({ where: { id: fileId } })).toBeNull();
  });

  it("is nothing that a row leads to, by plain SQL either", async () => {
    const { fileId } = await handedOut("before");
    await expect(client.storedFile.delete({ where: { id: fileId } })).rejects.toThrow();
    expect(await client.storedFile.findUnique({ where: { id: fileId } })).not.toBeNull();
    await expect(
      client.$executeRaw`UPDATE session_material SET link = 'https://example.org' WHERE file_id = ${fileId}::uuid`,
    ).rejects.toThrow(/session_material_one_source/);
  });
});
