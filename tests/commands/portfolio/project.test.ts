import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/auth/acting";
import type { PrismaClient } from "@/lib/db/generated/client";
import {
  abandonProjectAction,
  agreeProjectAction,
  concludeProjectAction,
  editProjectAction,
  proposeProjectAction,
  startProjectAction,
} from "@/lib/portfolio/actions";
import { makePersonInRole } from "../../factories/people";
import { actorOf } from "../../factories/sign-in";
import { call, word } from "../../policy/call";
import type { AnyAction } from "../../policy/row";
import { testDatabase } from "../../setup/database";
import { makeStage, type Stage } from "../observations/stage";

let client: PrismaClient;
let stage: Stage;
let facilitator: Actor;

beforeAll(async () => {
  client = (await testDatabase()).client;
  stage = await makeStage(client);
  facilitator = await actorOf(client, stage.facilitator.id);
}, 60_000);

const text = {
  title: "Færre forgæves ture",
  task: "Borgerne kommer igen.",
  usersInvolved: "",
  methodsUsed: "",
};

async function proposed() {
  const participant = await stage.participant();
  const { enrolmentId, actor } = participant;
  expect(word(await call(client, proposeProjectAction, actor, { enrolmentId, ...text }))).toBe("done");
  const read = () => client.practiceProject.findUniqueOrThrow({ where: { enrolmentId } });
  const act = async (action: AnyAction, who: Actor, more: Record<string, unknown> = {}) => {
    const { id, version } = await read();
    return word(await call(client, action, who, { projectId: id, version: String(version), ...more }));
  };
  return { participant, read, act, actor };
}

describe("a practice project", () => {
  it("goes from the proposal to its conclusion, with a facilitator's yes", async () => {
    const { read, act, actor } = await proposed();
    expect(await act(startProjectAction, actor)).toBe("project.transition");
    expect(await act(editProjectAction, actor, { ...text, title: "Ny titel" })).toBe("done");
    expect(await act(agreeProjectAction, actor)).toBe("notAllowed");
    expect(await act(agreeProjectAction, facilitator)).toBe("done");
    expect(await act(editProjectAction, actor, { ...text, title: "Endnu en titel" })).toBe(
      "project.agreedFixed",
    );
    expect(await act(editProjectAction, actor, { title: "", task: "", usersInvolved: "Seks borgere" })).toBe(
      "done",
    );
    expect(await act(startProjectAction, actor)).toBe("done");
    expect(await act(concludeProjectAction, actor, { outcome: " " })).toBe("invalid: outcome required");
    expect(await act(concludeProjectAction, actor, { outcome: "Køen blev halvt så lang." })).toBe("done");
    expect(await read()).toMatchObject({
      state: "concluded",
      title: "Ny titel",
      usersInvolved: "Seks borgere",
    });
    expect(await act(abandonProjectAction, actor)).toBe("project.transition");
    const trail = await client.auditEvent.findMany({
      where: { entityId: (await read()).id },
      orderBy: { id: "asc" },
    });
    expect(trail.map((event) => event.action)).toEqual([
      "project.proposed",
      "project.edited",
      "project.agreed",
      "project.edited",
      "project.active",
      "project.concluded",
    ]);
  });

  it("is one for each participation, though proposed twice at once", async () => {
    const { enrolmentId, actor } = await stage.participant();
    const outcomes = await Promise.all(
      [1, 2].map(() => call(client, proposeProjectAction, actor, { enrolmentId, ...text })),
    );
    expect(outcomes.map(word).sort()).toEqual(["done", "project.exists"]);
  });

  it("gives its place to another once it is abandoned, and stays as it was", async () => {
    const { participant, act, actor, read } = await proposed();
    const { enrolmentId } = participant;
    const again = { enrolmentId, ...text, title: "Et andet projekt" };
    expect(word(await call(client, proposeProjectAction, actor, again))).toBe("project.exists");
    const { id: first } = await read();
    expect(await act(abandonProjectAction, actor)).toBe("done");
    expect(word(await call(client, proposeProjectAction, actor, again))).toBe("done");
    expect(await read()).toMatchObject({ state: "proposed", title: "Et andet projekt" });
    expect(await act(agreeProjectAction, facilitator)).toBe("done");
    const former = await client.practiceProject.findMany({ where: { formerEnrolmentId: enrolmentId } });
    expect(former.map(({ id, state }) => [id, state])).toEqual([[first, "abandoned"]]);
    const edit = { projectId: first, version: "2", ...text };
    expect(word(await call(client, editProjectAction, actor, edit))).toBe("notFound");
    // Not by plain SQL either: it does not come back, and a living one does not step aside.
    const back = client.$executeRaw`UPDATE practice_project SET title = 'x' WHERE id = ${first}::uuid`;
    await expect(back).rejects.toThrow(/practice_project_replaced/);
    const aside = client.$executeRaw`
      UPDATE practice_project SET enrolment_id = NULL, former_enrolment_id = enrolment_id WHERE enrolment_id = ${enrolmentId}::uuid`;
    await expect(aside).rejects.toThrow(/practice_project_replaced/);
  });

  it("is written by its owner alone, and agreed by the cohort's own team alone", async () => {
    const { act } = await proposed();
    const other = await stage.participant();
    expect(await act(editProjectAction, other.actor, text)).toBe("notFound");
    const colleague = await makePersonInRole(client, "facilitator", stage.provider.id);
    expect(await act(agreeProjectAction, await actorOf(client, colleague.id))).toBe("notFound");
  });

  it("two changes at once: one is told", async () => {
    const { act, actor } = await proposed();
    const outcomes = await Promise.all(
      ["A", "B"].map((title) => act(editProjectAction, actor, { ...text, title })),
    );
    expect(outcomes.sort()).toEqual(["conflict", "done"]);
  });
});
