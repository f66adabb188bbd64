import { beforeAll, describe, expect, it } from "vitest";
import { decideSeveralAction, noteApplicationAction } from "@/lib/applications/actions";
import type { PrismaClient } from "@/lib/db/generated/client";
import { makeApplication } from "../../factories/applications";
import { actorOf } from "../../factories/sign-in";
import { call, word } from "../../policy/call";
import { testDatabase } from "../../setup/database";
import { standing } from "../enrolments/stage";
import { type Door, makeDoor } from "./door";

let client: PrismaClient;
let door: Door;

beforeAll(async () => {
  client = (await testDatabase()).client;
  door = await makeDoor(client);
}, 60_000);

/** As many applicants under review, the first handed in first. */
async function applicants(cohortId: string, count: number) {
  const found = [];
  for (let n = 0; n < count; n++) {
    const submittedAt = new Date(Date.now() - (count - n) * 3_600_000);
    found.push(
      await makeApplication(client, { cohortId, state: n % 2 ? "submitted" : "under_review", submittedAt }),
    );
  }
  return found;
}

async function decide(cohortId: string, selected: string[], more: Record<string, string>) {
  const actor = await actorOf(client, door.staff.id);
  return call(client, decideSeveralAction, actor, { cohortId, selected, reason: "", ...more });
}

const ticks = (rows: readonly { id: string; version: number }[]) =>
  rows.map(({ id, version }) => `${id}.${version}`);

describe("several applications at once", () => {
  it("get the seats in the order in which they came, whatever the order of the ticks; the others are queued", async () => {
    const cohort = await door.cohort({ capacity: 2 });
    const rows = await applicants(cohort.id, 5);
    const outcome = await decide(cohort.id, ticks(rows).reverse(), { decision: "admit" });
    expect(outcome).toMatchObject({
      kind: "done",
      reply: {
        data: {
          told: [
            { id: rows[0]?.id, result: "enrolled" },
            { id: rows[1]?.id, result: "enrolled" },
            { id: rows[2]?.id, result: "queued", position: 1 },
            { id: rows[3]?.id, result: "queued", position: 2 },
            { id: rows[4]?.id, result: "queued", position: 3 },
          ],
        },
      },
    });
    const after = await standing(client, cohort.id);
    expect(after.enrolled.sort()).toEqual([rows[0]?.personId, rows[1]?.personId].sort());
    expect(after.waiting).toEqual(rows.slice(2).map((row) => row.personId));
    expect(await client.certificationCase.count({ where: { enrolment: { cohortId: cohort.id } } })).toBe(2);
  });

  it("do not pass whoever waits already", async () => {
    const cohort = await door.cohort({ capacity: 2 });
    await makeApplication(client, { cohortId: cohort.id, state: "waitlisted" });
    const rows = await applicants(cohort.id, 2);
    await decide(cohort.id, ticks(rows), { decision: "admit" });
    const after = await standing(client, cohort.id);
    expect(after.enrolled).toEqual([]);
    expect(after.waiting).toHaveLength(3);
  });

  it("are each told of: one that was changed in between, and one that waits for its manager, hold up nobody", async () => {
    const cohort = await door.cohort({ capacity: 9 });
    const [first, changed] = await applicants(cohort.id, 2);
    const pending = await makeApplication(client, { cohortId: cohort.id, state: "manager_pending" });
    if (!first || !changed) throw new Error("no applicants");
    const selected = [...ticks([first, pending]), `${changed.id}.${changed.version + 7}`];
    const outcome = await decide(cohort.id, selected, { decision: "admit" });
    const told = (outcome as { reply: { data: { told: { id: string }[] } } }).reply.data.told;
    expect(new Map(told.map((each) => [each.id, each]))).toEqual(
      new Map([
        [first.id, expect.objectContaining({ result: "enrolled" })],
        [changed.id, expect.objectContaining({ result: "refused", refusal: { code: "conflict" } })],
        [pending.id, expect.objectContaining({ refusal: { code: "application.managerPending" } })],
      ]),
    );
  });

  it("are declined with one reason that each is told, and with none not at all", async () => {
    const cohort = await door.cohort();
    const rows = await applicants(cohort.id, 3);
    expect(word(await decide(cohort.id, ticks(rows), { decision: "decline" }))).toBe(
      "invalid: reason required",
    );
    await decide(cohort.id, ticks(rows), { decision: "decline", reason: "Holdet er for ledere." });
    const after = await client.application.findMany({ where: { cohortId: cohort.id } });
    expect(after.map(({ state, decisionReason }) => [state, decisionReason])).toEqual(
      Array(3).fill(["declined", "Holdet er for ledere."]),
    );
    const mails = { template: "application-declined", params: { path: ["cohort"], equals: cohort.name } };
    expect(await client.outboxMail.count({ where: mails })).toBe(3);
  });

  it("are of one cohort: those of another are left alone", async () => {
    const [own, other] = [await door.cohort(), await door.cohort()];
    const [mine] = await applicants(own.id, 1);
    const [theirs] = await applicants(other.id, 1);
    if (!mine || !theirs) throw new Error("no applicants");
    await decide(own.id, ticks([mine, theirs]), { decision: "admit" });
    expect((await client.application.findUniqueOrThrow({ where: { id: theirs.id } })).state).toBe(
      "under_review",
    );
    expect((await client.application.findUniqueOrThrow({ where: { id: mine.id } })).state).toBe("admitted");
  });
});

it("a note is kept for colleagues and never changed", async () => {
  const [row] = await applicants((await door.cohort()).id, 1);
  const actor = await actorOf(client, door.staff.id);
  const input = { applicationId: row?.id, text: "Ring til lederen først." };
  expect(word(await call(client, noteApplicationAction, actor, input))).toBe("done");
  const note = await client.applicationNote.findFirstOrThrow({ where: { applicationId: row?.id } });
  expect(note).toMatchObject({ text: "Ring til lederen først.", authorId: door.staff.id });
  await expect(
    client.applicationNote.update({ where: { id: note.id }, data: { text: "x" } }),
  ).rejects.toThrow(/application_note_append_only/);
});
