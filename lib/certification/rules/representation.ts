import { all, allowed, type Decision, refuse } from "../../core/decision.ts";

/** A representation as its rules see it. It holds from acceptance until either side ends it. */
export type Representation = {
  readonly email: string;
  readonly personId: string | null;
  readonly acceptedAt: Date | null;
  readonly endedAt: Date | null;
};

/** Whether it holds now: accepted, and not ended. */
export function isRepresenting(each: Pick<Representation, "acceptedAt" | "endedAt">): boolean {
  return each.acceptedAt !== null && each.endedAt === null;
}

/** Whether the participant may let somebody act for them: one person at a time, and somebody else (forvaltningsloven § 8). */
export function decideAppointing(facts: {
  readonly participantEmail: string | null;
  readonly email: string;
  readonly live: boolean;
}): Decision {
  if (facts.live) return refuse("case.representativeThere");
  return facts.email === facts.participantEmail
    ? refuse("case.representativeSelf", undefined, "email")
    : allowed;
}

/**
 * Whether somebody may accept: the appointment is open, addressed to them, and they take no part in the case otherwise. Who
 * observes, teaches or works for the certifying body takes nobody's side in it.
 */
export function decideAccepting(
  appointment: Representation,
  who: { readonly email: string | null; readonly worksOnCase: boolean },
): Decision {
  return all(
    appointment.email === who.email ? allowed : refuse("notFound"),
    appointment.endedAt === null ? allowed : refuse("case.representationEnded"),
    appointment.acceptedAt === null ? allowed : refuse("case.representationAccepted"),
    who.worksOnCase ? refuse("case.representativeInvolved") : allowed,
  );
}

/** Whether a representation can be ended: it is not over. Either side may at any time, without a reason. */
export function decideEnding(appointment: Pick<Representation, "endedAt">): Decision {
  return appointment.endedAt === null ? allowed : refuse("case.representationEnded");
}
