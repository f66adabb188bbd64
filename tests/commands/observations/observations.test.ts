import { beforeAll, describe, expect, it } from "vitest";
import type { PrismaClient } from "@/lib/db/generated/client";
import {
  respondToObservationAction,
  resumeObservationAction,
  returnObservationAction,
  saveObservationDraftAction,
  startObservationAction,
  submitObservationAction,
} from "@/lib/observations/actions";
import { makeVisit } from "../../factories/observations";
import { makeAffiliation } from "../../factories/people";
import { actorOf } from "../../factories/sign-in";
import { call, word } from "../../policy/call";
import { testDatabase } from "../../setup/database";
import { type Scenes, scenesOn } from "./scenes";
import { makeStage, type Stage, wholeDraft } from "./stage";

let client: PrismaClient;
let stage: Stage;
let scenes: Scenes;

beforeAll(async () => {
  client = (await testDatabase()).client;
  stage = await makeStage(client);
  scenes = scenesOn(client, stage);
}, 60_000);

describe("from the visit to the lock", () => {
  it("goes through every state, with its trace and its mails", async () => {
    const { id, visit, participant } = await scenes.shared();
    expect(await client.observationVisit.findUnique({ where: { id: visit.id } })).toMatchObject({
      state: "done",
    });
    expect(
      await scenes.act(respondToObservationAction, participant, id, { response: "Jeg kan genkende det." }),
    ).toBe("done");
    const locked = await scenes.read(id);
    expect(locked).toMatchObject({ state: "locked", response: "Jeg kan genkende det." });
    expect(locked.ratings.map((rating) => rating.rating).sort()).toEqual(["not_seen", "partly", "reached"]);
    expect(locked.ratingDrafts).toEqual([]);
    expect(await scenes.actionsOn(id)).toEqual([
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
    const { assessor, participant, visit } = await scenes.begun();
    const again = await call(client, startObservationAction, assessor.actor, { visitId: visit.id });
    expect(word(again)).toBe("observation.alreadyStarted");
    const ahead = await makeVisit(client, { assessorId: assessor.id, enrolmentId: participant.enrolmentId });
    const early = await call(client, startObservationAction, assessor.actor, { visitId: ahead.id });
    expect(word(early)).toBe("visit.notBegun");
  });

  it("is not submitted before it is whole", async () => {
    const { assessor, id } = await scenes.begun();
    expect(await scenes.act(submitObservationAction, assessor, id)).toBe("observation.situationMissing");
    const draft = wholeDraft(stage, id, 1);
    const lacking = draft.ratings.map((note, index) =>
      index === 2 ? { criterionId: note.criterionId } : note,
    );
    await call(client, saveObservationDraftAction, assessor.actor, { ...draft, ratings: lacking });
    expect(await scenes.act(submitObservationAction, assessor, id)).toBe("observation.unrated");
    const bare = draft.ratings.map((note) => ({ ...note, evidence: "" }));
    await call(client, saveObservationDraftAction, assessor.actor, { ...draft, version: "2", ratings: bare });
    expect(await scenes.act(submitObservationAction, assessor, id)).toBe("observation.evidenceMissing");
    expect((await scenes.read(id)).state).toBe("draft");
  });

  it("is not submitted by somebody who has been barred since", async () => {
    const { assessor, id } = await scenes.begun();
    await call(client, saveObservationDraftAction, assessor.actor, wholeDraft(stage, id, 1));
    await makeAffiliation(client, { personId: assessor.id, organisationId: stage.municipality.id });
    expect(await scenes.act(submitObservationAction, assessor, id)).toBe("assessor.sameEmployer");
    // What was written stays, and can still be written on.
    const more = wholeDraft(stage, id, 2, "Endnu mere.");
    expect(word(await call(client, saveObservationDraftAction, assessor.actor, more))).toBe("done");
  });
});

describe("a draft", () => {
  it("keeps evidence without a rating, and `reached` without evidence yet", async () => {
    const { assessor, id } = await scenes.begun();
    const [first, second] = stage.framework.criteria;
    const draft = {
      ...wholeDraft(stage, id, 1),
      ratings: [
        { criterionId: first?.id, evidence: "Spurgte ind" },
        { criterionId: second?.id, rating: "reached", evidence: "" },
      ],
    };
    expect(word(await call(client, saveObservationDraftAction, assessor.actor, draft))).toBe("done");
    expect((await scenes.read(id)).ratingDrafts).toHaveLength(2);
  });

  it("refuses the criterion of another framework", async () => {
    const [{ assessor, id }, other] = [await scenes.begun(), await makeStage(client)];
    const foreign = { criterionId: other.framework.criteria[0]?.id, rating: "partly", evidence: "" };
    const draft = { ...wholeDraft(stage, id, 1), ratings: [foreign] };
    expect(word(await call(client, saveObservationDraftAction, assessor.actor, draft))).toBe(
      "observation.foreignCriterion",
    );
  });

  it("is never overwritten silently: of two tabs one is told, 50 times", async () => {
    const { assessor, id } = await scenes.begun();
    for (let round = 1; round <= 50; round++) {
      const texts = [`Fane A, ${round}.`, `Fane B, ${round}.`];
      const outcomes = await Promise.all(
        texts.map((seen) =>
          call(client, saveObservationDraftAction, assessor.actor, wholeDraft(stage, id, round, seen)),
        ),
      );
      expect(outcomes.map(word).sort()).toEqual(["done", "observation.changedElsewhere"]);
      const winner = texts[outcomes.findIndex((outcome) => outcome.kind === "done")];
      expect(await scenes.read(id)).toMatchObject({ seen: winner, version: round + 1 });
    }
  }, 120_000);

  it("is nobody else's to write in", async () => {
    const [{ id }, colleague] = [await scenes.begun(), await stage.assessor()];
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
    const { id } = await scenes.submitted();
    const before = JSON.stringify(await scenes.read(id));
    await expect(change(id)).rejects.toThrow(/\[(observation_frozen|observation_transition)\]/);
    expect(JSON.stringify(await scenes.read(id))).toBe(before);
  });

  it("is not written on by a tab that is still open", async () => {
    const { assessor, id } = await scenes.submitted();
    const outcome = await call(
      client,
      saveObservationDraftAction,
      assessor.actor,
      wholeDraft(stage, id, 3, "Nyt"),
    );
    expect(word(outcome)).toBe("observation.frozen");
  });

  it("is taken back by its assessor and submitted anew, before it is shared", async () => {
    const { assessor, id } = await scenes.submitted();
    const first = await scenes.read(id);
    expect(await scenes.act(returnObservationAction, assessor, id, { reason: "Glemte slutningen." })).toBe(
      "done",
    );
    expect(await scenes.read(id)).toMatchObject({ state: "draft", ratings: [] });
    const { version } = await scenes.read(id);
    await call(
      client,
      saveObservationDraftAction,
      assessor.actor,
      wholeDraft(stage, id, version, "Med slutning."),
    );
    expect(await scenes.act(submitObservationAction, assessor, id)).toBe("done");
    const second = await scenes.read(id);
    expect(second.contentHash).not.toBe(first.contentHash);
    expect(second.ratings).toHaveLength(3);
  });

  it("is returned by a certifier and waits for its assessor", async () => {
    const { assessor, id } = await scenes.submitted();
    const certifier = { ...stage.certifier, actor: await actorOf(client, stage.certifier.id) };
    expect(
      await scenes.act(returnObservationAction, certifier, id, { reason: "Skriv, hvad der blev sagt." }),
    ).toBe("done");
    expect(await scenes.read(id)).toMatchObject({
      state: "returned",
      returnReason: "Skriv, hvad der blev sagt.",
    });
    expect(await scenes.act(resumeObservationAction, assessor, id)).toBe("done");
    expect((await scenes.read(id)).ratingDrafts).toHaveLength(3);
  });

  it("is not returned once it is shared", async () => {
    const { assessor, id } = await scenes.shared();
    expect(await scenes.act(returnObservationAction, assessor, id, { reason: "For sent" })).toBe(
      "observation.transition",
    );
  });
});
