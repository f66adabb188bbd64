import { allowed, type Decision, refuse } from "@/lib/core/decision";
import type { CohortState, EnrolmentState } from "@/lib/db/generated/enums";
import { isFilling } from "./capacity";

/** Who would take over a seat, as far as that decides it. */
export type SubstituteFacts = {
  readonly state: EnrolmentState;
  readonly cohortState: CohortState;
  /** The organisation whose seat it is; null where the participant came for themself. */
  readonly organisationId: string | null;
  readonly isSamePerson: boolean;
  /** Where the substitute is known to work today; empty for somebody who is new here. */
  readonly worksAt: readonly string[];
  readonly alreadyEnrolled: boolean;
  readonly hasOpenApplication: boolean;
  readonly teachesHere: boolean;
};

const AT = "email";

/**
 * Whether somebody may take over a participant's seat and bill: from the same organisation, while the cohort has not ended, and not twice
 * on one cohort. A pause is ended first, as for anybody who leaves.
 */
export function decideSubstituting(facts: SubstituteFacts): Decision {
  if (facts.state === "paused") return refuse("enrolment.pausedFirst");
  if (facts.state !== "reserved" && facts.state !== "active") return refuse("enrolment.over");
  if (!isFilling(facts.cohortState) && facts.cohortState !== "running") return refuse("enrolment.cohortOver");
  if (facts.organisationId === null) return refuse("enrolment.substituteNoOrganisation");
  if (facts.isSamePerson) return refuse("enrolment.substituteSame", undefined, AT);
  if (facts.worksAt.length > 0 && !facts.worksAt.includes(facts.organisationId))
    return refuse("enrolment.substituteElsewhere", undefined, AT);
  if (facts.alreadyEnrolled) return refuse("enrolment.alreadyEnrolled", undefined, AT);
  if (facts.hasOpenApplication) return refuse("enrolment.substituteApplied", undefined, AT);
  return facts.teachesHere ? refuse("enrolment.substituteTeaches", undefined, AT) : allowed;
}

/** A cohort that somebody would be moved to. */
export type TransferFacts = {
  readonly state: EnrolmentState;
  readonly programmeId: string;
  readonly cohortId: string;
  readonly target: {
    readonly cohortId: string;
    readonly programmeId: string;
    readonly cohortState: CohortState;
    /** The seat that a newcomer would be given there; null where there is none that nobody waits for. */
    readonly seat: number | null;
    readonly alreadyEnrolled: boolean;
    readonly hasOpenApplication: boolean;
  };
};

/**
 * Whether a participant may be moved to another cohort of the same programme: one that still fills and has a seat that nobody
 * waits for, because a move overtakes no queue either.
 */
export function decideTransferring({ target, ...facts }: TransferFacts): Decision {
  const field = "targetId";
  if (facts.state === "paused") return refuse("enrolment.pausedFirst");
  if (facts.state !== "reserved" && facts.state !== "active") return refuse("enrolment.over");
  if (target.cohortId === facts.cohortId) return refuse("enrolment.transferSame", undefined, field);
  if (target.programmeId !== facts.programmeId)
    return refuse("enrolment.transferOtherProgramme", undefined, field);
  if (!isFilling(target.cohortState)) return refuse("enrolment.transferNotFilling", undefined, field);
  if (target.alreadyEnrolled) return refuse("enrolment.transferAlready", undefined, field);
  if (target.hasOpenApplication) return refuse("enrolment.transferApplied", undefined, field);
  return target.seat === null ? refuse("enrolment.transferFull", undefined, field) : allowed;
}
