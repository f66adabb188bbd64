import pg from "pg";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { type Acting, actingWith, anonymous } from "@/lib/auth/acting";
import { currentClientAddress } from "@/lib/auth/sign-in/current-client";
import { allowCheck, MISS } from "@/lib/certificates/queries/allow-check";
import { findPublicCertificate } from "@/lib/certificates/queries/find-public-certificate";
import { getPublicCertificate } from "@/lib/certificates/queries/get-public-certificate";
import { listListedCertificates } from "@/lib/certificates/queries/list-listed-certificates";
import { randomPublicId } from "@/lib/core/ids";
import { database } from "@/lib/db/client";
import type { PrismaClient } from "@/lib/db/generated/client";
import { enrol, makeStage, type Stage } from "../../commands/certification/stage";
import { makeCase } from "../../factories/cases";
import { makeCertificate, makeRevocation } from "../../factories/certificates";
import { inDays } from "../../factories/unique";
import { countStatements } from "../../setup/count-statements";
import { testDatabase } from "../../setup/database";

vi.mock("@/lib/auth/sign-in/current-client", () => ({ currentClientAddress: vi.fn(async () => null) }));

let client: PrismaClient;
let stage: Stage;
let anybody: Acting;
const NOW = new Date();

beforeAll(async () => {
  client = (await testDatabase()).client;
  stage = await makeStage(client);
  const acting = actingWith(anonymous, "certificate.verify");
  if (!acting) throw new Error("anybody may verify");
  anybody = acting;
});

async function certified(options: Omit<Parameters<typeof makeCertificate>[1], "caseId"> = {}, name?: string) {
  const { enrolmentId } = await enrol(stage, name);
  const { id: caseId } = await makeCase(client, { enrolmentId, state: "released" });
  return makeCertificate(client, { caseId, ...options });
}

const check = async (publicId: string) => getPublicCertificate(anybody, publicId, NOW);

describe("the public check", () => {
  it.each(["issued", "suspended", "revoked", "superseded"] as const)("knows %s", async (state) => {
    const standing = state === "issued" ? "valid" : state;
    expect((await check((await certified({ state })).publicId))?.standing).toBe(standing);
  });

  it("knows an expired one, and a revoked one stays revoked after its date", async () => {
    const dates = { issuedAt: inDays(-400), validUntil: inDays(-1) };
    expect((await check((await certified(dates)).publicId))?.standing).toBe("expired");
    expect((await check((await certified({ ...dates, state: "revoked" })).publicId))?.standing).toBe(
      "revoked",
    );
  });

  it("gives the public reason and never the internal one", async () => {
    const certificate = await certified({ state: "revoked" });
    const answer = await check(certificate.publicId);
    expect(answer?.revoked?.publicReason).toBe("Bygger på en fejl i grundlaget.");
    expect(Object.keys(answer ?? {})).not.toContain("internalReason");
  });

  it("says nothing of a revocation that is only proposed", async () => {
    const certificate = await certified();
    await makeRevocation(client, { certificateId: certificate.id });
    expect(await check(certificate.publicId)).toMatchObject({ standing: "valid", revoked: null });
  });

  it("tells who the body was, as printed, and who it is today", async () => {
    const certificate = await certified();
    expect((await check(certificate.publicId))?.certifyingBody).toEqual({
      name: "Det certificerende organ",
      shortName: "Organ",
      now: { name: "Center for Offentlig-Privat Innovation", shortName: "CO-PI" },
    });
  });

  it("leaves no trace", async () => {
    const certificate = await certified();
    const before = await client.auditEvent.count();
    await check(certificate.publicId);
    expect(await client.auditEvent.count()).toBe(before);
  });

  it("takes one statement", async () => {
    const certificate = await certified();
    expect(await countStatements(() => check(certificate.publicId))).toBe(1);
  });

  it("is planned once a connection, and no other statement is kept there", async () => {
    const certificate = await certified();
    for (let time = 0; time < 3; time++) await check(certificate.publicId);
    // The pool hands out the connection that was given back last.
    const kept = await database().$queryRaw<{ name: string; times: bigint }[]>`
      SELECT name, generic_plans + custom_plans AS times FROM pg_prepared_statements WHERE name <> ''`;
    expect(kept.map(({ name }) => name)).toEqual(["public-certificate"]);
    expect(Number(kept[0]?.times)).toBeGreaterThanOrEqual(3);
  });

  it.each(["", "x", "' OR 1=1 --", "../../etc/passwd", "A".repeat(10_000)])(
    "answers nothing to %j",
    async (publicId) => {
      expect(await check(publicId)).toBeNull();
    },
  );

  it("is not hit by a thousand guesses", async () => {
    const guesses = Array.from({ length: 1000 }, randomPublicId);
    const found = await client.certificate.count({ where: { publicId: { in: guesses } } });
    expect(found).toBe(0);
  });
});

describe("how often one may ask", () => {
  const ask = async (address: string, cost?: number) => {
    vi.mocked(currentClientAddress).mockResolvedValueOnce(address);
    return allowCheck(anybody, cost);
  };

  it("is limited for each network by itself, and sooner where nothing is found", async () => {
    for (let time = 0; time < 120; time++) expect(await ask("203.0.113.7")).toBeNull();
    expect(await ask("203.0.113.7")).toBe(1);
    for (let time = 0; time < 120 / MISS; time++) expect(await ask("198.51.100.7", MISS)).toBeNull();
    expect(await ask("198.51.100.7")).toBe(1);
    expect(await ask("192.0.2.7")).toBeNull();
  });
});

describe("the search", () => {
  it("finds a certificate by its number and its holder's name together", async () => {
    const certificate = await certified({}, "Søren Ærø");
    const search = (serial: string, name: string) => findPublicCertificate(anybody, { serial, name });
    expect(await search(certificate.serialNumber, "søren  ærø")).toBe(certificate.publicId);
    expect(await search(certificate.serialNumber.toLowerCase().replaceAll("-", " "), "Søren Ærø")).toBe(
      certificate.publicId,
    );
    expect(await search(certificate.serialNumber, "Søren")).toBeNull();
    expect(await search(certificate.serialNumber, "%")).toBeNull();
    expect(await search("PX-1999-00001", "Søren Ærø")).toBeNull();
  });
});

/** How PostgreSQL carries out each statement that `read` sends, as a whole text each. */
async function plansOf(url: string, read: () => Promise<unknown>): Promise<string[]> {
  const shared = globalThis as unknown as { praksisDatabase?: PrismaClient; praksisPool?: pg.Pool };
  const { praksisDatabase, praksisPool } = shared;
  const pool = new pg.Pool({ connectionString: url });
  const sent = vi.spyOn(pool, "query");
  Object.assign(shared, { praksisDatabase: undefined, praksisPool: pool });
  try {
    await read();
    const statements = sent.mock.calls.map(([statement]) => statement as unknown as pg.QueryConfig);
    const plans = statements.map(({ text, values }) => pool.query(`EXPLAIN ${text}`, values));
    return (await Promise.all(plans)).map(({ rows }) =>
      rows.map((row: object) => Object.values(row)[0]).join("\n"),
    );
  } finally {
    Object.assign(shared, { praksisDatabase, praksisPool });
    await pool.end();
  }
}

function insistOnIndex(plan: string): void {
  expect(plan).toMatch(/Index (Only )?Scan/);
  expect(plan).not.toMatch(/Seq Scan on certificate\b/);
}

describe("among 5,000 certificates", () => {
  let url: string;

  beforeAll(async () => {
    url = (await testDatabase()).url;
    const { id } = await certified({}, "Bodil Eriksen");
    await client.$transaction(async (tx) => {
      // Copies with other numbers and names, which no case stands behind: what is looked at is how they are found.
      await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
      await tx.$executeRaw`
        INSERT INTO certificate (id, decision_id, case_id, holder_id, public_id, serial_number, state, payload, payload_hash, issued_at)
        SELECT gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), holder_id, md5('id' || n), 'PX-2098-' || lpad(n::text, 5, '0'),
               'issued', jsonb_set(payload, '{holder,name}', to_jsonb(md5('name' || n))), payload_hash, issued_at - n * interval '1 hour'
          FROM certificate, generate_series(1, 5000) n WHERE id = ${id}::uuid`;
      await tx.$executeRaw`
        INSERT INTO certificate_sharing (certificate_id, visibility, changed_at)
        SELECT id, 'public', now() FROM certificate WHERE serial_number LIKE 'PX-2098-%5'`;
    });
    // What PostgreSQL does by itself after a while.
    await client.$executeRaw`VACUUM ANALYZE certificate, certificate_sharing`;
  });

  it.each([
    ["the check", () => check("0123456789abcdef0123456789abcdef")],
    ["the search", () => findPublicCertificate(anybody, { serial: "PX-2098-00007", name: "Bodil Eriksen" })],
    ["a name in the register", () => listListedCertificates(anybody, { page: 1, query: "abcdef" }, NOW)],
  ] as const)("%s is found by an index", async (_what, read) => {
    const plans = await plansOf(url, read);
    expect(plans.length).toBeGreaterThan(0);
    for (const plan of plans) insistOnIndex(plan);
  });

  it("the register's page is found by an index; only how many there are in all is counted", async () => {
    const [page, count] = (await plansOf(url, () => listListedCertificates(anybody, { page: 1 }, NOW)))
      .sort()
      .reverse();
    expect(count).toMatch(/^Aggregate/);
    insistOnIndex(page ?? "");
    expect(page).toMatch(/^Limit/);
  });
});
