import "server-only";
import type { Work } from "@/lib/auth/work";
import { openCase } from "@/lib/certification/commands/open-case";
import { insist } from "@/lib/core/decision";
import { decideOfferAnswer } from "../rules/queue";
import { endOffer } from "./end-offer";
import type { LoadedOffer } from "./load-offer";
import { offerFreeSeats } from "./offer-free-seats";
import { writeAcceptedOffer } from "./write-placement";

const asFacts = (offer: LoadedOffer) => ({
  state: offer.state,
  offerExpiresAt: offer.offerExpiresAt,
  cohortState: offer.cohort.state,
});

/** Takes the offered seat; returns the enrolment's id. Refused as `offer.…` where it is not there to be taken any more. */
export async function acceptOffer(work: Work, offer: LoadedOffer): Promise<string> {
  insist(decideOfferAnswer(asFacts(offer), work.now));
  const enrolmentId = await writeAcceptedOffer(work, offer, offer.application);
  await work.audit({
    stream: `cohort:${offer.cohortId}`,
    action: "waitlist.accepted",
    entity: "waitlistEntry",
    entityId: offer.id,
    detail: { enrolmentId, applicationId: offer.application.id },
  });
  await openCase(work, enrolmentId);
  return enrolmentId;
}

/** Gives the offered seat back; it goes to the next in the queue at once. The application ends with it. */
export async function refuseOffer(work: Work, offer: LoadedOffer): Promise<void> {
  insist(decideOfferAnswer(asFacts(offer), work.now));
  await endOffer(work, offer, "refused");
  await offerFreeSeats(work, offer.cohortId);
}
