import "server-only";
import type { Work } from "@/lib/auth/work";
import { lockRow } from "@/lib/db/lock-row";
import { isOfferOver } from "../rules/queue";
import { endOffer } from "./end-offer";
import { offerFreeSeats } from "./offer-free-seats";

/** Ends the cohort's offers whose time is up and offers their seats to the next; returns how many ended. */
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
      application: { select: { id: true, version: true } },
    },
  });
  const over = offers.filter((offer) => isOfferOver(offer, work.now));
  for (const offer of over) await endOffer(work, offer, "expired");
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
