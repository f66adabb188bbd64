import pg from "pg";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { certificatePayloadSchema } from "@/lib/certificates/rules/payload";
import { evidenceHash } from "@/lib/certification/rules/evidence";
import { evidenceSelect, requirementFactsOf } from "@/lib/certification/rules/evidence-rows";
import { evaluateRequirements } from "@/lib/certification/rules/requirements";
import { hashOf } from "@/lib/core/hash";
import type { PrismaClient } from "@/lib/db/generated/client";
import { isGln } from "@/lib/organisations/rules/gln";
import { isRegistrationNumber } from "@/lib/organisations/rules/registration-number";
import { keptHash } from "@/lib/storage/file-store";
import { seedDemo } from "../../../prisma/seed/demo.ts";
import { type DemoListing, readDemoListing } from "../../../scripts/database/demo-listing.ts";
import { freshDatabase } from "../../setup/database";

const now = new Date();
let client: PrismaClient;
let listing: DemoListing;

beforeAll(async () => {
  const database = await freshDatabase();
  vi.stubEnv("DATABASE_URL", database.url);
  client = database.client;
  await seedDemo(client, now, process.env.PRAKSIS_FILES_DIR);
  const plain = new pg.Client({ connectionString: database.url });
  await plain.connect();
  listing = await readDemoListing(plain);
  await plain.end();
}, 120_000);

/** The states of `machine` that a table of the database shows. */
const statesIn = async (machine: string) =>
  (await client.$queryRawUnsafe<{ state: string }[]>(`SELECT DISTINCT state::text FROM ${machine}`)).map(
    ({ state }) => state,
  );

describe("the demo data", () => {
  it("loads once: a second load changes nothing", async () => {
    const counts = () =>
      Promise.all([client.person.count(), client.auditEvent.count(), client.enrolment.count()]);
    const before = await counts();
    await seedDemo(client, now);
    expect(await counts()).toEqual(before);
  });

  it("keeps every file that something leads to, as its row says it is", async () => {
    const files = await client.storedFile.findMany({ include: { observations: true } });
    expect(files.flatMap(({ observations }) => observations).length).toBeGreaterThan(5);
    for (const { id, name, sha256 } of files) expect([name, await keptHash(id)]).toEqual([name, sha256]);
  });

  it("leaves a whole audit trail", async () => {
    expect(await client.$queryRaw`SELECT * FROM audit_break`).toEqual([]);
    expect(await client.auditEvent.count()).toBeGreaterThan(500);
  });

  it("shows every state of every state machine", async () => {
    const steps = await client.stateTransition.findMany();
    const machines = [...new Set(steps.map(({ machine }) => machine))];
    const shown: Record<string, string[]> = {};
    const all: Record<string, string[]> = {};
    for (const machine of machines) {
      shown[machine] = (await statesIn(machine)).sort();
      const named = steps
        .filter((step) => step.machine === machine)
        .flatMap(({ fromState, toState }) => [fromState, toState]);
      all[machine] = [...new Set(named)].sort();
    }
    expect(shown).toEqual(all);
  });

  it("has an account for every role, and somebody with two", () => {
    const roles = new Set(listing.accounts.flatMap((account) => account.roles));
    expect([...roles].sort()).toEqual(
      ["admin", "assessor", "certifier", "coordinator", "facilitator", "participant", "staff"].sort(),
    );
    expect(listing.accounts.find(({ email }) => email === "assessor-certifier@copi.example")?.roles).toEqual([
      "assessor",
      "certifier",
    ]);
    expect(listing.accounts.every(({ email }) => email.endsWith(".example"))).toBe(true);
  });

  it("has certificates in every standing, and cohorts to apply to", () => {
    const statuses = new Set(listing.certificates.map(({ status }) => status));
    expect([...statuses].sort()).toEqual(["expired", "issued", "revoked", "superseded", "suspended"]);
    expect(listing.openCohorts.map(({ slug }) => slug).sort()).toEqual([
      "aarhus-naesten-fuldt",
      "odense-foraar",
    ]);
  });

  it("keeps the names of 2019 on what was printed in 2019", async () => {
    const certificates = await client.certificate.findMany({ orderBy: { serialNumber: "asc" } });
    for (const certificate of certificates) {
      const payload = certificatePayloadSchema.parse(certificate.payload);
      expect(certificate.payloadHash).toBe(hashOf(payload));
      expect(payload.serialNumber).toBe(certificate.serialNumber);
      const printed = [payload.certifyingBody.shortName, payload.provider.shortName];
      const is2019 = payload.issuedOn.startsWith("2019");
      expect(printed).toEqual(is2019 ? ["COI", "COK"] : ["CO-PI", "Komponent"]);
    }
    expect(certificates[0]?.serialNumber).toBe("PX-2019-00001");
  });

  it("rests undecided cases on the evidence that is there, so that they can be decided", async () => {
    const cases = await client.certificationCase.findMany({
      where: { state: { in: ["recommended", "hearing"] } },
      select: { ...evidenceSelect, recommendations: { select: { round: true, evidenceHash: true } } },
    });
    expect(cases.length).toBeGreaterThan(1);
    for (const each of cases) {
      const { evidence } = requirementFactsOf(each, now);
      const recommendation = each.recommendations.find(({ round }) => round === each.round);
      expect(evidenceHash(evidence)).toBe(recommendation?.evidenceHash);
    }
  });

  it("calls ready only what is complete, and gathering what is not", async () => {
    const cases = await client.certificationCase.findMany({
      where: { state: { in: ["ready", "collecting"] }, enrolment: { state: "active" } },
      select: { ...evidenceSelect, state: true },
    });
    for (const each of cases) {
      const { complete } = evaluateRequirements(requirementFactsOf(each, now), now);
      expect({ id: each.id, complete }).toEqual({ id: each.id, complete: each.state === "ready" });
    }
  });

  it("holds numbers that have their check digits and names that are nobody's of the sources", async () => {
    const bodies = await client.organisation.findMany();
    for (const { gln, country, registrationNumber } of bodies) {
      expect(gln === null || isGln(gln)).toBe(true);
      expect(registrationNumber === null || isRegistrationNumber(country, registrationNumber)).toBe(true);
    }
    const named = await client.person.findMany({
      where: {
        OR: ["Jeppesen", "Suhr", "Köping", "Forsman"].map((part) => ({ name: { contains: part } })),
      },
    });
    expect(named).toEqual([]);
  });

  it("meets within the days of each cohort", async () => {
    const outside = await client.$queryRaw`
      SELECT s.id FROM session s JOIN cohort c ON c.id = s.cohort_id
      WHERE s.starts_local::date NOT BETWEEN c.starts_on AND c.ends_on`;
    expect(outside).toEqual([]);
  });

  it("tells the funded training as it was", async () => {
    const agreement = await client.agreement.findFirstOrThrow({
      where: { kind: "funded" },
      select: {
        diaryNumber: true,
        amountMinor: true,
        currency: true,
        cohorts: {
          select: { sessions: { select: { id: true } }, enrolments: { select: { participantRole: true } } },
        },
      },
    });
    const [cohort] = agreement.cohorts;
    const of = (role: string) => cohort?.enrolments.filter((each) => each.participantRole === role).length;
    expect([agreement.diaryNumber, agreement.amountMinor, agreement.currency]).toEqual([
      "2015-06703",
      46_800_000,
      "SEK",
    ]);
    expect([cohort?.sessions.length, of("innovation_leader"), of("manager")]).toEqual([10, 19, 11]);
  });
});

describe.each(["2026-12-31T23:30:00Z", "2027-03-28T01:30:00Z", "2028-02-29T10:00:00Z"])(
  "the demo data at %s",
  (instant) => {
    it("loads on any day, clock changes and holidays included", async () => {
      const other = await freshDatabase();
      await seedDemo(other.client, new Date(instant));
      expect(await other.client.certificate.count()).toBe(listing.certificates.length);
    }, 120_000);
  },
);
