import { allowed, type Decision, type Refusal, RefusalError, refuse } from "../../core/decision.ts";
import type { ObservationState, Rating } from "../../db/generated/enums.ts";
import type { CriterionFacts, ObservationContent, RatingNote } from "./content.ts";
import type { VisitTimes } from "./visit-times.ts";
import { overlap } from "./visit-times.ts";

/** One of the two blind observations of a pair. */
type PairSide = { readonly assessorId: string; readonly state: ObservationState };

/** What is known of a pair. `sides` holds what has been begun. */
export type PairFacts = {
  readonly leadId: string;
  readonly secondId: string;
  readonly sides: readonly PairSide[];
  /** The joint observation; null until it is written. */
  readonly joint: { readonly state: ObservationState } | null;
};

/** Where a pair stands: each writes for themself; both have submitted and compare; the joint observation is written. */
export type PairStage = "writing" | "comparing" | "joint";

/** Where a pair stands. Only from `comparing` on may either read what the other wrote (design/domain.md: blind). */
export function pairStage(pair: PairFacts): PairStage {
  if (pair.joint !== null) return "joint";
  const submitted = pair.sides.filter((side) => side.state === "submitted");
  return submitted.length === 2 ? "comparing" : "writing";
}

/** Whether `personId` is one of the two. */
function isOfPair(pair: Pick<PairFacts, "leadId" | "secondId">, personId: string | null): boolean {
  return personId === pair.leadId || personId === pair.secondId;
}

/** What is known when a second assessor is asked along to a visit. */
export type InvitationFacts = {
  readonly visit: VisitTimes & { readonly state: string; readonly begun: boolean };
  readonly leadId: string;
  readonly secondId: string;
  readonly alreadyPaired: boolean;
  /** Whether the second may observe the participant on that day. */
  readonly eligible: Decision;
  /** The second's other visits. */
  readonly secondVisits: readonly VisitTimes[];
};

/** Whether a second assessor may come along: to a booked visit that nobody has begun to write of, not barred, and free. */
export function decideInvitation(facts: InvitationFacts): Decision {
  if (facts.visit.state !== "booked") return refuse("visit.over");
  if (facts.visit.begun) return refuse("visit.observed");
  if (facts.alreadyPaired) return refuse("pair.exists");
  if (facts.secondId === facts.leadId || !facts.eligible.ok)
    return refuse("pair.secondBarred", undefined, "secondId");
  if (facts.secondVisits.some((other) => overlap(facts.visit, other))) {
    return refuse("pair.secondBusy", undefined, "secondId");
  }
  return allowed;
}

/** What is known of the second assessor when a visit of two is moved. */
export type MovingFacts = {
  readonly times: VisitTimes;
  /** Whether the second may observe the participant on that day. */
  readonly eligible: Decision;
  /** The second's other visits. */
  readonly secondVisits: readonly VisitTimes[];
};

/** Whether a visit of two may be moved to these times: the second is to be there as well, or is let go first. */
export function decideMovingPair({ times, eligible, secondVisits }: MovingFacts): Decision {
  const free = eligible.ok && !secondVisits.some((other) => overlap(times, other));
  return free ? allowed : refuse("pair.secondCannotThen", undefined, "day");
}

/** Whether a second assessor may be let go: as long as they have written nothing. */
export function decideRelease(pair: PairFacts): Decision {
  return pair.sides.some((side) => side.assessorId === pair.secondId) ? refuse("pair.begun") : allowed;
}

/** What was agreed on a criterion, or proposed and not yet accepted. */
export type Agreement = {
  readonly criterionId: string;
  readonly rating: Rating;
  readonly reason: string;
  readonly proposedById: string;
  readonly accepted: boolean;
};

/** A criterion as both saw it, and what they make of it together. */
export type ComparedCriterion = {
  readonly criterion: CriterionFacts;
  readonly lead: RatingNote | null;
  readonly second: RatingNote | null;
  readonly alike: boolean;
  readonly agreement: Agreement | null;
  /** What both stand behind; null while they differ. Never a mean, and never the higher by itself (design/domain.md). */
  readonly rating: Rating | null;
};

/** Both ratings of every criterion side by side, with what was agreed where they differ. */
export function comparePair(
  criteria: readonly CriterionFacts[],
  lead: readonly RatingNote[],
  second: readonly RatingNote[],
  agreements: readonly Agreement[],
): ComparedCriterion[] {
  const of = (notes: readonly RatingNote[], id: string) =>
    notes.find((note) => note.criterionId === id) ?? null;
  return criteria.map((criterion) => {
    const [one, other] = [of(lead, criterion.id), of(second, criterion.id)];
    const alike = one !== null && other !== null && one.rating === other.rating;
    const agreement = agreements.find((each) => each.criterionId === criterion.id) ?? null;
    const agreed = agreement?.accepted ? agreement.rating : null;
    return { criterion, lead: one, second: other, alike, agreement, rating: alike ? one.rating : agreed };
  });
}

function decideOpen(pair: PairFacts): Decision {
  const stage = pairStage(pair);
  if (stage === "writing") return refuse("pair.blind");
  // A joint observation that came back may be agreed on anew; one that is submitted may not.
  return pair.joint !== null && pair.joint.state !== "draft" && pair.joint.state !== "returned"
    ? refuse("pair.jointExists")
    : allowed;
}

/** Whether somebody of the pair may propose what a criterion comes to: where both differ, and in writing. */
export function decideProposal(pair: PairFacts, compared: ComparedCriterion | undefined): Decision {
  const open = decideOpen(pair);
  if (!open.ok) return open;
  if (!compared) return refuse("observation.foreignCriterion");
  return compared.alike ? refuse("pair.sameRating") : allowed;
}

/** Whether `personId` may accept what was proposed: what the other proposed, never their own. */
export function decideAcceptance(
  pair: PairFacts,
  compared: ComparedCriterion | undefined,
  personId: string,
): Decision {
  const open = decideOpen(pair);
  if (!open.ok) return open;
  if (!compared?.agreement || compared.agreement.accepted) return refuse("pair.nothingProposed");
  return compared.agreement.proposedById === personId || !isOfPair(pair, personId)
    ? refuse("pair.byTwo")
    : allowed;
}

/** Whether the joint observation may be written: both have submitted, and agree on every criterion. */
export function decideJoint(pair: PairFacts, compared: readonly ComparedCriterion[]): Decision {
  const stage = pairStage(pair);
  if (stage === "writing") return refuse("pair.blind");
  if (stage === "joint") return refuse("pair.jointExists");
  const open = compared.filter((each) => each.rating === null).map((each) => each.criterion.code);
  return open.length > 0 ? refuse("pair.open", { criteria: open.join(", ") }) : allowed;
}

/** What a joint observation may say: the ratings that both stand behind, no other. */
export function decideJointRatings(
  ratings: readonly RatingNote[],
  compared: readonly ComparedCriterion[],
): Decision {
  const differing = ratings.find(
    (note) => compared.find((each) => each.criterion.id === note.criterionId)?.rating !== note.rating,
  );
  return differing ? refuse("pair.notAgreed", undefined, `ratings.${differing.criterionId}.rating`) : allowed;
}

/** Whether one of two blind observations may go back to its assessor: only while neither has read the other's. */
export function decideBlindReturn(pair: PairFacts | null): Decision {
  return pair === null || pairStage(pair) === "writing" ? allowed : refuse("pair.compared");
}

type Written = Pick<ObservationContent, "situation" | "seen" | "interpreted" | "ratings"> & {
  readonly assessor: string;
};

const under = (name: string, text: string) => (text.trim() === "" ? "" : `${name}: ${text.trim()}`);
const both = (parts: readonly string[]) => parts.filter((part) => part !== "").join("\n\n");

/**
 * The words of the joint observation: what each saw under their own name, the ratings both stand behind, and for each its evidence and the
 * reason of what was agreed. Throws where they have not agreed (`decideJoint` asks first).
 */
export function jointText(lead: Written, second: Written, compared: readonly ComparedCriterion[]) {
  return {
    situation: lead.situation.trim() || second.situation.trim(),
    seen: both([under(lead.assessor, lead.seen), under(second.assessor, second.seen)]),
    interpreted: both([under(lead.assessor, lead.interpreted), under(second.assessor, second.interpreted)]),
    ratings: compared.map((each) => {
      if (each.rating === null) throw new RefusalError({ code: "pair.open" } satisfies Refusal);
      const reason = each.alike ? "" : (each.agreement?.reason ?? "");
      return {
        criterionId: each.criterion.id,
        rating: each.rating,
        evidence: both([
          reason,
          under(lead.assessor, each.lead?.evidence ?? ""),
          under(second.assessor, each.second?.evidence ?? ""),
        ]),
      };
    }),
  };
}
