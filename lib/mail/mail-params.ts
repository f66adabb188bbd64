/**
 * What each mail needs to know: the registry of templates, and the contract with whoever sends one
 * (`work.mail({ template, to, params })`). Rules for all of them:
 * - words as they are to be read, already in the form that held at the time (names of organisations, titles);
 * - `…Path` is a path of ours that begins with `/`; the public address is put before it when the mail is delivered;
 * - `…At` is an instant (`date.toISOString()`), shown in `zone` (IANA); `…On` is a calendar day (`2026-05-13`);
 * - no secrets: what is secret goes sealed, or is made from the id when the mail is delivered (see `approval-asked`).
 */
export type MailParams = {
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

  /** To whoever has a seat, has applied, or teaches. `reason` is what staff wrote. */
  "cohort-cancelled": {
    readonly programme: string;
    readonly cohort: string;
    readonly reason: string;
    readonly path: string;
  };
  /** To participants and facilitators: a session has another time or place. `place` may be empty. */
  "session-moved": SessionParams & {
    readonly previousStartsAt: string;
    readonly previousEndsAt: string;
    readonly place: string;
  };
  "session-cancelled": SessionParams;

  "visit-booked": VisitParams;
  "visit-moved": VisitParams & { readonly previousStartsAt: string };
  /** `reason` may be empty. */
  "visit-cancelled": VisitParams & { readonly reason: string };

  /** To the participant, who may respond until `respondBy…`. */
  "observation-shared": {
    readonly assessor: string;
    readonly observedOn: string;
    readonly respondByAt: string;
    readonly zone: string;
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

/** A session of a cohort. */
type SessionParams = {
  readonly cohort: string;
  readonly theme: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly zone: string;
  readonly path: string;
};

/** An observation visit, told to the participant or to the assessor. `place` may be empty. */
type VisitParams = {
  readonly audience: "participant" | "assessor";
  readonly participant: string;
  readonly assessor: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly zone: string;
  readonly place: string;
  readonly path: string;
};

/** The name of a template. */
export type TemplateName = keyof MailParams;
