import "server-only";
import type { Work } from "@/lib/auth/work";
import { RefusalError } from "@/lib/core/decision";
import { recipientOf } from "@/lib/mail/recipient-of";
import { nextOffers, offerExpiry } from "../rules/queue";
import { type LockedCohort, lockCohort } from "./lock-cohort";

type Waiting = Awaited<ReturnType<typeof waitingPlaces>>[number];

function waitingPlaces(work: Work, cohortId: string) {
  return work.tx.waitlistEntry.findMany({
    where: { cohortId, state: "waiting" },
    select: {
      id: true,
      version: true,
      position: true,
      advancedAt: true,
      application: {
        select: {
          organisationId: true,
          trackId: true,
          person: { select: { name: true, email: true, locale: true } },
        },
      },
    },
  });
}

/**
 * Offers every free seat of the cohort to the next in the queue who may have it, each for the cohort's `offerHours`; returns how many offers were
 * made. To be called, in the same transaction, after whatever frees a seat: a withdrawal, a refused or expired offer, more
 * capacity. Locks the cohort.
 */
export async function offerFreeSeats(work: Work, cohortId: string): Promise<number> {
  const cohort = await lockCohort(work, cohortId);
  if (cohort.waiting === 0 || cohort.takenSeats.length >= cohort.capacity) return 0;
  const waiting = await waitingPlaces(work, cohortId);
  const offers = nextOffers({
    ...cohort,
    waiting: waiting.map(({ application, ...place }) => ({ ...place, ...application })),
  });
  for (const offer of offers) {
    const place = waiting.find((each) => each.id === offer.entryId);
    if (place) await makeOffer(work, cohort, place, offer.seat);
  }
  return offers.length;
}

async function makeOffer(work: Work, cohort: LockedCohort, place: Waiting, seat: number): Promise<void> {
  const offerExpiresAt = offerExpiry(work.now, cohort.offerHours);
  const { count } = await work.tx.waitlistEntry.updateMany({
    where: { id: place.id, version: place.version, state: "waiting" },
    data: { state: "offered", version: { increment: 1 }, offeredAt: work.now, offerExpiresAt },
  });
  if (count === 0) throw new RefusalError({ code: "conflict" });
  await work.tx.seat.create({ data: { cohortId: cohort.id, number: seat, waitlistEntryId: place.id } });
  await work.audit({
    stream: `cohort:${cohort.id}`,
    action: "waitlist.offered",
    entity: "waitlistEntry",
    entityId: place.id,
    detail: { seat, position: place.position, expiresAt: offerExpiresAt.toISOString() },
  });
  const to = recipientOf(place.application.person);
  if (!to) return;
  await work.mail({
    template: "waitlist-offer",
    to,
    params: {
      programme: cohort.programme,
      cohort: cohort.name,
      startsOn: cohort.startsOn.toISOString().slice(0, 10),
      expiresAt: offerExpiresAt.toISOString(),
      zone: cohort.timeZone,
      path: `/my/offers/${place.id}`,
    },
  });
}
