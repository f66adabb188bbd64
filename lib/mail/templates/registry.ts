import type { Template } from "../content.ts";
import type { MailParams, TemplateName } from "../mail-params.ts";
import {
  applicationAdmitted,
  applicationDeclined,
  applicationReceived,
  applicationWaitlisted,
  approvalAnswered,
  approvalAsked,
  approvalExpired,
  approvalForwarded,
  approvalLeftOver,
  approvalReminder,
  waitlistOffer,
} from "./applications.ts";
import {
  certificateEnding,
  certificateReinstated,
  certificateReplaced,
  certificateRequestAnswered,
  certificateRequested,
  certificateSuspended,
  certificatesWrong,
} from "./certificates.ts";
import {
  caseReleased,
  certificateIssued,
  certificateRevoked,
  complaintAnswered,
  complaintReceived,
  hearingOpened,
  representationEnded,
  representativeAppointed,
  revocationProposed,
} from "./certification.ts";
import {
  cohortCancelled,
  cohortMessage,
  sessionsChanged,
  sessionsInvited,
  sessionsWithdrawn,
} from "./cohorts.ts";
import { enquiryAnswered, enquiryReceived } from "./enquiries.ts";
import { assessmentNews, observationLocked, observationShared } from "./observations.ts";
import { enteredByOrganisation, offerExpired, placeChanged } from "./places.ts";
import { signIn } from "./sign-in.ts";
import { visitBooked, visitCancelled, visitMoved } from "./visits.ts";

/** Every mail by its name; a name without a template does not compile. */
export const templates: { readonly [Name in TemplateName]: Template<MailParams[Name]> } = {
  "sign-in": signIn,
  "approval-asked": approvalAsked,
  "approval-forwarded": approvalForwarded,
  "approval-reminder": approvalReminder,
  "approval-expired": approvalExpired,
  "approval-left-over": approvalLeftOver,
  "approval-answered": approvalAnswered,
  "application-received": applicationReceived,
  "application-admitted": applicationAdmitted,
  "application-waitlisted": applicationWaitlisted,
  "application-declined": applicationDeclined,
  "waitlist-offer": waitlistOffer,
  "offer-expired": offerExpired,
  "place-changed": placeChanged,
  "entered-by-organisation": enteredByOrganisation,
  "cohort-cancelled": cohortCancelled,
  "cohort-message": cohortMessage,
  "sessions-changed": sessionsChanged,
  "sessions-invited": sessionsInvited,
  "sessions-withdrawn": sessionsWithdrawn,
  "visit-booked": visitBooked,
  "visit-moved": visitMoved,
  "visit-cancelled": visitCancelled,
  "observation-shared": observationShared,
  "observation-locked": observationLocked,
  "assessment-news": assessmentNews,
  "case-released": caseReleased,
  "hearing-opened": hearingOpened,
  "representative-appointed": representativeAppointed,
  "representation-ended": representationEnded,
  "complaint-received": complaintReceived,
  "complaint-answered": complaintAnswered,
  "certificate-issued": certificateIssued,
  "certificate-revoked": certificateRevoked,
  "certificate-suspended": certificateSuspended,
  "certificate-reinstated": certificateReinstated,
  "certificate-replaced": certificateReplaced,
  "certificate-ending": certificateEnding,
  "certificate-requested": certificateRequested,
  "certificates-wrong": certificatesWrong,
  "certificate-request-answered": certificateRequestAnswered,
  "revocation-proposed": revocationProposed,
  "enquiry-received": enquiryReceived,
  "enquiry-answered": enquiryAnswered,
};

/** Whether `name` is a template of this release. An outbox row may be older, or newer, than the code that reads it. */
export function isTemplate(name: string): name is TemplateName {
  return Object.hasOwn(templates, name);
}
