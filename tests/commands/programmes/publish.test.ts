import { beforeAll, describe, expect, it } from "vitest";
import type { PrismaClient } from "@/lib/db/generated/client";
import {
  addTrackAction,
  createProgrammeAction,
  moveTrackAction,
  publishVersionAction,
  removeTrackAction,
  retireVersionAction,
  saveDraftAction,
  startDraftAction,
} from "@/lib/programmes/actions";
import { makeFramework } from "../../factories/frameworks";
import { makeOrganisation } from "../../factories/organisations";
import { unique } from "../../factories/unique";
import { testDatabase } from "../../setup/database";
import { makeProviderStage, type ProviderStage, said, stageCohort } from "../cohorts/provider-stage";

let client: PrismaClient;
let stage: ProviderStage;
beforeAll(async () => {
  client = (await testDatabase()).client;
  stage = await makeProviderStage(client);
});

const words = {
  language: "da",
  title: "Uddannelse",
  summary: "Kort",
  audience: "Ledere",
  aims: "- Lede innovation\n\n2. Lære af fejl",
  description: "Et afsnit.",
  attendanceMinimumPercent: "80",
  price: "12.500",
  currency: "DKK",
  priceCovers: "",
  frameworkVersionId: "",
};

async function newDraft() {
  const slug = unique("uddannelse");
  const values = { providerId: stage.provider.id, title: "Uddannelse", slug, language: "da" };
  expect(await said(client, createProgrammeAction, stage.actor, values)).toBe("done");
  const programme = await client.programme.findUniqueOrThrow({
    where: { slug },
    select: { id: true, versions: { select: { id: true } } },
  });
  return { programmeId: programme.id, versionId: programme.versions[0]?.id ?? "" };
}

const read = (versionId: string) =>
  client.programmeVersion.findUniqueOrThrow({
    where: { id: versionId },
    include: { tracks: { orderBy: { position: "asc" } } },
  });
const save = (versionId: string, version: number, change: object = {}) =>
  said(client, saveDraftAction, stage.actor, { versionId, version, ...words, ...change });
const addTrack = (versionId: string, name: string) =>
  said(client, addTrackAction, stage.actor, { versionId, audience: "managers", name, description: "" });
const publish = (versionId: string, version: number) =>
  said(client, publishVersionAction, stage.actor, { versionId, version });

async function published() {
  const draft = await newDraft();
  await save(draft.versionId, 1);
  await addTrack(draft.versionId, "Ledere");
  expect(await publish(draft.versionId, 2)).toBe("done");
  return draft;
}

describe("a draft", () => {
  it("is written, line by line and with a price as people write it", async () => {
    const { versionId } = await newDraft();
    expect(await save(versionId, 1)).toBe("done");
    expect(await read(versionId)).toMatchObject({
      aims: ["Lede innovation", "Lære af fejl"],
      priceMinor: 1_250_000,
      priceCovers: null,
      certifyingBodyId: null,
      version: 2,
    });
  });

  it("is not overwritten by whoever read it before", async () => {
    const { versionId } = await newDraft();
    expect(await save(versionId, 1, { title: "Den første" })).toBe("done");
    expect(await save(versionId, 1, { title: "Den anden" })).toBe("conflict");
    expect((await read(versionId)).title).toBe("Den første");
  });

  it("takes its certifying body from the scheme, which has to be approved", async () => {
    const body = await makeOrganisation(client, { kind: "certifying_body" });
    const framework = await makeFramework(client, { certifyingBodyId: body.id });
    const { versionId } = await newDraft();
    expect(await save(versionId, 1, { frameworkVersionId: framework.versionId })).toBe("done");
    expect((await read(versionId)).certifyingBodyId).toBe(body.id);
    const unknown = "018f0000-0000-7000-8000-000000000000";
    expect(await save(versionId, 2, { frameworkVersionId: unknown })).toBe("programme.missing.framework");
  });

  it("keeps its tracks in order", async () => {
    const { versionId } = await newDraft();
    for (const name of ["A", "B", "C"]) expect(await addTrack(versionId, name)).toBe("done");
    const { tracks } = await read(versionId);
    const [a, b, c] = tracks.map((track) => track.id);
    const move = (trackId: string | undefined, direction: string) =>
      said(client, moveTrackAction, stage.actor, { versionId, trackId, direction });
    expect(await move(c, "up")).toBe("done");
    expect(await said(client, removeTrackAction, stage.actor, { versionId, trackId: a })).toBe("done");
    expect((await read(versionId)).tracks.map((track) => track.id)).toEqual([c, b]);
  });
});

describe("publishing", () => {
  it("is refused until the checklist is met, and then freezes the version", async () => {
    const { versionId } = await newDraft();
    expect(await publish(versionId, 1)).toBe("programme.missing.summary");
    await save(versionId, 1);
    expect(await publish(versionId, 2)).toBe("programme.missing.tracks");
    await addTrack(versionId, "Ledere");
    expect(await publish(versionId, 2)).toBe("done");
    expect(await save(versionId, 3)).toBe("programme.versionFrozen");
    expect(await addTrack(versionId, "Flere")).toBe("programme.versionFrozen");
    await expect(
      client.programmeVersion.update({ where: { id: versionId }, data: { title: "Ændret" } }),
    ).rejects.toThrow("programme_version_frozen");
  });

  it("retires the version before it, whose cohorts go on", async () => {
    const { programmeId, versionId } = await published();
    const cohort = await stageCohort(client, stage, { programmeVersionId: versionId, state: "open" });
    expect(await said(client, startDraftAction, stage.actor, { programmeId })).toBe("done");
    const next = await client.programmeVersion.findFirstOrThrow({
      where: { programmeId, state: "draft" },
      include: { tracks: true },
    });
    expect(next).toMatchObject({ number: 2, title: "Uddannelse" });
    expect(next.tracks.map((track) => track.name)).toEqual(["Ledere"]);
    expect(await publish(next.id, next.version)).toBe("done");
    expect((await read(versionId)).state).toBe("retired");
    expect((await client.cohort.findUniqueOrThrow({ where: { id: cohort.id } })).state).toBe("open");
  });

  it("happens once, however many try at the same time", async () => {
    const { versionId } = await newDraft();
    await save(versionId, 1);
    await addTrack(versionId, "Ledere");
    const outcomes = await Promise.all(Array.from({ length: 4 }, () => publish(versionId, 2)));
    expect(outcomes.filter((outcome) => outcome === "done")).toHaveLength(1);
    expect(new Set(outcomes)).toEqual(new Set(["done", "programme.transition"]));
  });

  it("puts an approved scheme into use", async () => {
    const body = await makeOrganisation(client, { kind: "certifying_body" });
    const framework = await makeFramework(client, { certifyingBodyId: body.id, state: "approved" });
    const { versionId } = await newDraft();
    await save(versionId, 1, { frameworkVersionId: framework.versionId });
    await addTrack(versionId, "Ledere");
    expect(await publish(versionId, 2)).toBe("done");
    const scheme = await client.frameworkVersion.findUniqueOrThrow({ where: { id: framework.versionId } });
    expect(scheme.state).toBe("in_use");
    expect(scheme.inUseFrom).not.toBeNull();
  });
});

describe("drafts and retiring", () => {
  it("has one draft at a time, also when two begin at once", async () => {
    const { programmeId } = await published();
    const outcomes = await Promise.all(
      Array.from({ length: 3 }, () => said(client, startDraftAction, stage.actor, { programmeId })),
    );
    expect(outcomes.sort()).toEqual(["done", "programme.draftExists", "programme.draftExists"]);
  });

  it("retires what is published, once", async () => {
    const { versionId } = await published();
    const values = { versionId, version: 3 };
    expect(await said(client, retireVersionAction, stage.actor, values)).toBe("done");
    expect(await said(client, retireVersionAction, stage.actor, { versionId, version: 4 })).toBe(
      "programme.transition",
    );
  });

  it("has an address that neither a programme nor a cohort has", async () => {
    const cohort = await stageCohort(client, stage);
    const create = (slug: string) =>
      said(client, createProgrammeAction, stage.actor, {
        providerId: stage.provider.id,
        title: "Uddannelse",
        slug,
        language: "da",
      });
    expect(await create(cohort.slug)).toBe("programme.slugTaken");
    expect(await create(stage.programme.slug)).toBe("programme.slugTaken");
  });

  it("leaves an audit event at every step", async () => {
    const { programmeId } = await published();
    const events = await client.auditEvent.findMany({
      where: { stream: `programme:${programmeId}` },
      orderBy: { position: "asc" },
    });
    expect(events.map((event) => event.action)).toEqual([
      "programme.created",
      "programmeVersion.saved",
      "track.added",
      "programmeVersion.published",
    ]);
    expect(events.every((event) => event.actorId === stage.staff.id && event.actingRole === "staff")).toBe(
      true,
    );
  });
});
