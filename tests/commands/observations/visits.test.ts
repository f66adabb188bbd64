import { beforeAll, describe, expect, it } from "vitest";
import type { PrismaClient } from "@/lib/db/generated/client";
import {
  bookVisitAction,
  cancelVisitAction,
  confirmVisitAction,
  markVisitDoneAction,
  markVisitMissedAction,
  moveVisitAction,
  prepareVisitAction,
} from "@/lib/observations/actions";
import { handOverVisitAction } from "@/lib/observations/visit-actions";
import { makeVisit } from "../../factories/observations";
import { makeAffiliation } from "../../factories/people";
import { DAY_MS, inDays } from "../../factories/unique";
import { call, word } from "../../policy/call";
import { testDatabase } from "../../setup/database";
import { booking, makeStage, type Someone, type Stage, timesOfForm } from "./stage";

let client: PrismaClient;
let stage: Stage;

beforeAll(async () => {
  client = (await testDatabase()).client;
  stage = await makeStage(client);
}, 60_000);

/** The next day on which clocks in Copenhagen go forward, and the day after: `2027-03-28`, `2027-03-29`. */
function clockChange(): [string, string] {
  const year = new Date().getUTCFullYear();
  const lastSundays = [year, year + 1].map((each) => {
    const last = new Date(Date.UTC(each, 2, 31));
    last.setUTCDate(31 - last.getUTCDay());
    return last;
  });
  const sunday = lastSundays.find((day) => day > inDays(1)) ?? inDays(1);
  const iso = (date: Date) => date.toISOString().slice(0, 10);
  return [iso(sunday), iso(new Date(sunday.getTime() + DAY_MS))];
}
/** An authorisation that holds until after the next change of the clocks. */
const authoriseLonger = (personId: string) =>
  client.assessorAuthorisation.updateMany({ where: { personId }, data: { validTo: inDays(800) } });

const visitsOf = (enrolmentId: string) => client.observationVisit.findMany({ where: { enrolmentId } });
const mailsTo = (email: string) => client.outboxMail.findMany({ where: { toEmail: email } });

describe("booking a visit", () => {
  it("books it in the cohort's zone, tells the participant, leaves a trace", async () => {
    const [assessor, participant] = [await stage.assessor(), await stage.participant()];
    await authoriseLonger(assessor.id);
    const [, day] = clockChange();
    const values = { ...booking(participant.enrolmentId), day, from: "9", to: "11.30" };
    expect(word(await call(client, bookVisitAction, assessor.actor, values))).toBe("done");
    const [visit] = await visitsOf(participant.enrolmentId);
    // The day after the change to summer time: Copenhagen is two hours ahead of UTC.
    expect(visit).toMatchObject({
      state: "booked",
      assessorId: assessor.id,
      startsAt: new Date(`${day}T07:00:00Z`),
      endsAt: new Date(`${day}T09:30:00Z`),
    });
    expect(await mailsTo(participant.email)).toMatchObject([{ template: "visit-booked" }]);
    const trail = await client.auditEvent.findMany({ where: { entityId: visit?.id ?? "" } });
    expect(trail.map((event) => [event.action, event.actingRole])).toEqual([["visit.booked", "assessor"]]);
  });

  it("an hour that the clocks leave out is no hour", async () => {
    const [assessor, participant] = [await stage.assessor(), await stage.participant()];
    await authoriseLonger(assessor.id);
    const [day] = clockChange();
    const values = { ...booking(participant.enrolmentId), day, from: "02.30", to: "04.00" };
    expect(word(await call(client, bookVisitAction, assessor.actor, values))).toBe("time.leftOut");
  });

  it("nobody is in two places at once, though asked at the same time", async () => {
    const assessor = await stage.assessor();
    const people = [await stage.participant(), await stage.participant(), await stage.participant()];
    const outcomes = await Promise.all(
      people.map(({ enrolmentId }) => call(client, bookVisitAction, assessor.actor, booking(enrolmentId))),
    );
    expect(outcomes.map(word).sort()).toEqual(["done", "visit.assessorBusy", "visit.assessorBusy"]);
  });

  it("two assessors do not visit one participant at once", async () => {
    const participant = await stage.participant();
    const assessors = [await stage.assessor(), await stage.assessor()];
    const outcomes = await Promise.all(
      assessors.map(({ actor }) => call(client, bookVisitAction, actor, booking(participant.enrolmentId))),
    );
    expect(outcomes.map(word).sort()).toEqual(["done", "visit.participantBusy"]);
  });

  it("a foreign body's assessor finds nobody there", async () => {
    const [other, participant] = [await makeStage(client), await stage.participant()];
    const foreign = await other.assessor();
    const outcome = await call(client, bookVisitAction, foreign.actor, booking(participant.enrolmentId));
    expect(word(outcome)).toBe("notFound");
    expect(await visitsOf(participant.enrolmentId)).toEqual([]);
  });
});

describe("what becomes of a visit", () => {
  it("moves, and calendars follow: SEQUENCE rises", async () => {
    const [assessor, participant] = [await stage.assessor(), await stage.participant()];
    const visit = await makeVisit(client, { assessorId: assessor.id, enrolmentId: participant.enrolmentId });
    const values = { visitId: visit.id, version: "1", ...timesOfForm(inDays(20)), place: "Biblioteket" };
    expect(word(await call(client, moveVisitAction, assessor.actor, values))).toBe("done");
    expect(await visitsOf(participant.enrolmentId)).toMatchObject([
      { sequence: 1, place: "Biblioteket", version: 2 },
    ]);
    // The second of two tabs is told.
    expect(word(await call(client, moveVisitAction, assessor.actor, values))).toBe("conflict");
    expect(await mailsTo(participant.email)).toMatchObject([{ template: "visit-moved" }]);
  });

  it("is handed over to somebody who may and can: both are told, and the participant's entry follows", async () => {
    const [giver, taker, participant] = [
      await stage.assessor(),
      await stage.assessor(),
      await stage.participant(),
    ];
    const visit = await makeVisit(client, { assessorId: giver.id, enrolmentId: participant.enrolmentId });
    const barred = await stage.assessor();
    await makeAffiliation(client, { personId: barred.id, organisationId: stage.municipality.id });
    const unauthorised = await stage.assessor({ authorised: false });
    const hand = (who: Someone, toId: string) =>
      call(client, handOverVisitAction, who.actor, { visitId: visit.id, version: "1", toId });
    for (const nobody of [barred, unauthorised, participant, giver])
      expect(word(await hand(giver, nobody.id))).toBe("pair.secondBarred");
    expect(word(await hand(taker, taker.id)), "it is not theirs to take").toBe("notFound");

    const busy = await stage.assessor();
    const elsewhere = await stage.participant();
    await makeVisit(client, {
      assessorId: busy.id,
      enrolmentId: elsewhere.enrolmentId,
      startsAt: visit.startsAt,
    });
    expect(word(await hand(giver, busy.id))).toBe("pair.secondBusy");

    expect(word(await hand(giver, taker.id))).toBe("done");
    expect(await visitsOf(participant.enrolmentId)).toMatchObject([
      { assessorId: taker.id, state: "booked", sequence: 1, icalUid: visit.icalUid },
    ]);
    expect(await mailsTo(participant.email)).toMatchObject([
      { template: "visit-booked", params: { assessor: taker.name, insteadOf: giver.name, sequence: 1 } },
    ]);
    expect(await mailsTo(taker.email)).toMatchObject([
      { template: "assessment-news", params: { news: "handedOver", by: giver.name } },
    ]);
    expect(word(await hand(giver, busy.id)), "it is theirs no more").toBe("notFound");
  });

  it("is cancelled for a reason, and is then neither moved nor prepared", async () => {
    const [assessor, participant] = [await stage.assessor(), await stage.participant()];
    const visit = await makeVisit(client, { assessorId: assessor.id, enrolmentId: participant.enrolmentId });
    const cancel = { visitId: visit.id, version: "1", reason: "Sygdom" };
    expect(word(await call(client, cancelVisitAction, assessor.actor, cancel))).toBe("done");
    expect(await mailsTo(participant.email)).toMatchObject([{ template: "visit-cancelled" }]);
    expect(word(await call(client, cancelVisitAction, assessor.actor, { ...cancel, version: "2" }))).toBe(
      "visit.transition",
    );
    const prepare = { visitId: visit.id, version: "2", situation: "Møde", aim: "", othersInRoom: "" };
    expect(word(await call(client, prepareVisitAction, participant.actor, prepare))).toBe("visit.over");
  });

  it("is done or missed once it has begun, and not before", async () => {
    const [assessor, participant] = [await stage.assessor(), await stage.participant()];
    const ahead = await makeVisit(client, { assessorId: assessor.id, enrolmentId: participant.enrolmentId });
    const begun = await stage.begunVisit(assessor.id, participant.enrolmentId);
    const fields = (visitId: string) => ({ visitId, version: "1" });
    expect(word(await call(client, markVisitDoneAction, assessor.actor, fields(ahead.id)))).toBe(
      "visit.notBegun",
    );
    expect(word(await call(client, markVisitMissedAction, assessor.actor, fields(begun.id)))).toBe("done");
    expect(word(await call(client, markVisitDoneAction, assessor.actor, fields(begun.id)))).toBe(
      "visit.transition",
    );
  });

  it("that was asked for is confirmed by way of every state between", async () => {
    const [assessor, participant] = [await stage.assessor(), await stage.participant()];
    const { id } = await makeVisit(client, {
      assessorId: assessor.id,
      enrolmentId: participant.enrolmentId,
      state: "requested",
    });
    const outcome = await call(client, confirmVisitAction, assessor.actor, { visitId: id, version: "1" });
    expect(word(outcome)).toBe("done");
    const trail = await client.auditEvent.findMany({ where: { entityId: id }, orderBy: { id: "asc" } });
    expect(trail.map((event) => event.action)).toEqual(["visit.proposed", "visit.booked"]);
    expect(await mailsTo(participant.email)).toMatchObject([{ template: "visit-booked" }]);
  });

  it("is prepared by the participant alone", async () => {
    const [assessor, participant, other] = [
      await stage.assessor(),
      await stage.participant(),
      await stage.participant(),
    ];
    const visit = await makeVisit(client, { assessorId: assessor.id, enrolmentId: participant.enrolmentId });
    const values = {
      visitId: visit.id,
      version: "1",
      situation: "Tavlemøde",
      aim: "",
      othersInRoom: "Fem kolleger",
      othersInformed: "on",
    };
    expect(word(await call(client, prepareVisitAction, other.actor, values))).toBe("notFound");
    expect(word(await call(client, prepareVisitAction, participant.actor, values))).toBe("done");
    expect(await visitsOf(participant.enrolmentId)).toMatchObject([
      { situation: "Tavlemøde", othersInformed: true },
    ]);
  });

  it("takes no civil registration number", async () => {
    const [assessor, participant] = [await stage.assessor(), await stage.participant()];
    const visit = await makeVisit(client, { assessorId: assessor.id, enrolmentId: participant.enrolmentId });
    const values = { visitId: visit.id, version: "1", situation: "Samtale med 010190-1234" };
    expect(word(await call(client, prepareVisitAction, participant.actor, values))).toBe(
      "invalid: situation cpr",
    );
  });
});
