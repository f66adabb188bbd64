import "server-only";
import { asSystem } from "@/lib/auth/system";
import type { Work } from "@/lib/auth/work";
import type { PrismaClient } from "@/lib/db/generated/client";
import { lockRow } from "@/lib/db/lock-row";
import { isOfferOver } from "../rules/queue";
import { endOffer } from "./end-offer";
import { offerFreeSeats } from "./offer-free-seats";

/** Ends the cohort's offers whose time is up and offers their seats to the next; returns how many ended. */
export async function expireOffersOfCohort(work: Work, cohortId: string): Promise<number> {
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

/**
 * The job that ends offers: each cohort in a transaction of its own, so that one that fails leaves the others done. Running it
 * twice does nothing the second time. Returns how many offers ended.
 */
export async function expireOffers(client: PrismaClient, now: Date): Promise<number> {
  const due = await client.waitlistEntry.findMany({
    where: { state: "offered", offerExpiresAt: { lte: now } },
    distinct: ["cohortId"],
    select: { cohortId: true },
  });
  let ended = 0;
  for (const { cohortId } of due) {
    ended += await asSystem(client, now, (work) => expireOffersOfCohort(work, cohortId));
  }
  return ended;
}
