import "server-only";
import type { Work } from "@/lib/auth/work";
import { lockRow } from "@/lib/db/lock-row";
import { recipientOf } from "@/lib/mail/recipient-of";
import { isOfferOver } from "../rules/queue";
import { endOffer } from "./end-offer";
import { offerFreeSeats } from "./offer-free-seats";

/** Ends the cohort's offers whose time is up, tells who had them, and offers their seats to the next; returns how many ended. */
export async function expireOffers(work: Work, cohortId: string): Promise<number> {
  await lockRow(work.tx, "cohort", cohortId);
  const offers = await work.tx.waitlistEntry.findMany({
    where: { cohortId, state: "offered", offerExpiresAt: { lte: work.now } },
    orderBy: { position: "asc" },
    select: {
      id: true,
      version: true,
      state: true,
      cohortId: true,
      offerExpiresAt: true,
      cohort: { select: { name: true, programmeVersion: { select: { title: true } } } },
      application: {
        select: { id: true, version: true, person: { select: { name: true, email: true, locale: true } } },
      },
    },
  });
  const over = offers.filter((offer) => isOfferOver(offer, work.now));
  for (const offer of over) {
    await endOffer(work, offer, "expired");
    const to = recipientOf(offer.application.person);
    if (!to) continue;
    await work.mail({
      template: "offer-expired",
      to,
      params: {
        programme: offer.cohort.programmeVersion.title,
        cohort: offer.cohort.name,
        path: `/my/applications/${offer.application.id}`,
      },
    });
  }
  if (over.length > 0) await offerFreeSeats(work, cohortId);
  return over.length;
}

/** The cohorts that have an offer whose time is up. */
export async function findCohortsWithOverOffers(work: Work): Promise<string[]> {
  const due = await work.tx.waitlistEntry.findMany({
    where: { state: "offered", offerExpiresAt: { lte: work.now } },
    distinct: ["cohortId"],
    select: { cohortId: true },
  });
  return due.map((entry) => entry.cohortId);
}
