import { beforeAll, expect, it } from "vitest";
import type { PrismaClient } from "@/lib/db/generated/client";
import type { SessionNews } from "@/lib/mail/session-mails";
import { editSessionAction, setObligationsAction } from "@/lib/sessions/actions";
import { makeSession } from "../../factories/cohorts";
import { makeEnrolment } from "../../factories/enrolments";
import { testDatabase } from "../../setup/database";
import {
  makeProviderStage,
  type ProviderStage,
  said,
  sessionValues,
  stageCohort,
} from "../cohorts/provider-stage";

let client: PrismaClient;
let stage: ProviderStage;
beforeAll(async () => {
  client = (await testDatabase()).client;
  stage = await makeProviderStage(client);
});

const set = (sessionIds: string[], obligation: string, subject = "role:politician") =>
  said(client, setObligationsAction, stage.actor, { sessionIds, subject, obligation });

/** What somebody has been told since the last time one asked: the kind of each session's news, by mail. */
async function toldTo(personId: string): Promise<string[][]> {
  const where = { params: { path: ["personId"], equals: personId } };
  const mails = await client.outboxMail.findMany({ where, orderBy: { createdAt: "asc" } });
  await client.outboxMail.deleteMany({ where });
  return mails.map(({ params }) =>
    (params as unknown as { changes: SessionNews[] }).changes.map(
      ({ kind, sessionId, sequence }) => `${kind} ${sessionId} ${sequence}`,
    ),
  );
}

async function tenSessions() {
  const cohort = await stageCohort(client, stage, { state: "open" });
  const politician = await makeEnrolment(client, { cohortId: cohort.id, participantRole: "politician" });
  const manager = await makeEnrolment(client, { cohortId: cohort.id });
  const ids: string[] = [];
  for (let number = 0; number < 10; number++) {
    const startsAt = new Date(Date.UTC(2031, 8, 1 + number, 7));
    ids.push((await makeSession(client, { cohortId: cohort.id, startsAt })).id);
  }
  return { cohort, politician: politician.personId, manager: manager.personId, ids };
}

it("excuses a role from eight of ten sessions in one act, tells each of them once, and asks them again", async () => {
  const { politician, manager, ids } = await tenSessions();
  const between = ids.slice(1, -1);
  expect(await set(between, "not_expected")).toBe("done");
  expect(await toldTo(politician)).toEqual([between.map((id) => `excused ${id} 1`)]);
  expect(await toldTo(manager)).toEqual([]);
  const rows = await client.sessionObligation.findMany({ where: { sessionId: { in: ids } } });
  expect(rows.map(({ sessionId, obligation }) => `${sessionId} ${obligation}`).sort()).toEqual(
    between.map((id) => `${id} not_expected`).sort(),
  );
  expect(await set(between, "not_expected")).toBe("session.obligationSame");
  // One more, and only that one changes and is told.
  expect(await set(ids.slice(1), "not_expected")).toBe("done");
  expect(await toldTo(politician)).toEqual([[`excused ${ids[9]} 1`]]);
  expect(await set(between, "default")).toBe("done");
  expect(await toldTo(politician)).toEqual([between.map((id) => `added ${id} 2`)]);
});

it("keeps the other rules, and tells nobody of what changes nothing for them", async () => {
  const { politician, manager, ids } = await tenSessions();
  await client.sessionObligation.createMany({
    data: ids.map((sessionId) => ({ sessionId, participantRole: "manager", obligation: "optional" })),
  });
  expect(await set(ids, "optional")).toBe("done");
  expect(await client.sessionObligation.count({ where: { sessionId: { in: ids } } })).toBe(20);
  expect([...(await toldTo(politician)), ...(await toldTo(manager))]).toEqual([]);
});

it("is all or nothing: not with a held session, another cohort's, another programme's track, or a stranger's", async () => {
  const { ids } = await tenSessions();
  const [first = "", ...others] = ids;
  const mixed = [first, (await tenSessions()).ids[0] ?? ""];
  expect(await set(mixed, "optional")).toBe("notFound");
  expect(await set(ids, "optional", "track:0190b6c0-0000-7000-8000-000000000002")).toBe(
    "session.obligationUnclear",
  );
  const strangers = await makeProviderStage(client);
  const values = { sessionIds: others, subject: "role:politician", obligation: "optional" };
  expect(await said(client, setObligationsAction, strangers.actor, values)).toBe("notFound");
  await client.session.update({ where: { id: first }, data: { state: "cancelled" } });
  expect(await set(ids, "optional")).toBe("session.over");
  expect(await client.sessionObligation.count({ where: { sessionId: { in: ids } } })).toBe(0);
});

it("is told by the session's own form too", async () => {
  const { politician, manager, ids } = await tenSessions();
  const session = await client.session.findUniqueOrThrow({ where: { id: ids[3] ?? "" } });
  const values = {
    ...sessionValues,
    sessionId: session.id,
    version: String(session.version),
    theme: session.theme,
    day: "2031-09-04",
    place: session.place ?? "",
    obligations: [{ trackId: "", participantRole: "politician", obligation: "not_expected" }],
  };
  const { startsLocal, endsLocal } = session;
  const [from, to] = [startsLocal, endsLocal].map((time) => time.toISOString().slice(11, 16));
  expect(await said(client, editSessionAction, stage.actor, { ...values, from, to })).toBe("done");
  expect(await toldTo(politician)).toEqual([[`excused ${session.id} 1`]]);
  expect(await toldTo(manager)).toEqual([]);
});
