import { expect } from "vitest";
import type { PrismaClient } from "@/lib/db/generated/client";
import {
  saveObservationDraftAction,
  shareObservationAction,
  startObservationAction,
  submitObservationAction,
} from "@/lib/observations/actions";
import { call, word } from "../../policy/call";
import type { AnyAction } from "../../policy/row";
import { type Someone, type Stage, wholeDraft } from "./stage";

/** What the tests of observations begin with: one in each state that its assessor brings it to, by the actions themselves. */
export function scenesOn(client: PrismaClient, stage: Stage) {
  const read = (id: string) =>
    client.observation.findUniqueOrThrow({ where: { id }, include: { ratings: true, ratingDrafts: true } });

  /** Carries out an action on an observation as it stands now; how it ended, in a word. */
  async function act(action: AnyAction, who: Someone, id: string, more: Record<string, unknown> = {}) {
    const { version } = await read(id);
    const values = { observationId: id, version: String(version), ...more };
    return word(await call(client, action, who.actor, values));
  }

  /** What was done to an observation, in order. */
  async function actionsOn(entityId: string) {
    const events = await client.auditEvent.findMany({ where: { entityId }, orderBy: { id: "asc" } });
    return events.map((event) => event.action);
  }

  /** An assessor and a participant, and an observation begun from a visit of today. */
  async function begun() {
    const [assessor, participant] = [await stage.assessor(), await stage.participant()];
    const visit = await stage.begunVisit(assessor.id, participant.enrolmentId);
    const outcome = await call(client, startObservationAction, assessor.actor, { visitId: visit.id });
    expect(word(outcome)).toBe("done");
    const { id } = await client.observation.findFirstOrThrow({ where: { visitId: visit.id } });
    return { assessor, participant, visit, id };
  }

  /** The same, whole and submitted. */
  async function submitted() {
    const scene = await begun();
    const draft = wholeDraft(stage, scene.id, 1);
    expect(word(await call(client, saveObservationDraftAction, scene.assessor.actor, draft))).toBe("done");
    expect(await act(submitObservationAction, scene.assessor, scene.id)).toBe("done");
    return scene;
  }

  /** The same, shared with the participant. */
  async function shared() {
    const scene = await submitted();
    expect(await act(shareObservationAction, scene.assessor, scene.id)).toBe("done");
    return scene;
  }

  return { read, act, actionsOn, begun, submitted, shared };
}

export type Scenes = ReturnType<typeof scenesOn>;
