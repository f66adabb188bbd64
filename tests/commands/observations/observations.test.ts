import { beforeAll, describe, expect, it } from "vitest";
import type { PrismaClient } from "@/lib/db/generated/client";
import { lapseResponses } from "@/lib/jobs/lapse-responses";
import {
  amendObservationAction,
  respondToObservationAction,
  resumeObservationAction,
  returnObservationAction,
  saveObservationDraftAction,
  shareObservationAction,
  startObservationAction,
  submitObservationAction,
} from "@/lib/observations/actions";
import { makeObservation, makeVisit } from "../../factories/observations";
import { makeAffiliation } from "../../factories/people";
import { actorOf } from "../../factories/sign-in";
import { DAY_MS } from "../../factories/unique";
import { call, word } from "../../policy/call";
import type { AnyAction } from "../../policy/row";
import { testDatabase } from "../../setup/database";
import { makeStage, type Someone, type Stage, wholeDraft } from "./stage";

let client: PrismaClient;
let stage: Stage;

beforeAll(async () => {
  client = (await testDatabase()).client;
  stage = await makeStage(client);
}, 60_000);

const read = (id: string) =>
  client.observation.findUniqueOrThrow({ where: { id }, include: { ratings: true, ratingDrafts: true } });
const actionsOn = async (entityId: string) =>
  (await client.auditEvent.findMany({ where: { entityId }, orderBy: { id: "asc" } })).map(
    (event) => event.action,
  );

async function act(action: AnyAction, who: Someone, id: string, more: Record<string, unknown> = {}) {
  const { version } = await read(id);
  return word(
    await call(client, action, who.actor, { observationId: id, version: String(version), ...more }),
  );
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

async function shared() {
  const scene = await submitted();
  expect(await act(shareObservationAction, scene.assessor, scene.id)).toBe("done");
  return scene;
}

describe("from the visit to the lock", () => {
  it("goes through every state, with its trace and its mails", async () => {
    const { id, visit, participant } = await shared();
    expect(await client.observationVisit.findUnique({ where: { id: visit.id } })).toMatchObject({
      state: "done",
    });
    expect(
      await act(respondToObservationAction, participant, id, { response: "Jeg kan genkende det." }),
    ).toBe("done");
    const locked = await read(id);
    expect(locked).toMatchObject({ state: "locked", response: "Jeg kan genkende det." });
    expect(locked.ratings.map((rating) => rating.rating).sort()).toEqual(["not_seen", "partly", "reached"]);
    expect(locked.ratingDrafts).toEqual([]);
    expect(await actionsOn(id)).toEqual([
      "observation.started",
      "observation.saved",
      "observation.submitted",
      "observation.shared",
      "observation.responded",
      "observation.locked",
    ]);
    const mails = await client.outboxMail.findMany({
      where: { toEmail: participant.email },
      orderBy: { createdAt: "asc" },
    });
    expect(mails.map((mail) => mail.template)).toEqual(["observation-shared", "observation-locked"]);
  });

  it("begins once, and not before its visit", async () => {
    const { assessor, participant, visit } = await begun();
    const again = await call(client, startObservationAction, assessor.actor, { visitId: visit.id });
    expect(word(again)).toBe("observation.alreadyStarted");
    const ahead = await makeVisit(client, { assessorId: assessor.id, enrolmentId: participant.enrolmentId });
    const early = await call(client, startObservationAction, assessor.actor, { visitId: ahead.id });
    expect(word(early)).toBe("visit.notBegun");
  });

  it("is not submitted before it is whole", async () => {
    const { assessor, id } = await begun();
    expect(await act(submitObservationAction, assessor, id)).toBe("observation.situationMissing");
    const draft = wholeDraft(stage, id, 1);
    const lacking = draft.ratings.map((note, index) =>
      index === 2 ? { criterionId: note.criterionId } : note,
    );
    await call(client, saveObservationDraftAction, assessor.actor, { ...draft, ratings: lacking });
    expect(await act(submitObservationAction, assessor, id)).toBe("observation.unrated");
    const bare = draft.ratings.map((note) => ({ ...note, evidence: "" }));
    await call(client, saveObservationDraftAction, assessor.actor, { ...draft, version: "2", ratings: bare });
    expect(await act(submitObservationAction, assessor, id)).toBe("observation.evidenceMissing");
    expect((await read(id)).state).toBe("draft");
  });

  it("is not submitted by somebody who has been barred since", async () => {
    const { assessor, id } = await begun();
    await call(client, saveObservationDraftAction, assessor.actor, wholeDraft(stage, id, 1));
    await makeAffiliation(client, { personId: assessor.id, organisationId: stage.municipality.id });
    expect(await act(submitObservationAction, assessor, id)).toBe("assessor.sameEmployer");
    // What was written stays, and can still be written on.
    const more = wholeDraft(stage, id, 2, "Endnu mere.");
    expect(word(await call(client, saveObservationDraftAction, assessor.actor, more))).toBe("done");
  });
});

describe("a draft", () => {
  it("keeps evidence without a rating, and `reached` without evidence yet", async () => {
    const { assessor, id } = await begun();
    const [first, second] = stage.framework.criteria;
    const draft = {
      ...wholeDraft(stage, id, 1),
      ratings: [
        { criterionId: first?.id, evidence: "Spurgte ind" },
        { criterionId: second?.id, rating: "reached", evidence: "" },
      ],
    };
    expect(word(await call(client, saveObservationDraftAction, assessor.actor, draft))).toBe("done");
    expect((await read(id)).ratingDrafts).toHaveLength(2);
  });

  it("refuses the criterion of another framework", async () => {
    const [{ assessor, id }, other] = [await begun(), await makeStage(client)];
    const foreign = { criterionId: other.framework.criteria[0]?.id, rating: "partly", evidence: "" };
    const draft = { ...wholeDraft(stage, id, 1), ratings: [foreign] };
    expect(word(await call(client, saveObservationDraftAction, assessor.actor, draft))).toBe(
      "observation.foreignCriterion",
    );
  });

  it("is never overwritten silently: of two tabs one is told, 50 times", async () => {
    const { assessor, id } = await begun();
    for (let round = 1; round <= 50; round++) {
      const texts = [`Fane A, ${round}.`, `Fane B, ${round}.`];
      const outcomes = await Promise.all(
        texts.map((seen) =>
          call(client, saveObservationDraftAction, assessor.actor, wholeDraft(stage, id, round, seen)),
        ),
      );
      expect(outcomes.map(word).sort()).toEqual(["done", "observation.changedElsewhere"]);
      const winner = texts[outcomes.findIndex((outcome) => outcome.kind === "done")];
      expect(await read(id)).toMatchObject({ seen: winner, version: round + 1 });
    }
  }, 120_000);

  it("is nobody else's to write in", async () => {
    const [{ id }, colleague] = [await begun(), await stage.assessor()];
    const outcome = await call(client, saveObservationDraftAction, colleague.actor, wholeDraft(stage, id, 1));
    expect(word(outcome)).toBe("notFound");
  });
});

describe("what is submitted", () => {
  it.each([
    [
      "a letter of what was seen",
      (id: string) => client.$executeRaw`UPDATE observation SET seen = 'x' WHERE id = ${id}::uuid`,
    ],
    [
      "the hash",
      (id: string) => client.$executeRaw`UPDATE observation SET content_hash = 'x' WHERE id = ${id}::uuid`,
    ],
    [
      "a rating",
      (id: string) =>
        client.$executeRaw`UPDATE criterion_rating SET rating = 'partly' WHERE observation_id = ${id}::uuid`,
    ],
    [
      "the ratings, by deleting them",
      (id: string) => client.$executeRaw`DELETE FROM criterion_rating WHERE observation_id = ${id}::uuid`,
    ],
    [
      "the observation, by deleting it",
      (id: string) => client.$executeRaw`DELETE FROM observation WHERE id = ${id}::uuid`,
    ],
    [
      "the ratings, by a new note",
      (id: string) =>
        client.$executeRaw`INSERT INTO rating_draft (observation_id, criterion_id) SELECT ${id}::uuid, criterion_id FROM criterion_rating WHERE observation_id = ${id}::uuid LIMIT 1`,
    ],
    [
      "the order of states",
      (id: string) =>
        client.$executeRaw`UPDATE observation SET state = 'locked', locked_at = now() WHERE id = ${id}::uuid`,
    ],
  ])("plain SQL cannot change %s", async (_, change) => {
    const { id } = await submitted();
    const before = JSON.stringify(await read(id));
    await expect(change(id)).rejects.toThrow(/\[(observation_frozen|observation_transition)\]/);
    expect(JSON.stringify(await read(id))).toBe(before);
  });

  it("is not written on by a tab that is still open", async () => {
    const { assessor, id } = await submitted();
    const outcome = await call(
      client,
      saveObservationDraftAction,
      assessor.actor,
      wholeDraft(stage, id, 3, "Nyt"),
    );
    expect(word(outcome)).toBe("observation.frozen");
  });

  it("is taken back by its assessor and submitted anew, before it is shared", async () => {
    const { assessor, id } = await submitted();
    const first = await read(id);
    expect(await act(returnObservationAction, assessor, id, { reason: "Glemte slutningen." })).toBe("done");
    expect(await read(id)).toMatchObject({ state: "draft", ratings: [] });
    const { version } = await read(id);
    await call(
      client,
      saveObservationDraftAction,
      assessor.actor,
      wholeDraft(stage, id, version, "Med slutning."),
    );
    expect(await act(submitObservationAction, assessor, id)).toBe("done");
    const second = await read(id);
    expect(second.contentHash).not.toBe(first.contentHash);
    expect(second.ratings).toHaveLength(3);
  });

  it("is returned by a certifier and waits for its assessor", async () => {
    const { assessor, id } = await submitted();
    const certifier = { ...stage.certifier, actor: await actorOf(client, stage.certifier.id) };
    expect(await act(returnObservationAction, certifier, id, { reason: "Skriv, hvad der blev sagt." })).toBe(
      "done",
    );
    expect(await read(id)).toMatchObject({ state: "returned", returnReason: "Skriv, hvad der blev sagt." });
    expect(await act(resumeObservationAction, assessor, id)).toBe("done");
    expect((await read(id)).ratingDrafts).toHaveLength(3);
  });

  it("is not returned once it is shared", async () => {
    const { assessor, id } = await shared();
    expect(await act(returnObservationAction, assessor, id, { reason: "For sent" })).toBe(
      "observation.transition",
    );
  });
});

describe("the participant's response", () => {
  it("is written once", async () => {
    const { participant, id } = await shared();
    const answers = await Promise.all(
      ["Første", "Anden"].map((response) => act(respondToObservationAction, participant, id, { response })),
    );
    expect(answers.filter((answer) => answer === "done")).toHaveLength(1);
    expect(await act(respondToObservationAction, participant, id, { response: "Tredje" })).toBe(
      "observation.alreadyAnswered",
    );
  });

  it("is nobody else's to write, and of nothing that is not shared", async () => {
    const [{ assessor, id }, other] = [await shared(), await stage.participant()];
    const response = { response: "Jeg svarer" };
    expect(await act(respondToObservationAction, other, id, response)).toBe("notFound");
    expect(await act(respondToObservationAction, assessor, id, response)).toBe("notAllowed");
    const early = await submitted();
    expect(await act(respondToObservationAction, early.participant, early.id, response)).toBe("notFound");
  });

  it("lapses after the deadline, once, and locks", async () => {
    const { id, participant } = await shared();
    const { responseDueAt } = await read(id);
    const due = responseDueAt?.getTime() ?? 0;
    await lapseResponses(client, new Date(due));
    expect((await read(id)).state).toBe("shared");
    const [first, second] = await Promise.all([
      lapseResponses(client, new Date(due + 1000)),
      lapseResponses(client, new Date(due + 1000)),
    ]);
    expect(first + second).toBeGreaterThanOrEqual(1);
    expect(await read(id)).toMatchObject({ state: "locked", response: "" });
    expect((await actionsOn(id)).slice(-2)).toEqual(["observation.response_lapsed", "observation.locked"]);
    expect(await lapseResponses(client, new Date(due + DAY_MS))).toBe(0);
    const late = await act(respondToObservationAction, participant, id, { response: "For sent" });
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
    expect((await read(id)).state).toBe("locked");
  });
});

describe("an amendment", () => {
  it("starts from the locked words, takes its place when it is locked itself, and leaves the original as it was", async () => {
    const { assessor, participant, id } = await shared();
    const reason = { observationId: id, reason: "Forvekslede to møder." };
    expect(word(await call(client, amendObservationAction, assessor.actor, reason))).toBe(
      "observation.notLocked",
    );
    await act(respondToObservationAction, participant, id, { response: "Det var tirsdag." });
    const original = JSON.stringify(await read(id));
    expect(word(await call(client, amendObservationAction, assessor.actor, reason))).toBe("done");
    const amendment = await client.observation.findFirstOrThrow({
      where: { amendsId: id },
      include: { ratingDrafts: true },
    });
    expect(amendment).toMatchObject({ state: "draft", amendReason: reason.reason, visitId: null });
    expect(amendment.ratingDrafts).toHaveLength(3);
    expect(JSON.stringify(await read(id))).toBe(original);
    expect(word(await call(client, amendObservationAction, assessor.actor, reason))).toBe(
      "observation.alreadyAmended",
    );
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
    expect(await act(respondToObservationAction, participant, last.id, { response: "Ja." })).toBe("done");
    expect(await state()).toBe("ready");
  });
});
