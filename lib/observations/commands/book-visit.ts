import "server-only";
import { randomUUID } from "node:crypto";
import { personOf } from "@/lib/auth/acting";
import type { Work } from "@/lib/auth/work";
import { insist } from "@/lib/core/decision";
import { decideAssessorEligibility } from "../rules/assessor-eligibility";
import type { AssessorFacts } from "./load-participation";
import { tellOfVisit } from "./tell-of-visit";
import { type VisitWish, visitInstants } from "./visit-instants";

/**
 * Books a visit of the acting assessor at a participant's workplace and tells the participant; returns its id. That the
 * assessor is in one place only is the database's constraint; that nothing bars them on the day of the visit is asked here.
 */
export async function bookVisit(work: Work, facts: AssessorFacts, wish: VisitWish): Promise<string> {
  const times = await visitInstants(work.tx, facts, wish, work.now);
  insist(decideAssessorEligibility(facts.eligibility, work.now, times.startsAt));
  const uid = randomUUID();
  const visit = await work.tx.observationVisit.create({
    data: {
      enrolmentId: facts.enrolmentId,
      assessorId: personOf(work.acting),
      state: "booked",
      ...times,
      timeZone: facts.timeZone,
      place: wish.place,
      icalUid: `visit-${uid}@${new URL(process.env.PRAKSIS_URL ?? "http://localhost").hostname}`,
      createdAt: work.now,
    },
    select: {
      id: true,
      startsAt: true,
      endsAt: true,
      timeZone: true,
      place: true,
      icalUid: true,
      sequence: true,
      assessor: { select: { name: true } },
    },
  });
  await work.audit({
    stream: `enrolment:${facts.enrolmentId}`,
    action: "visit.booked",
    entity: "observationVisit",
    entityId: visit.id,
    detail: { startsAt: times.startsAt.toISOString(), endsAt: times.endsAt.toISOString() },
  });
  await tellOfVisit(work, { ...visit, participant: facts.participant }, { kind: "booked" });
  return visit.id;
}
