import { beforeAll, describe, expect, it } from "vitest";
import { makeUpAttendanceAction, recordAttendanceAction } from "@/lib/attendance/actions";
import type { PrismaClient } from "@/lib/db/generated/client";
import { makeSession } from "../../factories/cohorts";
import { makePersonInRole } from "../../factories/people";
import { actorOf } from "../../factories/sign-in";
import { call, word } from "../../policy/call";
import { testDatabase } from "../../setup/database";
import { makeStage, type Stage } from "../observations/stage";

let client: PrismaClient;
let stage: Stage;

beforeAll(async () => {
  client = (await testDatabase()).client;
  stage = await makeStage(client);
}, 60_000);

const actorFor = (personId: string) => actorOf(client, personId);
const entriesOf = (enrolmentId: string) =>
  client.attendance.findMany({ where: { enrolmentId }, orderBy: { entry: "asc" } });

async function scene() {
  const session = await makeSession(client, { cohortId: stage.cohort.id, state: "held" });
  const people = [await stage.participant(), await stage.participant()];
  const actor = await actorFor(stage.facilitator.id);
  const note = (entries: Record<string, unknown>[]) =>
    call(client, recordAttendanceAction, actor, { sessionId: session.id, entries });
  return { session, people, actor, note, ids: people.map((person) => person.enrolmentId) };
}

describe("calling the roll", () => {
  it("adds an entry for each change and none for what stays", async () => {
    const { ids, note } = await scene();
    const [first = "", second = ""] = ids;
    expect(word(await note([{ enrolmentId: first, status: "present" }, { enrolmentId: second }]))).toBe(
      "done",
    );
    expect(
      word(
        await note([
          { enrolmentId: first, status: "present" },
          { enrolmentId: second, status: "partial", minutes: "90" },
        ]),
      ),
    ).toBe("done");
    expect(word(await note([{ enrolmentId: first, status: "absent" }]))).toBe("done");
    expect((await entriesOf(first)).map(({ entry, status }) => [entry, status])).toEqual([
      [1, "present"],
      [2, "absent"],
    ]);
    expect(await entriesOf(second)).toMatchObject([{ entry: 1, status: "partial", minutes: 90 }]);
  });

  it("says at which person something is missing, and then notes nobody", async () => {
    const { ids, note } = await scene();
    const outcome = await note([
      { enrolmentId: ids[0], status: "present" },
      { enrolmentId: ids[1], status: "partial", minutes: "" },
    ]);
    expect(outcome).toMatchObject({
      kind: "refused",
      refusal: { code: "attendance.minutesMissing", field: "entries.1.minutes" },
    });
    expect(await entriesOf(ids[0] ?? "")).toEqual([]);
  });

  it("two facilitators at once leave one entry after the other", async () => {
    const { ids, note } = await scene();
    const [enrolmentId = ""] = ids;
    const outcomes = await Promise.all(
      ["present", "absent", "apology"].map((status) => note([{ enrolmentId, status }])),
    );
    expect(outcomes.map(word)).toEqual(["done", "done", "done"]);
    expect((await entriesOf(enrolmentId)).map(({ entry }) => entry)).toEqual([1, 2, 3]);
  });

  it("knows nobody of another cohort", async () => {
    const [{ note }, other] = [await scene(), await makeStage(client)];
    const stranger = await other.participant();
    expect(word(await note([{ enrolmentId: stranger.enrolmentId, status: "present" }]))).toBe(
      "attendance.notOnRoll",
    );
  });

  it("is the teaching team's and the provider's staff's, nobody else's", async () => {
    const { session, ids } = await scene();
    const values = { sessionId: session.id, entries: [{ enrolmentId: ids[0], status: "present" }] };
    const staff = await makePersonInRole(client, "staff", stage.provider.id);
    const colleague = await makePersonInRole(client, "facilitator", stage.provider.id);
    const foreign = (await makeStage(client)).facilitator;
    const assessor = await stage.assessor();
    const tries: [string, string][] = [
      [staff.id, "done"],
      [colleague.id, "notFound"],
      [foreign.id, "notFound"],
      [assessor.id, "notAllowed"],
    ];
    for (const [personId, expected] of tries) {
      expect(word(await call(client, recordAttendanceAction, await actorFor(personId), values))).toBe(
        expected,
      );
    }
  });

  it("an entry is never changed nor deleted, by plain SQL either", async () => {
    const { ids, note } = await scene();
    await note([{ enrolmentId: ids[0], status: "present" }]);
    await expect(client.$executeRaw`UPDATE attendance SET status = 'absent'`).rejects.toThrow("append-only");
    await expect(client.$executeRaw`DELETE FROM attendance`).rejects.toThrow("append-only");
  });
});

describe("making up for an absence", () => {
  it("follows an absence, with what shows it", async () => {
    const { session, ids, actor, note } = await scene();
    const [enrolmentId = ""] = ids;
    const makeUp = (evidence: string) =>
      call(client, makeUpAttendanceAction, actor, { sessionId: session.id, enrolmentId, evidence });
    expect(word(await makeUp("Opgave"))).toBe("attendance.transition");
    await note([{ enrolmentId, status: "absent" }]);
    expect(word(await makeUp(""))).toBe("invalid: evidence required");
    expect(word(await makeUp("Skriftlig opgave, gennemgået 3. juni"))).toBe("done");
    expect((await entriesOf(enrolmentId)).at(-1)).toMatchObject({
      status: "made_up",
      recordedById: stage.facilitator.id,
    });
  });
});
