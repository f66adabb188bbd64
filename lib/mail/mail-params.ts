import type { SessionMails } from "./session-mails.ts";

/**
 * What each mail needs to know: the registry of templates, and the contract with whoever sends one
 * (`work.mail({ template, to, params })`). Rules for all of them:
 * - words as they are to be read, already in the form that held at the time (names of organisations, titles);
 * - `…Path` is a path of ours that begins with `/`; the public address is put before it when the mail is delivered;
 * - `…At` is an instant (`date.toISOString()`), shown in `zone` (IANA); `…On` is a calendar day (`2026-05-13`);
 * - no secrets: what is secret goes sealed, or is made from the id when the mail is delivered (see `approval-asked`).
 */
export type MailParams = SessionMails & {
  /** A link to sign in with. The token is in the outbox row's `sealed`. */
  "sign-in": { readonly callbackPath: string; readonly minutes: number };

  /** To an applicant's manager, who needs no account: the link is signed for this approval when the mail is delivered. */
  "approval-asked": {
    readonly approvalId: string;
    readonly applicant: string;
    readonly organisation: string;
    readonly programme: string;
    readonly cohort: string;
    readonly startsOn: string;
  };
  /** To whoever was passed a manager's question, by `from`; `note` may be empty. The link is signed as above. */
  "approval-forwarded": {
    readonly approvalId: string;
    readonly from: string;
    readonly note: string;
    readonly applicant: string;
    readonly organisation: string;
    readonly programme: string;
    readonly cohort: string;
    readonly startsOn: string;
  };
  /** To whoever has not answered half of their time; the link is the one they have. */
  "approval-reminder": {
    readonly approvalId: string;
    readonly applicant: string;
    readonly organisation: string;
    readonly programme: string;
    readonly cohort: string;
    readonly startsOn: string;
    readonly untilOn: string;
  };
  /** To the applicant: the manager has not answered in time; they may ask again, or ask somebody else. */
  "approval-expired": {
    readonly manager: string;
    readonly programme: string;
    readonly cohort: string;
    readonly path: string;
  };
  /** To the organisation's coordinator, who may answer in the manager's place. */
  "approval-left-over": {
    readonly applicant: string;
    readonly manager: string;
    readonly programme: string;
    readonly cohort: string;
    readonly path: string;
  };
  /** To the applicant: what the manager answered. `comment` may be empty. */
  "approval-answered": {
    readonly answer: "approved" | "declined";
    readonly manager: string;
    readonly comment: string;
    readonly programme: string;
    readonly cohort: string;
    readonly path: string;
  };
  /** To the applicant. `manager` is who is asked to approve; empty where nobody is. */
  "application-received": {
    readonly programme: string;
    readonly cohort: string;
    readonly startsOn: string;
    readonly manager: string;
    readonly path: string;
  };
  "application-admitted": {
    readonly programme: string;
    readonly cohort: string;
    readonly startsOn: string;
    readonly path: string;
  };
  /** `position` counts from 1. */
  "application-waitlisted": {
    readonly programme: string;
    readonly cohort: string;
    readonly position: number;
    readonly path: string;
  };
  "application-declined": {
    readonly programme: string;
    readonly cohort: string;
    readonly reason: string;
    readonly path: string;
  };
  /** A freed seat, held until `expiresAt`. */
  "waitlist-offer": {
    readonly programme: string;
    readonly cohort: string;
    readonly startsOn: string;
    readonly expiresAt: string;
    readonly zone: string;
    readonly path: string;
  };
  /** To whoever did not answer an offer in time. */
  "offer-expired": {
    readonly programme: string;
    readonly cohort: string;
    readonly path: string;
  };
  /** To a participant whose place changed. `with` is the other person (substitutes), or the other cohort (moves); may be empty. */
  "place-changed": {
    readonly change: PlaceChange;
    readonly programme: string;
    readonly cohort: string;
    readonly startsOn: string;
    readonly with: string;
    /** What staff or the organisation wrote; may be empty. */
    readonly reason: string;
    /** What is owed of the price, in percent; empty where that does not come up. */
    readonly owedPercent: number | null;
    /** Their certification case ended with it, undecided. Absent in mails of before 23 November 2026. */
    readonly caseEnded?: boolean;
    readonly path: string;
  };
  /** To somebody whose organisation applied for them, or named them for one of its seats. */
  "entered-by-organisation": {
    readonly kind: "application" | "seat";
    readonly organisation: string;
    readonly coordinator: string;
    readonly programme: string;
    readonly cohort: string;
    readonly startsOn: string;
    readonly path: string;
  };

  /** To the participant, who may respond until `respondBy…`. */
  "observation-shared": {
    readonly assessor: string;
    readonly observedOn: string;
    readonly respondByAt: string;
    readonly zone: string;
    readonly path: string;
  };
  /** Around a visit or an observation, to whoever has the next step. `by` and `text` may be empty. */
  "assessment-news": {
    readonly news: AssessmentNews;
    readonly participant: string;
    readonly by: string;
    readonly text: string;
    readonly path: string;
  };
  /** To the participant: nothing more is changed. `ending` tells whether they had responded. */
  "observation-locked": {
    readonly ending: "responded" | "lapsed";
    readonly assessor: string;
    readonly observedOn: string;
    readonly path: string;
  };

  /** To the participant. The outcome is only on the page, behind the sign-in. */
  "case-released": { readonly programme: string; readonly path: string };
  /** To the participant: a hearing before an adverse decision (forvaltningsloven § 19). No details in the mail. */
  "hearing-opened": {
    readonly programme: string;
    readonly dueAt: string;
    readonly zone: string;
    readonly path: string;
  };
  /** To whoever a participant wants to be represented by, who may have no account yet. */
  "representative-appointed": {
    readonly participant: string;
    readonly programme: string;
    readonly path: string;
  };
  /** To the other side of a representation. `by` is who ended it. */
  "representation-ended": { readonly by: string; readonly programme: string; readonly path: string };
  /** To the participant: their complaint was received, and is answered by `dueAt`. */
  "complaint-received": {
    readonly programme: string;
    readonly dueAt: string;
    readonly zone: string;
    readonly path: string;
  };
  /** To the participant. The answer is only on the page, behind the sign-in. */
  "complaint-answered": { readonly programme: string; readonly path: string };
  /** To the holder. `verifyPath` is the public check, to share with whoever asks. */
  "certificate-issued": {
    readonly programme: string;
    readonly serialNumber: string;
    readonly path: string;
    readonly verifyPath: string;
  };
  /** To the holder. `publicReason` is what the public check shows. */
  "certificate-revoked": {
    readonly programme: string;
    readonly serialNumber: string;
    readonly publicReason: string;
    readonly path: string;
  };
  /** To the holder: it does not hold for the time being. `publicReason` is what the public check shows. */
  "certificate-suspended": {
    readonly programme: string;
    readonly serialNumber: string;
    readonly publicReason: string;
    readonly path: string;
  };
  /** To the holder: it holds again. */
  "certificate-reinstated": {
    readonly programme: string;
    readonly serialNumber: string;
    readonly path: string;
  };
  /** To the holder: a new one took the place of the one with the earlier number. */
  "certificate-replaced": {
    readonly programme: string;
    readonly serialNumber: string;
    readonly replacedSerialNumber: string;
    readonly path: string;
    readonly verifyPath: string;
  };
  /**
   * To the holder, 6, 3 and 1 months ahead. `recertification`: what stands of it; `mayAsk` where nothing does and they can ask for it.
   */
  "certificate-ending": {
    readonly recertification: "mayAsk" | "asked" | "underWay" | "closed";
    readonly programme: string;
    readonly serialNumber: string;
    readonly months: number;
    readonly endsOn: string;
    readonly path: string;
  };
  /** To the body's certifiers: a holder asks for something. `note` may be empty. */
  "certificate-requested": {
    readonly kind: "new_name" | "recertification";
    readonly holder: string;
    readonly serialNumber: string;
    readonly note: string;
    readonly path: string;
  };
  /** To the holder. `answer` is empty where it was granted. */
  "certificate-request-answered": {
    readonly kind: "new_name" | "recertification";
    readonly granted: boolean;
    readonly answer: string;
    readonly serialNumber: string;
    readonly path: string;
  };
  /** To the body's certifiers, or to administrators: the nightly check found something wrong that nobody was told of before. */
  "certificates-wrong": { readonly count: number; readonly path: string };
  /** To the body's other certifiers: a second person has to confirm. */
  "revocation-proposed": {
    readonly proposer: string;
    readonly serialNumber: string;
    readonly path: string;
  };

  /** To the sender as a receipt, or to whoever is to answer. `answerByOn` may be empty. */
  "enquiry-received": {
    readonly audience: "sender" | "assignee";
    readonly sender: string;
    readonly topic: string;
    readonly answerByOn: string;
    readonly path: string;
  };
  "enquiry-answered": {
    readonly topic: string;
    readonly answer: string;
    readonly responder: string;
    readonly path: string;
  };
};

/** What became of somebody's place: they left, were taken off, gave it to another or got it from one, moved, paused or came back. */
export type PlaceChange =
  | "left"
  | "withdrawn"
  | "substituted"
  | "substitute"
  | "transferred"
  | "paused"
  | "resumed";

/** What happened around a visit or an observation. */
export type AssessmentNews =
  | "secondInvited"
  | "secondReleased"
  | "compare"
  | "agreementProposed"
  | "returned"
  | "timesOffered"
  | "noneFits"
  | "slotPicked"
  | "handedOver"
  | "calibrationOpened";

/** The name of a template. */
export type TemplateName = keyof MailParams;
