import { beforeAll, describe, expect, it } from "vitest";
import { asSystem } from "@/lib/auth/system";
import { loadAnswerable } from "@/lib/calendar/facts/load-answerable";
import { loadOwnCalendar } from "@/lib/calendar/facts/load-own-calendar";
import type { PrismaClient } from "@/lib/db/generated/client";
import {
  cancelVisitAction,
  markVisitDoneAction,
  markVisitMissedAction,
  moveVisitAction,
  returnObservationAction,
  saveObservationDraftAction,
  shareObservationAction,
  startObservationAction,
  submitObservationAction,
} from "@/lib/observations/actions";
import { endVisits } from "@/lib/observations/commands/end-visits";
import {
  acceptAgreementAction,
  inviteSecondAction,
  proposeAgreementAction,
  releaseSecondAction,
  writeJointAction,
} from "@/lib/observations/pair-actions";
import { getPair } from "@/lib/observations/queries/get-pair";
import { makeVisit } from "../../factories/observations";
import { makeAffiliation } from "../../factories/people";
import { actingAs } from "../../factories/sign-in";
import { HOUR_MS, inDays } from "../../factories/unique";
import { call, word } from "../../policy/call";
import { testDatabase } from "../../setup/database";
import { type Scenes, scenesOn } from "./scenes";
import { makeStage, type Someone, type Stage, timesOfForm, wholeDraft } from "./stage";

let client: PrismaClient;
let stage: Stage;
let scenes: Scenes;

beforeAll(async () => {
  client = (await testDatabase()).client;
  stage = await makeStage(client);
  scenes = scenesOn(client, stage);
}, 60_000);

/** A visit of today with a second assessor, nothing written yet. */
async function paired() {
  const [lead, second, participant] = [
    await stage.assessor(),
    await stage.assessor(),
    await stage.participant(),
  ];
  const visit = await stage.begunVisit(lead.id, participant.enrolmentId);
  const invite = { visitId: visit.id, version: "1", secondId: second.id };
  expect(word(await call(client, inviteSecondAction, lead.actor, invite))).toBe("done");
  const { id } = await client.observationPair.findUniqueOrThrow({ where: { visitId: visit.id } });
  return { lead, second, participant, visit, id };
}

/** One of the two begins, writes and, unless told otherwise, submits; the observation's id. */
async function write(visitId: string, who: Someone, second: string, submit = true): Promise<string> {
  expect(word(await call(client, startObservationAction, who.actor, { visitId }))).toBe("done");
  const { id } = await client.observation.findFirstOrThrow({ where: { assessorId: who.id } });
  const draft = wholeDraft(stage, id, 1);
  const ratings = draft.ratings.map((note, index) => (index === 2 ? { ...note, rating: second } : note));
  expect(word(await call(client, saveObservationDraftAction, who.actor, { ...draft, ratings }))).toBe("done");
  if (submit) expect(await scenes.act(submitObservationAction, who, id)).toBe("done");
  return id;
}

/** Both have submitted, and differ on the third criterion. */
async function comparing() {
  const scene = await paired();
  const first = await write(scene.visit.id, scene.lead, "partly");
  const other = await write(scene.visit.id, scene.second, "not_reached");
  return { ...scene, first, other, criterionId: stage.framework.criteria[2]?.id ?? "" };
}

const refusedBy = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  return (
    /\[([a-z_]+)\]|constraint "([^"]+)"/
      .exec(JSON.stringify(error) + String(error))
      ?.slice(1)
      .find(Boolean) ?? null
  );
};

describe("a blind pair", () => {
  it("goes from the invitation to a joint observation that both stand behind", async () => {
    const { lead, second, id, criterionId, first, other } = await comparing();
    const propose = { pairId: id, criterionId, rating: "partly", reason: "Begge så det én gang." };
    expect(word(await call(client, proposeAgreementAction, lead.actor, propose))).toBe("done");
    expect(word(await call(client, writeJointAction, lead.actor, { pairId: id }))).toBe("pair.open");
    expect(word(await call(client, acceptAgreementAction, lead.actor, { pairId: id, criterionId }))).toBe(
      "pair.byTwo",
    );
    expect(word(await call(client, acceptAgreementAction, second.actor, { pairId: id, criterionId }))).toBe(
      "done",
    );
    expect(word(await call(client, writeJointAction, second.actor, { pairId: id }))).toBe("notAllowed");
    expect(word(await call(client, writeJointAction, lead.actor, { pairId: id }))).toBe("done");
    const { jointId } = await client.observationPair.findUniqueOrThrow({ where: { id } });
    const joint = await scenes.read(jointId ?? "");
    expect(joint.state).toBe("submitted");
    expect(joint.ratings.find((each) => each.criterionId === criterionId)?.rating).toBe("partly");
    expect(await scenes.act(shareObservationAction, lead, joint.id)).toBe("done");
    // What was written blind stays as it was, and is not shared by itself.
    expect((await scenes.read(first)).state).toBe("submitted");
    expect((await scenes.read(other)).ratings.find((each) => each.criterionId === criterionId)?.rating).toBe(
      "not_reached",
    );
    expect(await scenes.act(shareObservationAction, second, other)).toBe("pair.notAlone");
  });

  it("shows neither the other's before both have submitted", async () => {
    const { lead, second, visit, id } = await paired();
    await write(visit.id, lead, "partly");
    await write(visit.id, second, "reached", false);
    for (const who of [lead, second]) {
      const view = await getPair(await actingAs(client, who.id, "assessment.view"), id, "da");
      expect(view).toMatchObject({ stage: "writing", compared: [], texts: null });
    }
    const stranger = await stage.assessor();
    expect(await getPair(await actingAs(client, stranger.id, "assessment.view"), id, "da")).toBeNull();
  });

  it("is returned before both have submitted, and not after", async () => {
    const early = await paired();
    const first = await write(early.visit.id, early.lead, "partly");
    expect(await scenes.act(returnObservationAction, early.lead, first, { reason: "Glemte noget" })).toBe(
      "done",
    );
    const late = await comparing();
    expect(
      await scenes.act(returnObservationAction, late.lead, late.first, { reason: "Så den andens" }),
    ).toBe("pair.compared");
  });

  it("asks nobody along who is barred, not authorised, or the lead; lets go who has not begun", async () => {
    const [lead, participant] = [await stage.assessor(), await stage.participant()];
    const visit = await stage.begunVisit(lead.id, participant.enrolmentId);
    const near = await stage.assessor();
    await makeAffiliation(client, { personId: near.id, organisationId: stage.municipality.id });
    const unauthorised = await stage.assessor({ authorised: false });
    const invite = async (secondId: string) =>
      word(await call(client, inviteSecondAction, lead.actor, { visitId: visit.id, version: "1", secondId }));
    for (const who of [near.id, unauthorised.id, lead.id, participant.id])
      expect(await invite(who)).toBe("pair.secondBarred");
    const second = await stage.assessor();
    expect(await invite(second.id)).toBe("done");
    expect(await invite((await stage.assessor()).id)).toBe("pair.exists");
    const release = { visitId: visit.id, version: "1" };
    expect(word(await call(client, releaseSecondAction, lead.actor, release))).toBe("done");
  });
});

describe("plain SQL", () => {
  it("cannot compare, agree, join or share past the two", async () => {
    const { lead, second, visit, id } = await paired();
    const first = await write(visit.id, lead, "partly");
    const criterionId = stage.framework.criteria[2]?.id ?? "";
    const agree = (by: string, accepted: string | null = null) =>
      client.$executeRaw`INSERT INTO pair_agreement (pair_id, criterion_id, rating, reason, proposed_by_id, proposed_at, accepted_by_id, accepted_at)
        VALUES (${id}::uuid, ${criterionId}::uuid, 'partly', 'x', ${by}::uuid, now(), ${accepted}::uuid, CASE WHEN ${accepted}::uuid IS NULL THEN NULL ELSE now() END)`;
    expect(await refusedBy(agree(lead.id))).toBe("observation_pair_compared");
    const other = await write(visit.id, second, "not_reached");
    expect(await refusedBy(agree(lead.id, lead.id))).toBe("pair_agreement_by_two");
    expect(await refusedBy(agree((await stage.assessor()).id))).toBe("pair_agreement_by_two");
    const share = client.$executeRaw`UPDATE observation SET state = 'shared', shared_at = now(), response_due_at = now() + interval '14 days' WHERE id = ${other}::uuid`;
    expect(await refusedBy(share)).toBe("observation_pair_blind");
    const back = client.$executeRaw`UPDATE observation SET state = 'returned' WHERE id = ${first}::uuid`;
    expect(await refusedBy(back)).toBe("observation_pair_compared");
    const swap = client.$executeRaw`UPDATE observation_pair SET second_id = lead_id WHERE id = ${id}::uuid`;
    expect(await refusedBy(swap)).toMatch(/observation_pair_(eligible|two_persons)/);
  });

  it("cannot submit with a criterion unrated, when barred, or without authorisation", async () => {
    const submit = (observationId: string) =>
      client.$executeRaw`UPDATE observation SET state = 'submitted', submitted_at = now(), content_hash = 'x', seen = 'x', situation = 'x' WHERE id = ${observationId}::uuid`;
    const unrated = await scenes.begun();
    expect(await refusedBy(submit(unrated.id))).toBe("observation_all_rated");
    await client.criterionRating.createMany({
      data: stage.framework.criteria.map(({ id }) => ({
        observationId: unrated.id,
        criterionId: id,
        rating: "not_seen" as const,
      })),
    });
    await client.assessorAuthorisation.updateMany({
      where: { personId: unrated.assessor.id },
      data: { validTo: new Date(Date.now() - 60_000) },
    });
    expect(await refusedBy(submit(unrated.id))).toBe("observation_assessor_unauthorised");
    await makeAffiliation(client, { personId: unrated.assessor.id, organisationId: stage.municipality.id });
    expect(await refusedBy(submit(unrated.id))).toBe("observation_assessor_barred");
  });
});

describe("the visit of a pair", () => {
  /** A visit in some days with a second assessor; nobody has been mailed of it yet. */
  async function ahead(days: number) {
    const [lead, second, participant] = [
      await stage.assessor(),
      await stage.assessor(),
      await stage.participant(),
    ];
    const { enrolmentId } = participant;
    const visit = await makeVisit(client, { enrolmentId, assessorId: lead.id, startsAt: inDays(days) });
    const invite = { visitId: visit.id, version: "1", secondId: second.id };
    expect(word(await call(client, inviteSecondAction, lead.actor, invite))).toBe("done");
    await client.outboxMail.deleteMany();
    const fields = { visitId: visit.id, version: String(visit.version) };
    return { lead, second, participant, visit, fields };
  }
  /** Who was told what. */
  const told = async () =>
    (await client.outboxMail.findMany()).map(({ toEmail, template }) => `${toEmail} ${template}`).sort();
  const both = (template: string, ...people: readonly { readonly email: string | null }[]) =>
    people.map(({ email }) => `${email} ${template}`).sort();

  it("is moved for both, to when the second can be there too, and cancelled for both", async () => {
    const { lead, second, participant, visit, fields } = await ahead(8);
    const elsewhere = await stage.participant();
    await makeVisit(client, {
      enrolmentId: elsewhere.enrolmentId,
      assessorId: second.id,
      startsAt: new Date(inDays(12).getTime() - HOUR_MS),
    });
    const move = (days: number) =>
      call(client, moveVisitAction, lead.actor, { ...fields, ...timesOfForm(inDays(days)), place: "Salen" });
    expect(word(await move(12))).toBe("pair.secondCannotThen");
    expect(await told()).toEqual([]);
    expect(word(await move(9))).toBe("done");
    expect(await told()).toEqual(both("visit-moved", participant, second));
    const mail = await client.outboxMail.findFirstOrThrow({ where: { toEmail: second.email ?? "" } });
    expect(mail.params).toMatchObject({ audience: "assessor", personId: second.id, sequence: 1 });

    const calendar = await loadOwnCalendar(
      { id: second.id, locale: "da" },
      "https://praksis.example",
      new Date(),
    );
    const entry = calendar.visits.find(({ uid }) => uid === visit.icalUid);
    expect(entry).toMatchObject({
      address: `https://praksis.example/assess/visits/${visit.id}`,
      place: "Salen",
    });
    expect(await loadAnswerable(client, { id: visit.id }, second.id)).toMatchObject({ kind: "visit" });

    await client.outboxMail.deleteMany();
    const cancel = { visitId: visit.id, version: "2", reason: "Mødet er aflyst." };
    expect(word(await call(client, cancelVisitAction, lead.actor, cancel))).toBe("done");
    expect(await told()).toEqual(both("visit-cancelled", participant, second));
  });

  it("took place once either has begun to write of it", async () => {
    const { lead, second, visit } = await paired();
    expect(word(await call(client, startObservationAction, second.actor, { visitId: visit.id }))).toBe(
      "done",
    );
    const fields = { visitId: visit.id, version: "1" };
    const moved = { ...fields, ...timesOfForm(inDays(3)), place: "Salen" };
    expect(word(await call(client, moveVisitAction, lead.actor, moved))).toBe("visit.observed");
    const cancelled = { ...fields, reason: "Mødet er aflyst." };
    expect(word(await call(client, cancelVisitAction, lead.actor, cancelled))).toBe("visit.observed");
    expect(word(await call(client, markVisitMissedAction, lead.actor, fields))).toBe("visit.observed");
    expect(word(await call(client, markVisitDoneAction, lead.actor, fields))).toBe("done");
  });

  it("ends for both when the participant leaves", async () => {
    const { lead, second, participant } = await ahead(10);
    await asSystem(client, new Date(), (work) => endVisits(work, [participant.enrolmentId]));
    expect(await told()).toEqual(both("visit-cancelled", participant, second, lead));
  });
});
