import { beforeAll, describe, expect, it } from "vitest";
import type { PrismaClient } from "@/lib/db/generated/client";
import {
  addSessionAction,
  addSessionRowAction,
  cancelSessionAction,
  confirmSessionAction,
  editSessionAction,
  holdSessionAction,
  removeSessionAction,
} from "@/lib/sessions/actions";
import { makeEnrolment } from "../../factories/enrolments";
import { makePersonInRole } from "../../factories/people";
import { call } from "../../policy/call";
import { freshDatabase, testDatabase } from "../../setup/database";
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

const add = (cohortId: string, values: object = {}, who = stage, db = client) =>
  said(db, addSessionAction, who.actor, { cohortId, ...sessionValues, ...values });
const newest = (cohortId: string) =>
  client.session.findFirstOrThrow({
    where: { cohortId },
    orderBy: { position: "desc" },
    include: { facilitators: true, obligations: true },
  });

describe("no collisions", () => {
  it("refuses a room that is taken and says by what", async () => {
    const one = await stageCohort(client, stage, { name: "Hold et" });
    const two = await stageCohort(client, stage);
    expect(await add(one.id, { theme: "Prototyper", roomId: stage.roomId })).toBe("done");
    const outcome = await call(client, addSessionAction, stage.actor, {
      cohortId: two.id,
      ...sessionValues,
      roomId: stage.roomId,
      from: "15:00",
      to: "18:00",
    });
    expect(outcome).toMatchObject({
      kind: "refused",
      refusal: {
        code: "session.roomBusyWith",
        field: "roomId",
        params: {
          theme: "Prototyper",
          cohort: "Hold et",
          day: "2031-05-14",
          from: "09:00",
          to: "16:00",
          own: "yes",
        },
      },
    });
    expect(await add(two.id, { roomId: stage.roomId, from: "16:00", to: "18:00" })).toBe("done");
  });

  it("refuses a facilitator who is elsewhere, and does not tell another provider where", async () => {
    const other = await makeProviderStage(client);
    const shared = await makePersonInRole(client, "facilitator", stage.provider.id);
    await client.roleGrant.create({
      data: {
        personId: shared.id,
        role: "facilitator",
        organisationId: other.provider.id,
        validFrom: new Date(0),
      },
    });
    const mine = await stageCohort(client, stage, { facilitatorIds: [shared.id] });
    const theirs = await stageCohort(client, other, { facilitatorIds: [shared.id] });
    const values = { day: "2031-06-03", facilitatorIds: [shared.id] };
    expect(await add(mine.id, { ...values, theme: "Fortroligt" })).toBe("done");
    const outcome = await call(client, addSessionAction, other.actor, {
      cohortId: theirs.id,
      ...sessionValues,
      ...values,
    });
    expect(outcome).toMatchObject({
      refusal: { code: "session.facilitatorBusyWith", params: { own: "no", theme: "", cohort: "" } },
    });
  });

  it("lets one of two through that come at the same time", async () => {
    const cohorts = await Promise.all(Array.from({ length: 4 }, () => stageCohort(client, stage)));
    const values = { day: "2031-06-10", roomId: stage.roomId, facilitatorIds: [stage.facilitators[0].id] };
    const outcomes = await Promise.all(cohorts.map((cohort) => add(cohort.id, values)));
    expect(outcomes.filter((outcome) => outcome === "done")).toHaveLength(1);
    for (const outcome of outcomes)
      expect(outcome).toMatch(/^(done|session\.(room|facilitator)Busy(With)?)$/);
  });

  it("would let them all through without the database's constraints (control)", async () => {
    const { client: unguarded } = await freshDatabase();
    await unguarded.$executeRaw`ALTER TABLE session DROP CONSTRAINT session_room_once`;
    await unguarded.$executeRaw`ALTER TABLE session_facilitator DROP CONSTRAINT session_facilitator_once`;
    const unguardedStage = await makeProviderStage(unguarded);
    let most = 0;
    for (let day = 10; day < 28 && most < 2; day++) {
      const cohorts = await Promise.all(
        Array.from({ length: 4 }, () => stageCohort(unguarded, unguardedStage)),
      );
      const values = { day: `2031-06-${day}`, roomId: unguardedStage.roomId };
      const outcomes = await Promise.all(
        cohorts.map((cohort) => add(cohort.id, values, unguardedStage, unguarded)),
      );
      most = Math.max(most, outcomes.filter((outcome) => outcome === "done").length);
    }
    expect(most).toBeGreaterThan(1);
  });

  it("adds a row wholly or not at all", async () => {
    const taken = await stageCohort(client, stage);
    expect(await add(taken.id, { day: "2031-09-16", roomId: stage.roomId })).toBe("done");
    const cohort = await stageCohort(client, stage);
    const { theme: _, day: __, description: ___, ...same } = sessionValues;
    const row = {
      cohortId: cohort.id,
      ...same,
      themes: "Et\nTo\nTre",
      count: "",
      firstDay: "2031-09-09",
      everyWeeks: "1",
      skipWeeks: "",
      roomId: stage.roomId,
      place: "",
    };
    expect(await said(client, addSessionRowAction, stage.actor, row)).toBe("session.roomBusyWith");
    expect(await client.session.count({ where: { cohortId: cohort.id } })).toBe(0);
  });

  it("takes nobody who is not on the team, and no room of another provider", async () => {
    const other = await makeProviderStage(client);
    const cohort = await stageCohort(client, stage);
    expect(await add(cohort.id, { facilitatorIds: [other.facilitators[0].id] })).toBe("session.notOnTeam");
    expect(await add(cohort.id, { roomId: other.roomId })).toBe("session.roomUnknown");
  });
});

describe("changing a session", () => {
  // A day of its own for each test: they share the facilitator.
  let day = "2031-07-00";
  async function planned(state: "draft" | "open" = "open") {
    const cohort = await stageCohort(client, stage, { state });
    day = `2031-07-${String(Number(day.slice(8)) + 3).padStart(2, "0")}`;
    const [first] = stage.facilitators;
    await add(cohort.id, { day, facilitatorIds: [first.id] });
    return { cohort, session: await newest(cohort.id) };
  }
  const edit = (session: { id: string; version: number }, values: object = {}) =>
    said(client, editSessionAction, stage.actor, {
      sessionId: session.id,
      version: session.version,
      ...sessionValues,
      day,
      facilitatorIds: [stage.facilitators[0].id],
      ...values,
    });
  const told = (theme: string) =>
    client.outboxMail.findMany({
      where: { template: "sessions-changed", params: { path: ["changes", "0", "theme"], equals: theme } },
      select: { toEmail: true },
    });

  it("keeps the UID, raises SEQUENCE with time and place only, and tells each person once", async () => {
    const { cohort, session } = await planned();
    await makeEnrolment(client, { cohortId: cohort.id, state: "reserved" });
    expect(await edit(session, { theme: "Bare nye ord" })).toBe("done");
    expect(await newest(cohort.id)).toMatchObject({ sequence: 0, icalUid: session.icalUid });
    expect(await told("Bare nye ord")).toEqual([]);
    const theme = `Flyttet ${session.id}`;
    expect(await edit({ id: session.id, version: 2 }, { theme, from: "10:00" })).toBe("done");
    const moved = await newest(cohort.id);
    expect(moved).toMatchObject({ sequence: 1, icalUid: session.icalUid });
    expect(moved.facilitators[0]?.startsAt).toEqual(moved.startsAt);
    const mails = await told(theme);
    expect(mails).toHaveLength(2);
    expect(new Set(mails.map((mail) => mail.toEmail)).size).toBe(2);
  });

  it("tells nobody while the cohort is a draft", async () => {
    const { session } = await planned("draft");
    await edit(session, { theme: `Kladde ${session.id}`, from: "11:00" });
    expect(await told(`Kladde ${session.id}`)).toEqual([]);
  });

  it("is not overwritten by whoever read it before", async () => {
    const { session } = await planned();
    expect(await edit(session, { theme: "Først" })).toBe("done");
    expect(await edit(session, { theme: "Senere" })).toBe("conflict");
  });

  it("refuses a time that the clock change leaves out", async () => {
    const { session } = await planned();
    expect(await edit(session, { day: "2031-03-30", from: "02:30", to: "05:00" })).toBe("time.leftOut");
  });

  it("changes places with another person without colliding with itself", async () => {
    const { cohort, session } = await planned();
    const [, second] = stage.facilitators;
    expect(await edit(session, { facilitatorIds: [second.id], from: "12:00" })).toBe("done");
    expect((await newest(cohort.id)).facilitators.map((each) => each.personId)).toEqual([second.id]);
  });

  it("keeps who has to come", async () => {
    const { cohort, session } = await planned();
    const [track] = stage.programme.tracks;
    const obligations = [
      { trackId: track?.id, participantRole: "", obligation: "not_expected" },
      { trackId: "", participantRole: "politician", obligation: "optional" },
      { trackId: "", participantRole: "guest", obligation: "default" },
    ];
    expect(await edit(session, { obligations })).toBe("done");
    expect((await newest(cohort.id)).obligations).toHaveLength(2);
    const both = [{ trackId: track?.id, participantRole: "guest", obligation: "optional" }];
    expect(await edit({ id: session.id, version: 2 }, { obligations: both })).toBe(
      "session.obligationUnclear",
    );
  });
});

describe("the state of a session", () => {
  const act = (action: typeof confirmSessionAction, session: { id: string; version: number }) =>
    said(client, action, stage.actor, { sessionId: session.id, version: session.version });

  it("is confirmed, and held once it has begun in a running cohort", async () => {
    const cohort = await stageCohort(client, stage, { state: "running", startsOn: new Date("2020-01-01") });
    await add(cohort.id, { day: "2021-05-12" });
    const session = await newest(cohort.id);
    expect(await act(confirmSessionAction, session)).toBe("session.noFacilitator");
    const values = { ...sessionValues, day: "2021-05-12", facilitatorIds: [stage.facilitators[0].id] };
    await said(client, editSessionAction, stage.actor, { sessionId: session.id, version: 1, ...values });
    expect(await act(confirmSessionAction, { id: session.id, version: 2 })).toBe("done");
    expect(await act(holdSessionAction, { id: session.id, version: 3 })).toBe("done");
    expect(await act(cancelSessionAction, { id: session.id, version: 4 })).toBe("session.transition");
  });

  it("frees room and people when it is cancelled, and raises SEQUENCE", async () => {
    const cohort = await stageCohort(client, stage, { state: "open" });
    const values = { day: "2031-08-05", roomId: stage.roomId, facilitatorIds: [stage.facilitators[0].id] };
    await add(cohort.id, values);
    const session = await newest(cohort.id);
    expect(await act(cancelSessionAction, session)).toBe("done");
    expect(await newest(cohort.id)).toMatchObject({ state: "cancelled", sequence: 1 });
    expect(await add(cohort.id, values)).toBe("done");
  });

  it("is removed from a draft, and only from a draft", async () => {
    const draft = await stageCohort(client, stage);
    const open = await stageCohort(client, stage, { state: "open" });
    await add(draft.id, { day: "2031-08-12" });
    await add(open.id, { day: "2031-08-13" });
    expect(await act(removeSessionAction, await newest(draft.id))).toBe("done");
    expect(await act(removeSessionAction, await newest(open.id))).toBe("session.announced");
  });
});
