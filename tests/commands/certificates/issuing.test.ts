import { setTimeout as pause } from "node:timers/promises";
import { beforeAll, describe, expect, it } from "vitest";
import { liftIssuingStopAction, startRunAction, stopIssuingAction } from "@/lib/certificates/actions";
import { listIssuing } from "@/lib/certificates/queries/list-issuing";
import { releaseCaseAction } from "@/lib/certification/actions";
import { connect } from "@/lib/db/client";
import type { PrismaClient } from "@/lib/db/generated/client";
import { issueRuns } from "@/lib/jobs/issue-runs";
import { makeCase } from "../../factories/cases";
import { makeCohort } from "../../factories/cohorts";
import { makeEnrolment } from "../../factories/enrolments";
import { actingAs } from "../../factories/sign-in";
import { word } from "../../policy/call";
import { testDatabase } from "../../setup/database";
import { act, makeStage, type Stage } from "../certification/stage";

let client: PrismaClient;
let stage: Stage;

beforeAll(async () => {
  client = (await testDatabase()).client;
  stage = await makeStage(client);
});

/** A cohort on which so many people are decided to be certified. */
async function decided(count: number) {
  const cohort = await makeCohort(client, {
    programmeVersionId: stage.programme.versionId,
    state: "running",
    capacity: 100,
  });
  const cases: string[] = [];
  for (let n = 0; n < count; n++) {
    const { id: enrolmentId } = await makeEnrolment(client, { cohortId: cohort.id });
    cases.push((await makeCase(client, { enrolmentId, state: "decided" })).id);
  }
  return { cohortId: cohort.id, cases };
}

const certifier = () => stage.people.certifiers[0];
const certificatesOf = (cases: string[]) =>
  client.certificate.findMany({ where: { caseId: { in: cases } }, orderBy: { serialNumber: "asc" } });

/** The numbers of this year, in order: without gaps means 1, 2, 3 … */
async function numbers(): Promise<number[]> {
  const year = `PX-${new Date().getFullYear()}-`;
  const rows = await client.certificate.findMany({ where: { serialNumber: { startsWith: year } } });
  return rows.map(({ serialNumber }) => Number(serialNumber.slice(8))).sort((a, b) => a - b);
}
const counting = (length: number) => Array.from({ length }, (_, n) => n + 1);

async function stop() {
  return word(
    await act(client, certifier(), stopIssuingAction, {
      certifyingBodyId: stage.body.id,
      reason: "En fejl undersøges.",
    }),
  );
}
async function lift() {
  return word(
    await act(client, certifier(), liftIssuingStopAction, {
      certifyingBodyId: stage.body.id,
      note: "Undersøgt.",
    }),
  );
}

describe("issuing for a cohort", () => {
  it("gives everybody who is decided to be certified one certificate, and says how far it is", async () => {
    const { cohortId, cases } = await decided(5);
    const acting = await actingAs(client, certifier().id, "certificate.issue");
    const waiting = (await listIssuing(acting, new Date())).cohorts.find((row) => row.cohortId === cohortId);
    expect(waiting?.waiting).toBe(5);
    expect(word(await act(client, certifier(), startRunAction, { cohortId }))).toBe("done");
    expect(word(await act(client, certifier(), startRunAction, { cohortId }))).toBe("certificate.runOpen");
    const counts = await Promise.all([issueRuns(client), issueRuns(client), issueRuns(client)]);
    expect(counts.reduce((sum, each) => sum + each.issued, 0)).toBe(5);
    const issued = await certificatesOf(cases);
    expect(new Set(issued.map(({ caseId }) => caseId)).size).toBe(5);
    expect(await numbers()).toEqual(counting((await numbers()).length));
    // Whoever came last may have found the others still at work: the next look ends the run.
    await issueRuns(client);
    const [run] = (await listIssuing(acting, new Date())).runs;
    expect(run).toMatchObject({ issued: 5, refused: 0, total: 5, paused: false });
    expect(run?.finishedAt).not.toBeNull();
    const released = await client.certificationCase.findMany({ where: { id: { in: cases } } });
    expect(new Set(released.map((each) => `${each.state} ${each.releasedById}`))).toEqual(
      new Set([`released ${certifier().id}`]),
    );
    expect(word(await act(client, certifier(), startRunAction, { cohortId }))).toBe(
      "certificate.nothingToIssue",
    );
  });

  it("asks every case again: whoever is too near is refused there, and the others get theirs", async () => {
    const { cohortId, cases } = await decided(3);
    const first = await client.certificationCase.findUniqueOrThrow({
      where: { id: cases[0] },
      select: { enrolment: { select: { personId: true } } },
    });
    await client.conflictDeclaration.create({
      data: {
        assessorId: certifier().id,
        participantId: first.enrolment.personId,
        ground: "Søskende",
        outcome: "bar",
        declaredAt: new Date(),
      },
    });
    await act(client, certifier(), startRunAction, { cohortId });
    await issueRuns(client);
    expect(await certificatesOf(cases)).toHaveLength(2);
    const acting = await actingAs(client, certifier().id, "certificate.issue");
    const [run] = (await listIssuing(acting, new Date())).runs;
    expect(run).toMatchObject({ issued: 2, refused: 1, total: 3 });
    expect(run?.refusals).toMatchObject([{ caseId: cases[0], code: "case.barred.declared" }]);
  });

  it("goes on with the others where one cannot be issued for a fault, says so, and issues it when the fault is gone", async () => {
    const { cohortId, cases } = await decided(3);
    await act(client, certifier(), startRunAction, { cohortId });
    // A fault of the first one alone, of a kind that nobody has foreseen.
    await client.$executeRawUnsafe(`
      CREATE FUNCTION faulty() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RAISE EXCEPTION ''out of order''; END'`);
    await client.$executeRawUnsafe(
      `CREATE TRIGGER faulty BEFORE INSERT ON certificate FOR EACH ROW WHEN (NEW.case_id = '${cases[0]}') EXECUTE FUNCTION faulty()`,
    );
    try {
      await expect(issueRuns(client)).rejects.toThrow();
    } finally {
      await client.$executeRawUnsafe("DROP FUNCTION faulty CASCADE");
    }
    expect((await certificatesOf(cases)).map(({ caseId }) => caseId).sort()).toEqual(cases.slice(1).sort());
    expect(await client.issuingRunItem.count({ where: { run: { cohortId }, state: "waiting" } })).toBe(1);
    expect(await issueRuns(client)).toMatchObject({ issued: 1, finished: 1 });
    expect(await numbers()).toEqual(counting((await numbers()).length));
  });

  it("stops with the role of whoever asked", async () => {
    const { cohortId, cases } = await decided(1);
    const leaver = stage.people.certifiers[3];
    await act(client, leaver, startRunAction, { cohortId });
    await client.roleGrant.updateMany({ where: { personId: leaver.id }, data: { validTo: new Date() } });
    await issueRuns(client, () => new Date(Date.now() + 1000));
    expect(await certificatesOf(cases)).toHaveLength(0);
    const item = await client.issuingRunItem.findFirstOrThrow({ where: { caseId: cases[0] } });
    expect(item).toMatchObject({ state: "refused", refusal: "notAllowed" });
  });
});

/**
 * A worker that begins again whenever it was killed, until nothing is left. Its connections bear its name, so that they can be cut where they
 * stand: to the database that is what `kill -9` of the process is. (`npm run bench:issuing` kills real processes, 10,000 certificates long.)
 */
async function workUntilDone(url: string, left: () => Promise<number>): Promise<number> {
  let deaths = 0;
  while ((await left()) > 0) {
    const own = new URL(url);
    own.searchParams.set("application_name", "issuing-worker");
    const worker = connect(own.href, 2);
    await issueRuns(worker).catch(() => {
      deaths++;
    });
    await worker.$disconnect();
  }
  return deaths;
}

const KILLS = 12;

describe("workers that are killed", () => {
  it("leave each certificate issued once or not at all, and no gap", async () => {
    const { url } = await testDatabase();
    const { cohortId, cases } = await decided(60);
    await act(client, certifier(), startRunAction, { cohortId });
    const left = () => client.issuingRunItem.count({ where: { state: "waiting", run: { cohortId } } });
    let killed = 0;
    let working = true;
    const killer = (async () => {
      // So many and no more: on a busy machine one certificate takes longer than the time between two kills.
      while (working && killed < KILLS) {
        const cut = await client.$queryRaw<unknown[]>`
          SELECT pg_terminate_backend(pid) FROM pg_stat_activity
          WHERE application_name = 'issuing-worker' AND datname = current_database() AND state IN ('active', 'idle in transaction')
          ORDER BY random() LIMIT 1`;
        killed += cut.length;
        await pause(100);
      }
    })();
    const deaths = await Promise.all([workUntilDone(url, left), workUntilDone(url, left)]);
    working = false;
    await killer;
    expect(killed).toBeGreaterThan(3);
    expect(deaths[0] + deaths[1]).toBeGreaterThan(0);
    const issued = await certificatesOf(cases);
    expect(issued).toHaveLength(60);
    expect(new Set(issued.map(({ decisionId }) => decisionId)).size).toBe(60);
    expect(await numbers()).toEqual(counting((await numbers()).length));
    const told = await client.outboxMail.count({ where: { template: "certificate-issued" } });
    expect(told).toBe(await client.auditEvent.count({ where: { action: "certificate.issued" } }));
    expect(await client.issuingRunItem.count({ where: { run: { cohortId }, state: "refused" } })).toBe(0);
  }, 120_000);
});

describe("the stop switch", () => {
  it("lets nothing through, makes runs wait, and lets them go on", async () => {
    const { cohortId, cases } = await decided(2);
    await act(client, certifier(), startRunAction, { cohortId });
    expect(await stop()).toBe("done");
    expect(await stop()).toBe("certificate.alreadyStopped");
    expect(await issueRuns(client)).toMatchObject({ issued: 0, refused: 0, finished: 0 });
    const single = await decided(1);
    const [caseId = ""] = single.cases;
    const { version } = await client.certificationCase.findUniqueOrThrow({ where: { id: caseId } });
    expect(word(await act(client, certifier(), releaseCaseAction, { caseId, version }))).toBe(
      "certificate.issuingStopped",
    );
    expect((await client.certificationCase.findUniqueOrThrow({ where: { id: caseId } })).state).toBe(
      "decided",
    );
    expect(await certificatesOf([...cases, caseId])).toHaveLength(0);
    expect(await lift()).toBe("done");
    expect(await issueRuns(client)).toMatchObject({ issued: 2 });
  });

  it("is over before anything else is issued: none after it, whatever was under way", async () => {
    const { cohortId, cases } = await decided(12);
    await act(client, certifier(), startRunAction, { cohortId });
    const workers = [issueRuns(client), issueRuns(client), issueRuns(client)];
    await stop();
    const then = (await certificatesOf(cases)).length;
    await Promise.all(workers);
    expect(await certificatesOf(cases)).toHaveLength(then);
    await lift();
    await issueRuns(client);
    expect(await certificatesOf(cases)).toHaveLength(12);
    expect(await numbers()).toEqual(counting((await numbers()).length));
  });

  it("without the database's lock something would slip through (negative control)", async () => {
    const { cases } = await decided(1);
    const [caseId = ""] = cases;
    await client.$executeRaw`ALTER TABLE issuing_stop DISABLE TRIGGER issuing_stop_guarded`;
    let slipped = false;
    await client.$transaction(
      async (tx) => {
        const { version } = await tx.certificationCase.findUniqueOrThrow({ where: { id: caseId } });
        await tx.certificationCase.update({
          where: { id: caseId },
          data: {
            state: "released",
            releasedById: certifier().id,
            releasedAt: new Date(),
            version: version + 1,
          },
        });
        const body = stage.body.id;
        // What issuing does first: it takes the shared lock and looks.
        await tx.$queryRaw`SELECT pg_advisory_xact_lock_shared(issuing_lock(${body}::uuid))::text`;
        slipped = (await stop()) === "done";
      },
      { timeout: 20_000 },
    );
    await client.$executeRaw`ALTER TABLE issuing_stop ENABLE TRIGGER issuing_stop_guarded`;
    expect(slipped).toBe(true);
    expect(await lift()).toBe("done");
  });
});
