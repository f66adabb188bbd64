import { beforeAll, describe, expect, it } from "vitest";
import { wallTimeOf } from "@/lib/core/dates";
import type { PrismaClient } from "@/lib/db/generated/client";
import { MOST_SLOTS } from "@/lib/observations/rules/visit-slots";
import {
  declineTimesAction,
  offerOtherTimesAction,
  offerTimesAction,
  pickTimeAction,
} from "@/lib/observations/visit-actions";
import { makeVisit } from "../../factories/observations";
import { makeAffiliation } from "../../factories/people";
import { inDays } from "../../factories/unique";
import { call, word } from "../../policy/call";
import { testDatabase } from "../../setup/database";
import { makeStage, type Stage, timesOfForm } from "./stage";

let client: PrismaClient;
let stage: Stage;

beforeAll(async () => {
  client = (await testDatabase()).client;
  stage = await makeStage(client);
}, 60_000);

const mailsTo = (email: string) =>
  client.outboxMail.findMany({ where: { toEmail: email }, orderBy: { createdAt: "asc" } });
const read = (id: string) =>
  client.observationVisit.findUniqueOrThrow({
    where: { id },
    include: { slots: { orderBy: { startsAt: "asc" } } },
  });
const wish = (...days: number[]) => ({
  slots: days.map((day) => timesOfForm(inDays(day))),
  place: "Skolen",
  travelMinutes: "75",
});

/** Times that an assessor has offered a participant, on these days from now. */
async function offered(...days: number[]) {
  const [assessor, participant] = [await stage.assessor(), await stage.participant()];
  const values = { enrolmentId: participant.enrolmentId, ...wish(...days) };
  expect(word(await call(client, offerTimesAction, assessor.actor, values))).toBe("done");
  const { id } = await client.observationVisit.findFirstOrThrow({
    where: { enrolmentId: participant.enrolmentId },
  });
  const pick = (slotId: string, version = 1) =>
    call(client, pickTimeAction, participant.actor, { visitId: id, version: String(version), slotId });
  return { assessor, participant, id, pick, slots: (await read(id)).slots };
}

describe("times that are offered", () => {
  it("wait for the participant, who picks one: it is booked, the others go, both are told", async () => {
    const { assessor, participant, id, pick, slots } = await offered(20, 12, 30);
    expect(await read(id)).toMatchObject({ state: "proposed", travelMinutes: 75, place: "Skolen" });
    const middle = slots[1];
    if (!middle) throw new Error("unreachable");
    expect(wallTimeOf(middle.startsAt, "Europe/Copenhagen").slice(0, 10), "the earliest stands first").toBe(
      wish(20).slots[0]?.day,
    );
    expect(word(await pick(middle.id))).toBe("done");
    expect(await read(id)).toMatchObject({ state: "booked", startsAt: middle.startsAt, slots: [] });
    expect(await mailsTo(participant.email)).toMatchObject([
      { template: "assessment-news", params: { news: "timesOffered" } },
      { template: "visit-booked", params: { startsAt: middle.startsAt.toISOString() } },
    ]);
    expect(await mailsTo(assessor.email)).toMatchObject([{ params: { news: "slotPicked" } }]);
    expect(word(await pick(slots[0]?.id ?? "", 2)), "the others are gone").toBe("visit.notOffered");
  });

  it("are declined in words, and others offered in their place", async () => {
    const { assessor, participant, id, pick, slots } = await offered(12);
    const decline = { visitId: id, version: "1", note: "Kun om fredagen." };
    expect(word(await call(client, declineTimesAction, participant.actor, decline))).toBe("done");
    expect(await read(id)).toMatchObject({ state: "proposed", participantNote: "Kun om fredagen." });
    expect(await mailsTo(assessor.email)).toMatchObject([
      { params: { news: "noneFits", text: "Kun om fredagen." } },
    ]);
    const others = { visitId: id, version: "2", ...wish(15, 16) };
    expect(word(await call(client, offerOtherTimesAction, assessor.actor, others))).toBe("done");
    expect((await read(id)).participantNote).toBe("");
    expect(word(await pick(slots[0]?.id ?? "", 3))).toBe("visit.slotGone");
    const [first] = (await read(id)).slots;
    expect(word(await pick(first?.id ?? "", 3))).toBe("done");
  });

  it("are told by their row where one of them is wrong", async () => {
    const [assessor, participant] = [await stage.assessor(), await stage.participant()];
    const offer = async (slots: object[]) =>
      call(client, offerTimesAction, assessor.actor, {
        enrolmentId: participant.enrolmentId,
        ...wish(),
        slots,
      });
    const good = timesOfForm(inDays(12));
    const wrong = await offer([good, { ...timesOfForm(inDays(14)), from: "10", to: "9" }]);
    expect(wrong).toMatchObject({ refusal: { code: "visit.endsBeforeStart", field: "slots.1.to" } });
    expect(await offer([good, good])).toMatchObject({ refusal: { code: "visit.slotsOverlap" } });
    const empty = { day: "", from: "", to: "" };
    const below = await offer([empty, empty, { ...good, from: "10", to: "9" }]);
    expect(below).toMatchObject({ refusal: { code: "visit.endsBeforeStart", field: "slots.2.to" } });
    expect(await offer([good, empty, good])).toMatchObject({ refusal: { field: "slots.2.from" } });
    const many = Array.from({ length: MOST_SLOTS + 1 }, (_, day) => timesOfForm(inDays(10 + day)));
    expect((await offer(many)).kind).toBe("invalid");
    expect((await offer([empty])).kind, "rows that are left empty are none").toBe("invalid");
    expect(word(await offer([good, empty, empty]))).toBe("done");
  });

  it("book one visit, though two are picked at the same time", async () => {
    const { id, pick, slots } = await offered(12, 13);
    const outcomes = await Promise.all(slots.map((slot) => pick(slot.id)));
    expect(outcomes.filter((outcome) => outcome.kind === "done")).toHaveLength(1);
    const winner = slots[outcomes.findIndex((outcome) => outcome.kind === "done")];
    expect(await read(id)).toMatchObject({ state: "booked", startsAt: winner?.startsAt, slots: [] });
  });

  it("hold nothing free: who is booked elsewhere by then, or barred since, is told when one is picked", async () => {
    const { assessor, pick, slots } = await offered(12, 13);
    const [first, second] = slots;
    if (!first || !second) throw new Error("unreachable");
    const elsewhere = await stage.participant();
    await makeVisit(client, {
      assessorId: assessor.id,
      enrolmentId: elsewhere.enrolmentId,
      startsAt: first.startsAt,
    });
    expect(word(await pick(first.id))).toBe("visit.assessorBusy");
    await makeAffiliation(client, { personId: assessor.id, organisationId: stage.municipality.id });
    expect(word(await pick(second.id))).toBe("assessor.sameEmployer");
  });
});
