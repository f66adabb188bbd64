import type { ApplicationState, EnrolmentState, WaitlistState } from "@/lib/db/generated/enums";

/** What the timeline of an application is made of. */
export type TimelineFacts = {
  readonly state: ApplicationState;
  readonly submittedAt: Date | null;
  readonly decidedAt: Date | null;
  /** When it was changed last: for a withdrawn one, the withdrawal. */
  readonly updatedAt: Date;
  readonly approval: {
    readonly askedAt: Date;
    readonly expiresAt: Date;
    readonly answeredAt: Date | null;
    readonly approved: boolean | null;
  } | null;
  /** Whoever passed the manager's question on, and to whom. */
  readonly forwards: readonly { readonly toName: string; readonly forwardedAt: Date }[];
  readonly queue: {
    readonly state: WaitlistState;
    readonly joinedAt: Date;
    readonly offeredAt: Date | null;
    readonly answeredAt: Date | null;
  } | null;
  readonly enrolment: {
    readonly state: EnrolmentState;
    readonly createdAt: Date;
    readonly endedAt: Date | null;
  } | null;
};

export type PastStep =
  | "submitted"
  | "managerAsked"
  | "managerForwarded"
  | "managerApproved"
  | "managerDeclined"
  | "queued"
  | "offered"
  | "offerRefused"
  | "offerExpired"
  | "declined"
  | "withdrawn"
  | "enrolled"
  | "left";

/** What is to happen next, and whose turn it is. */
export type NextStep =
  | "draft"
  | "managerAnswers"
  | "askAgain"
  | "staffDecide"
  | "staffDeciding"
  | "waitForSeat"
  | "answerOffer"
  | "begins"
  | "none";

/** A step that was taken; `who` it was passed to, where it was passed on. */
type Step = { readonly step: PastStep; readonly at: Date; readonly who?: string };

function happened(facts: TimelineFacts): (Omit<Step, "at"> & { at: Date | null })[] {
  const { approval, queue, enrolment, forwards } = facts;
  const offerEnd = { refused: "offerRefused", expired: "offerExpired" } as const;
  const end = queue?.state === "refused" || queue?.state === "expired" ? offerEnd[queue.state] : null;
  return [
    { step: "submitted", at: facts.submittedAt },
    { step: "managerAsked", at: approval?.askedAt ?? null },
    ...forwards.map((each) => ({
      step: "managerForwarded" as const,
      at: each.forwardedAt,
      who: each.toName,
    })),
    { step: approval?.approved ? "managerApproved" : "managerDeclined", at: approval?.answeredAt ?? null },
    { step: "queued", at: queue?.joinedAt ?? null },
    { step: "offered", at: queue?.offeredAt ?? null },
    ...(end ? [{ step: end, at: queue?.answeredAt ?? null }] : []),
    { step: "declined", at: facts.state === "declined" ? facts.decidedAt : null },
    { step: "withdrawn", at: facts.state === "withdrawn" && !end ? facts.updatedAt : null },
    { step: "enrolled", at: enrolment?.createdAt ?? null },
    { step: "left", at: enrolment?.state === "withdrawn" ? enrolment.endedAt : null },
  ];
}

/** What has happened to an application, in order of time. */
export function applicationTimeline(facts: TimelineFacts): Step[] {
  return happened(facts)
    .flatMap(({ at, ...rest }) => (at ? [{ ...rest, at }] : []))
    .sort((a, b) => a.at.getTime() - b.at.getTime());
}

/** What is to happen next at `now`. */
export function nextStep(facts: TimelineFacts, now: Date): NextStep {
  switch (facts.state) {
    case "draft":
      return "draft";
    case "manager_pending":
      return facts.approval && now >= facts.approval.expiresAt ? "askAgain" : "managerAnswers";
    case "submitted":
    case "manager_approved":
      return "staffDecide";
    case "under_review":
      return "staffDeciding";
    case "waitlisted":
      return facts.queue?.state === "offered" ? "answerOffer" : "waitForSeat";
    case "admitted":
      return facts.enrolment?.state === "reserved" ? "begins" : "none";
    default:
      return "none";
  }
}
