import "server-only";
import { randomUUID } from "node:crypto";
import { personOf } from "@/lib/auth/acting";
import type { Work } from "@/lib/auth/work";
import { insist, RefusalError, refuse } from "@/lib/core/decision";
import { decideTransition } from "@/lib/core/transitions";
import { decideAssessorEligibility, type EligibilityFacts } from "../rules/assessor-eligibility";
import { visitTransitions } from "../rules/transitions";
import { decideOffer, decidePick, type OfferedTimes } from "../rules/visit-slots";
import { decideVisitTimes, type VisitTimes } from "../rules/visit-times";
import type { AssessorFacts, Participation } from "./load-participation";
import type { VisitFacts } from "./load-visit";
import { tellAssessor } from "./tell-assessor";
import { tellOfVisit } from "./tell-of-visit";
import { visitInstants } from "./visit-instants";

type SlotWish = { readonly row: number; readonly day: string; readonly from: string; readonly to: string };
/** Times, the place and the way there, as an assessor offers them. */
export type OfferWish = {
  readonly slots: readonly SlotWish[];
  readonly place: string;
  readonly travelMinutes: number;
};

/** The times of a wish in their order, once they may be offered and nothing bars the assessor on any of them. */
async function instantsOf(
  work: Work,
  facts: Participation,
  eligibility: EligibilityFacts,
  wish: OfferWish,
): Promise<[VisitTimes, ...VisitTimes[]]> {
  const slots: OfferedTimes[] = [];
  for (const { row, ...times } of wish.slots) {
    try {
      slots.push({
        ...(await visitInstants(work.tx, facts, { ...times, place: wish.place }, work.now)),
        row,
      });
    } catch (error) {
      // The field is told by its row: of five times one may be wrong.
      if (error instanceof RefusalError && error.refusal.field)
        throw new RefusalError({ ...error.refusal, field: `slots.${row}.${error.refusal.field}` });
      throw error;
    }
  }
  insist(decideOffer(slots));
  for (const { startsAt } of slots) insist(decideAssessorEligibility(eligibility, work.now, startsAt));
  const [first, ...others] = slots
    .map(({ startsAt, endsAt }): VisitTimes => ({ startsAt, endsAt }))
    .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
  if (!first) throw new RefusalError(refuse("visit.noSlots").refusal);
  return [first, ...others];
}

async function tellOffer(work: Work, facts: Participation, visitId: string, by: string): Promise<void> {
  await tellAssessor(work, facts.participant, {
    news: "timesOffered",
    participant: facts.participant.name,
    by,
    text: "",
    path: `/my/visits/${visitId}`,
  });
}

/** Offers a participant times to choose from for a visit, and tells them; returns the visit's id. Nothing is booked before they pick. */
export async function offerTimes(work: Work, facts: AssessorFacts, wish: OfferWish): Promise<string> {
  const slots = await instantsOf(work, facts, facts.eligibility, wish);
  const [first] = slots;
  const visit = await work.tx.observationVisit.create({
    data: {
      enrolmentId: facts.enrolmentId,
      assessorId: personOf(work.acting),
      state: "proposed",
      ...first,
      timeZone: facts.timeZone,
      place: wish.place,
      travelMinutes: wish.travelMinutes,
      icalUid: `visit-${randomUUID()}@${new URL(process.env.PRAKSIS_URL ?? "http://localhost").hostname}`,
      createdAt: work.now,
      slots: { create: slots },
    },
    select: { id: true, assessor: { select: { name: true } } },
  });
  await work.audit({
    stream: `enrolment:${facts.enrolmentId}`,
    action: "visit.offered",
    entity: "observationVisit",
    entityId: visit.id,
    detail: { slots: slots.map((slot) => slot.startsAt.toISOString()) },
  });
  await tellOffer(work, facts, visit.id, visit.assessor.name);
  return visit.id;
}

/** Offers other times for a visit that is still to be chosen, in place of those before. */
export async function offerOtherTimes(
  work: Work,
  visit: VisitFacts & { readonly eligibility: EligibilityFacts },
  version: number,
  wish: OfferWish,
): Promise<void> {
  if (visit.state !== "proposed") throw new RefusalError(refuse("visit.notOffered").refusal);
  const slots = await instantsOf(work, visit.participation, visit.eligibility, wish);
  const [first] = slots;
  const { place, travelMinutes } = wish;
  const { count } = await work.tx.observationVisit.updateMany({
    where: { id: visit.id, version, state: "proposed" },
    data: { ...first, place, travelMinutes, participantNote: "", version: { increment: 1 } },
  });
  if (count === 0) throw new RefusalError(refuse("conflict").refusal);
  await work.tx.visitSlot.deleteMany({ where: { visitId: visit.id } });
  await work.tx.visitSlot.createMany({ data: slots.map((slot) => ({ ...slot, visitId: visit.id })) });
  await work.audit({
    stream: `enrolment:${visit.participation.enrolmentId}`,
    action: "visit.offered",
    entity: "observationVisit",
    entityId: visit.id,
    detail: { slots: slots.map((slot) => slot.startsAt.toISOString()) },
  });
  await tellOffer(work, visit.participation, visit.id, visit.assessor.name);
}

/**
 * Takes the time that the participant picked: the visit is booked, both are told, and the other times go. The time must still be possible,
 * and nothing may bar the assessor by then; that they are in one place only is the database's constraint.
 */
export async function pickTime(
  work: Work,
  visit: VisitFacts & { readonly eligibility: EligibilityFacts },
  version: number,
  slotId: string,
): Promise<void> {
  const { startsAt, endsAt } = insist(decidePick(visit, slotId));
  const { enrolmentId, timeZone, evidenceDueOn, participant } = visit.participation;
  const participantVisits = await work.tx.observationVisit.findMany({
    where: { enrolmentId, state: "booked" },
    select: { startsAt: true, endsAt: true },
  });
  insist(decideVisitTimes({ startsAt, endsAt }, { timeZone, evidenceDueOn, participantVisits }, work.now));
  insist(decideAssessorEligibility(visit.eligibility, work.now, startsAt));
  insist(decideTransition("visit", visitTransitions, visit.state, "booked"));
  const { count } = await work.tx.observationVisit.updateMany({
    where: { id: visit.id, version, state: "proposed" },
    data: { startsAt, endsAt, state: "booked", participantNote: "", version: { increment: 1 } },
  });
  if (count === 0) throw new RefusalError(refuse("conflict").refusal);
  await work.tx.visitSlot.deleteMany({ where: { visitId: visit.id } });
  await work.audit({
    stream: `enrolment:${enrolmentId}`,
    action: "visit.booked",
    entity: "observationVisit",
    entityId: visit.id,
    detail: { startsAt: startsAt.toISOString(), picked: true },
  });
  await tellOfVisit(work, { ...visit, startsAt, endsAt, participant }, { kind: "booked" });
  await tellAssessor(work, visit.assessor, {
    news: "slotPicked",
    participant: participant.name,
    by: "",
    text: "",
    path: `/assess/visits/${visit.id}`,
  });
}

/** Notes that none of the offered times suits, and what would; the assessor is told and offers others. */
export async function declineTimes(
  work: Work,
  visit: VisitFacts,
  version: number,
  note: string,
): Promise<void> {
  if (visit.state !== "proposed") throw new RefusalError(refuse("visit.notOffered").refusal);
  const { count } = await work.tx.observationVisit.updateMany({
    where: { id: visit.id, version, state: "proposed" },
    data: { participantNote: note, version: { increment: 1 } },
  });
  if (count === 0) throw new RefusalError(refuse("conflict").refusal);
  await work.audit({
    stream: `enrolment:${visit.participation.enrolmentId}`,
    action: "visit.timesDeclined",
    entity: "observationVisit",
    entityId: visit.id,
  });
  await tellAssessor(work, visit.assessor, {
    news: "noneFits",
    participant: visit.participation.participant.name,
    by: "",
    text: note,
    path: `/assess/visits/${visit.id}`,
  });
}
