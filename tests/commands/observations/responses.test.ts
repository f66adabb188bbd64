import { beforeAll, describe, expect, it } from "vitest";
import type { PrismaClient } from "@/lib/db/generated/client";
import { lapseResponses } from "@/lib/jobs/lapse-responses";
import {
  amendObservationAction,
  respondToObservationAction,
  shareObservationAction,
  submitObservationAction,
} from "@/lib/observations/actions";
import { getEvidence } from "@/lib/observations/queries/get-evidence";
import { getObservation } from "@/lib/observations/queries/get-observation";
import { makeObservation } from "../../factories/observations";
import { actingAs } from "../../factories/sign-in";
import { DAY_MS } from "../../factories/unique";
import { call, word } from "../../policy/call";
import { testDatabase } from "../../setup/database";
import { type Scenes, scenesOn } from "./scenes";
import { makeStage, type Stage } from "./stage";

let client: PrismaClient;
let stage: Stage;
let scenes: Scenes;

beforeAll(async () => {
  client = (await testDatabase()).client;
  stage = await makeStage(client);
  scenes = scenesOn(client, stage);
}, 60_000);

describe("the participant's response", () => {
  it("is written once", async () => {
    const { participant, id } = await scenes.shared();
    const answers = await Promise.all(
      ["Første", "Anden"].map((response) =>
        scenes.act(respondToObservationAction, participant, id, { response }),
      ),
    );
    expect(answers.filter((answer) => answer === "done")).toHaveLength(1);
    expect(await scenes.act(respondToObservationAction, participant, id, { response: "Tredje" })).toBe(
      "observation.alreadyAnswered",
    );
  });

  it("is nobody else's to write, and of nothing that is not shared", async () => {
    const [{ assessor, id }, other] = [await scenes.shared(), await stage.participant()];
    const response = { response: "Jeg svarer" };
    expect(await scenes.act(respondToObservationAction, other, id, response)).toBe("notFound");
    expect(await scenes.act(respondToObservationAction, assessor, id, response)).toBe("notAllowed");
    const early = await scenes.submitted();
    expect(await scenes.act(respondToObservationAction, early.participant, early.id, response)).toBe(
      "notFound",
    );
  });

  it("lapses after the deadline, once, and locks", async () => {
    const { id, participant } = await scenes.shared();
    const { responseDueAt } = await scenes.read(id);
    const due = responseDueAt?.getTime() ?? 0;
    await lapseResponses(client, new Date(due));
    expect((await scenes.read(id)).state).toBe("shared");
    const [first, second] = await Promise.all([
      lapseResponses(client, new Date(due + 1000)),
      lapseResponses(client, new Date(due + 1000)),
    ]);
    expect(first + second).toBeGreaterThanOrEqual(1);
    expect(await scenes.read(id)).toMatchObject({ state: "locked", response: "" });
    expect((await scenes.actionsOn(id)).slice(-2)).toEqual([
      "observation.response_lapsed",
      "observation.locked",
    ]);
    expect(await lapseResponses(client, new Date(due + DAY_MS))).toBe(0);
    const late = await scenes.act(respondToObservationAction, participant, id, { response: "For sent" });
    expect(late).toBe("observation.alreadyAnswered");
  });

  it("what an earlier release left answered is locked", async () => {
    const [assessor, participant] = [await stage.assessor(), await stage.participant()];
    const { id } = await makeObservation(client, {
      assessorId: assessor.id,
      enrolmentId: participant.enrolmentId,
      state: "responded",
    });
    await lapseResponses(client, new Date());
    expect((await scenes.read(id)).state).toBe("locked");
  });
});

describe("an amendment", () => {
  it("starts from the locked words, takes its place when it is locked itself, and leaves the original as it was", async () => {
    const { assessor, participant, id } = await scenes.shared();
    const reason = { observationId: id, reason: "Forvekslede to møder." };
    expect(word(await call(client, amendObservationAction, assessor.actor, reason))).toBe(
      "observation.notLocked",
    );
    await scenes.act(respondToObservationAction, participant, id, { response: "Det var tirsdag." });
    const original = JSON.stringify(await scenes.read(id));
    expect(word(await call(client, amendObservationAction, assessor.actor, reason))).toBe("done");
    const amendment = await client.observation.findFirstOrThrow({
      where: { amendsId: id },
      include: { ratingDrafts: true },
    });
    expect(amendment).toMatchObject({ state: "draft", amendReason: reason.reason, visitId: null });
    expect(amendment.ratingDrafts).toHaveLength(3);
    expect(JSON.stringify(await scenes.read(id))).toBe(original);
    expect(word(await call(client, amendObservationAction, assessor.actor, reason))).toBe(
      "observation.alreadyAmended",
    );

    const reader = await actingAs(client, participant.id, "my.view");
    const occasions = async () => {
      const evidence = await getEvidence(reader, participant.enrolmentId, "da", new Date());
      return evidence?.matrix.occasions.map((occasion) => occasion.observationId);
    };
    await scenes.act(submitObservationAction, assessor, amendment.id);
    expect(await occasions(), "the original counts until then").toEqual([id]);
    await scenes.act(shareObservationAction, assessor, amendment.id);
    const answer = { response: "Nu passer det." };
    expect(await scenes.act(respondToObservationAction, participant, amendment.id, answer)).toBe("done");
    expect(await occasions()).toEqual([amendment.id]);
    expect(JSON.stringify(await scenes.read(id))).toBe(original);
    const read = await getObservation(reader, id, "da", new Date());
    expect(read).toMatchObject({ seen: "Spurgte tre gange ind.", amendedById: amendment.id });
  });
});

describe("the case", () => {
  it("becomes ready by the last thing that was missing", async () => {
    const own = await makeStage(client);
    await client.$executeRaw`ALTER TABLE framework_version DISABLE TRIGGER framework_version_frozen`;
    await client.frameworkVersion.update({
      where: { id: own.framework.versionId },
      data: { attendanceMinimumPercent: 0, requiresConcludedProject: false },
    });
    await client.$executeRaw`ALTER TABLE framework_version ENABLE TRIGGER framework_version_frozen`;
    const participant = await own.participant();
    const everything = own.framework.criteria.map(({ id }) => ({
      criterionId: id,
      rating: "reached" as const,
    }));
    const [first, second] = [await own.assessor(), await own.assessor()];
    const shown = { enrolmentId: participant.enrolmentId, ratings: everything };
    await makeObservation(client, { ...shown, assessorId: first.id });
    const last = await makeObservation(client, { ...shown, assessorId: second.id, state: "shared" });
    const state = async () =>
      (await client.certificationCase.findUniqueOrThrow({ where: { enrolmentId: participant.enrolmentId } }))
        .state;
    expect(await state()).toBe("collecting");
    expect(await scenes.act(respondToObservationAction, participant, last.id, { response: "Ja." })).toBe(
      "done",
    );
    expect(await state()).toBe("ready");
  });
});
