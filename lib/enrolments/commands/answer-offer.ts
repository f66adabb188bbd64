import "server-only";
import { randomUUID } from "node:crypto";
import type { Work } from "@/lib/auth/work";
import { auditOpening, caseTerms } from "@/lib/certification/commands/open-case";
import { insist, RefusalError } from "@/lib/core/decision";
import { decideOfferAnswer } from "../rules/queue";
import { endOffer } from "./end-offer";
import type { LoadedOffer } from "./load-offer";
import { offerFreeSeats } from "./offer-free-seats";
import { acceptanceWrite } from "./write-placement";

const asFacts = (offer: LoadedOffer) => ({
  state: offer.state,
  offerExpiresAt: offer.offerExpiresAt,
  cohortState: offer.cohort.state,
});

/** Takes the offered seat; returns the enrolment's id. Refused as `offer.…` where it is not there to be taken any more. */
export async function acceptOffer(work: Work, offer: LoadedOffer): Promise<string> {
  insist(decideOfferAnswer(asFacts(offer), work.now));
  const { participantRole } = offer.application;
  if (participantRole === null) throw new RefusalError({ code: "offer.notOffered" });
  const enrolmentId = randomUUID();
  const { endsOn, programmeVersion } = offer.cohort;
  const terms = caseTerms({ participantRole, endsOn, ...programmeVersion });
  const cases = terms ? [{ id: randomUUID(), enrolmentId, ...terms }] : [];
  work.close(acceptanceWrite(work, offer, offer.application, enrolmentId, cases));
  await work.audit({
    stream: `cohort:${offer.cohortId}`,
    action: "waitlist.accepted",
    entity: "waitlistEntry",
    entityId: offer.id,
    detail: { enrolmentId, applicationId: offer.application.id },
  });
  for (const opened of cases) await auditOpening(work, opened);
  return enrolmentId;
}

/** Gives the offered seat back; it goes to the next in the queue at once. The application ends with it. */
export async function refuseOffer(work: Work, offer: LoadedOffer): Promise<void> {
  insist(decideOfferAnswer(asFacts(offer), work.now));
  await endOffer(work, offer, "refused");
  await offerFreeSeats(work, offer.cohortId);
}
