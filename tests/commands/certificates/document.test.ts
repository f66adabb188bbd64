import { inflateSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Actor, actingWith, anonymous } from "@/lib/auth/acting";
import { asSystem } from "@/lib/auth/system";
import { freezeDocument } from "@/lib/certificates/commands/freeze-document";
import { typesetCertificate, verifyUrl } from "@/lib/certificates/commands/typeset-certificate";
import { getDownloadableCertificate } from "@/lib/certificates/queries/get-downloadable-certificate";
import { certificatePayloadSchema } from "@/lib/certificates/rules/payload";
import { sha256 } from "@/lib/core/hash";
import { connect } from "@/lib/db/client";
import type { PrismaClient } from "@/lib/db/generated/client";
import { certificateFile } from "@/lib/pdf/certificate-file";
import { type StatementProxy, startStatementProxy } from "../../../bench/statement-proxy";
import { makeCase } from "../../factories/cases";
import { makeCertificate, makeRevocation } from "../../factories/certificates";
import { makePerson, makePersonInRole } from "../../factories/people";
import { actorOf } from "../../factories/sign-in";
import { testDatabase } from "../../setup/database";
import { reserve } from "../badges/stage";
import { enrol, makeStage, type Stage } from "../certification/stage";

let client: PrismaClient;
let stage: Stage;
let proxy: StatementProxy;
let counted: PrismaClient;
const URL_OF_SITE = "https://praksis.example.org";
const LONG =
  "Anne-Charlotte Vilhelmine Bjørnestjerne-Rasmussen af Grevenkop-Castenskiold von Østergård-Ångström";

beforeAll(async () => {
  const database = await testDatabase();
  client = database.client;
  stage = await makeStage(client);
  proxy = await startStatementProxy(database.url);
  counted = connect(proxy.url, 1);
});

afterAll(async () => {
  await counted.$disconnect();
  await proxy.stop();
});

async function certified(name?: string, state?: "revoked" | "suspended") {
  const { person, enrolmentId } = await enrol(stage, name);
  const { id: caseId } = await makeCase(client, { enrolmentId, state: "released" });
  const certificate = await makeCertificate(client, { caseId, ...(state && { state }) });
  return { person, certificate };
}

/** What the route hands out to somebody; null where it answers 404. */
async function download(actor: Actor, publicId: string, locale: "da" | null = "da") {
  for (const permission of ["certificate.hold", "certification.view"] as const) {
    const acting = actingWith(actor, permission);
    const found = acting && (await getDownloadableCertificate(acting, publicId, new Date()));
    if (found) return certificateFile(found, locale, new Date());
  }
  return null;
}

/** Everything of a PDF that can be read without a PDF library: its objects, and its compressed streams, inflated. */
function readable(pdf: Uint8Array): string {
  const raw = Buffer.from(pdf).toString("latin1");
  const streams = [...raw.matchAll(/stream\r?\n([\s\S]*?)\r?\nendstream/g)].map(([, body = ""]) => {
    try {
      return inflateSync(Buffer.from(body, "latin1")).toString("latin1");
    } catch {
      return "";
    }
  });
  return [raw, ...streams].join("\n");
}

describe("the document", () => {
  it("is tagged, titled, has a language and names of any length on one page", async () => {
    const { certificate } = await certified(LONG);
    const payload = certificatePayloadSchema.parse(certificate.payload);
    for (const locale of ["da", "sv", "en"] as const) {
      const pdf = await typesetCertificate({
        payload,
        locale,
        publicUrl: URL_OF_SITE,
        issuedAt: certificate.issuedAt,
      });
      const text = readable(pdf);
      expect(text).toMatch(/\/MarkInfo\s*<<[^>]*\/Marked true/);
      expect(text).toContain("/StructTreeRoot");
      expect(text).toMatch(/pdfuaid:part>1</);
      expect(text).toMatch(new RegExp(`/Lang\\s*\\(${locale}\\)`));
      expect(text).toMatch(/\/DisplayDocTitle true/);
      expect(text).toMatch(/\/Type\s*\/Pages[^>]*\/Count 1\b/);
      expect(text).toContain(verifyUrl(URL_OF_SITE, payload.publicId));
      expect(text).toContain("IBMPlexSans");
    }
  });

  it("is the same bytes for the same certificate", async () => {
    const { certificate } = await certified();
    const input = {
      payload: certificatePayloadSchema.parse(certificate.payload),
      locale: "da" as const,
      publicUrl: URL_OF_SITE,
      issuedAt: certificate.issuedAt,
    };
    expect(sha256(await typesetCertificate(input))).toBe(sha256(await typesetCertificate(input)));
  });

  it("is rendered once: eight first downloads at once leave one, and all get it", async () => {
    const { person, certificate } = await certified();
    const holder = await actorOf(client, person.id);
    const files = await Promise.all(Array.from({ length: 8 }, () => download(holder, certificate.publicId)));
    const hashes = new Set(files.map((file) => file && sha256(file.bytes)));
    const documents = await client.certificateDocument.findMany({ where: { certificateId: certificate.id } });
    expect(documents).toHaveLength(1);
    expect([...hashes]).toEqual([documents[0]?.sha256]);
    expect(
      await client.auditEvent.count({
        where: { entityId: certificate.id, action: "certificate.documentFrozen" },
      }),
    ).toBe(1);
    await expect(
      client.$executeRaw`UPDATE certificate_document SET sha256 = 'x' WHERE certificate_id = ${certificate.id}::uuid`,
    ).rejects.toThrow(/append_only/);
  });

  it("is made in three trips between BEGIN and COMMIT: the lock, what is true under it, one write of everything", async () => {
    const freeze = (id: string, locale: "da" | "sv") =>
      asSystem(counted, new Date(), (work) => freezeDocument(work, id, locale, URL_OF_SITE));
    const { certificate } = await certified();
    await reserve(client, certificate.id);
    for (const locale of ["da", "sv"] as const) {
      await counted.$queryRaw`SELECT 1`;
      const before = proxy.roundTrips();
      await freeze(certificate.id, locale);
      expect(proxy.roundTrips() - before).toBe(2 + 3);
    }
    const events = await client.auditEvent.findMany({
      where: { entityId: certificate.id, action: { in: ["badge.signed", "certificate.documentFrozen"] } },
      orderBy: { position: "asc" },
      select: { action: true },
    });
    expect(events.map(({ action }) => action)).toEqual([
      "badge.signed", // once: the second language has the same credential in it
      "certificate.documentFrozen",
      "certificate.documentFrozen",
    ]);
  });

  it("is not printed of a payload that somebody has changed", async () => {
    const { certificate } = await certified();
    await client.$executeRaw`ALTER TABLE certificate DISABLE TRIGGER certificate_guarded`;
    await client.$executeRaw`UPDATE certificate SET payload = jsonb_set(payload, '{holder,name}', '"En Anden"') WHERE id = ${certificate.id}::uuid`;
    await client.$executeRaw`ALTER TABLE certificate ENABLE TRIGGER certificate_guarded`;
    await expect(
      asSystem(client, new Date(), (work) => freezeDocument(work, certificate.id, "da", URL_OF_SITE)),
    ).rejects.toThrow(/hash/);
  });
});

describe("the download", () => {
  it("is for the holder and for certifiers of the body only", async () => {
    const { person, certificate } = await certified();
    const get = (actor: Actor) => download(actor, certificate.publicId, null);
    const certifier = await actorOf(client, stage.people.certifiers[0].id);
    expect(await get(await actorOf(client, person.id))).not.toBeNull();
    expect(await get(certifier)).not.toBeNull();
    const others = [
      await makePerson(client),
      stage.people.staff,
      stage.people.facilitator,
      stage.people.assessors[0],
      await makePersonInRole(client, "coordinator", stage.municipality.id),
    ];
    for (const other of others) expect(await get(await actorOf(client, other.id))).toBeNull();
    expect(await get(anonymous)).toBeNull();
  });

  it.each(["revoked", "suspended"] as const)("of a %s one is a notice that says so", async (state) => {
    const { person, certificate } = await certified("Søren Ærø", state);
    const holder = await actorOf(client, person.id);
    const file = await download(holder, certificate.publicId);
    expect(file?.name).toBe(`${certificate.serialNumber}-${state}-da.pdf`);
    expect(readable(file?.bytes ?? new Uint8Array())).toContain("/StructTreeRoot");
    expect(await client.certificateDocument.count({ where: { certificateId: certificate.id } })).toBe(0);
  });

  it("of one that was downloaded before brings the notice too, once it is revoked", async () => {
    const { person, certificate } = await certified();
    const holder = await actorOf(client, person.id);
    const before = await download(holder, certificate.publicId);
    expect(before?.name).toBe(`${certificate.serialNumber}-da.pdf`);
    await makeRevocation(client, { certificateId: certificate.id, confirmed: true });
    const after = await download(holder, certificate.publicId);
    expect(after?.name).toBe(`${certificate.serialNumber}-revoked-da.pdf`);
  });
});
