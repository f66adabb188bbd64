import { allowed, type Decision, refuse } from "../../core/decision.ts";
import type { ConflictOutcome } from "../../db/generated/enums.ts";

/** Everything that can make a person too near to a case, as the database knows it (forvaltningsloven §§ 3 and 6). */
export type Involvement = {
  /** Holds a role in the certifying body now. */
  readonly ofBody: boolean;
  readonly isParticipant: boolean;
  /** Has written an observation of the participant, whatever its state. */
  readonly observed: boolean;
  /** Teaches the cohort, or facilitates one of its sessions. */
  readonly teaches: boolean;
  /** Taught another cohort of the participant's that ended within the last two years. */
  readonly trainedLately: boolean;
  /** Had the same employer as the participant now or within the last two years. */
  readonly sharesEmployer: boolean;
  /** Was asked, as the participant's manager, to approve that they take part. */
  readonly isLineManager: boolean;
  /** Their own newest declaration of their relation to the participant. */
  readonly declared: ConflictOutcome | null;
  /** What they have done in the present round. */
  readonly recommended: boolean;
  readonly excepted: boolean;
  readonly openedHearing: boolean;
  /** Decided or released in any round. */
  readonly decided: boolean;
  readonly released: boolean;
  /** Recommended, excepted, opened a hearing, moved the case or decided an appeal in any round. */
  readonly tookPartBefore: boolean;
};

type Bar =
  | "notOfBody"
  | "participant"
  | "observed"
  | "taught"
  | "trainedLately"
  | "sameEmployer"
  | "lineManager"
  | "declared"
  | "recommended"
  | "excepted"
  | "heard"
  | "decided"
  | "involved";

const bars: Readonly<Record<Bar, (who: Involvement) => boolean>> = {
  notOfBody: (who) => !who.ofBody,
  participant: (who) => who.isParticipant,
  observed: (who) => who.observed,
  taught: (who) => who.teaches,
  trainedLately: (who) => who.trainedLately,
  lineManager: (who) => who.isLineManager,
  sameEmployer: (who) => who.sharesEmployer,
  declared: (who) => who.declared === "bar",
  recommended: (who) => who.recommended,
  excepted: (who) => who.excepted,
  heard: (who) => who.openedHearing,
  decided: (who) => who.decided,
  involved: (who) => who.tookPartBefore || who.decided || who.released,
};

/** Whom it concerns to be biased by: nobody touches a case in any part where one of these holds. */
const always: readonly Bar[] = [
  "notOfBody",
  "participant",
  "taught",
  "trainedLately",
  "lineManager",
  "sameEmployer",
  "declared",
];

/** A part in a case, and what keeps somebody from taking it beyond what keeps from all. */
const beyond = {
  /** Knows the evidence, and may have written it (the lead assessor). */
  recommend: ["excepted"],
  /** ISO/IEC 17024 5.2 and 9.4: took no part in training or examining, and did not recommend. */
  decide: ["observed", "recommended", "excepted"],
  /** Opening a hearing says what is intended, and is the decider's. */
  hear: ["observed", "recommended", "excepted"],
  /** A third person beside the recommender and the decider. */
  except: ["observed", "recommended", "heard", "decided"],
  /** Telling the outcome changes nothing of it. */
  release: [],
  /** Sending a case back or taking it up decides nothing of it. */
  steer: [],
  /** ISO/IEC 17024 9.5: who knows the case may take back, suspend, correct or renew what it led to, unless biased. */
  lookAfter: [],
  /** ISO/IEC 17024 9.8: by people not involved before. */
  appeal: ["observed", "involved"],
  /** ISO/IEC 17024 9.9: the same of a complaint about how the case was handled. */
  complaint: ["observed", "involved"],
  /** A second look at a decided case: by somebody who had no part in it. */
  review: ["observed", "involved"],
} as const satisfies Record<string, readonly Bar[]>;

export type Part = keyof typeof beyond;

/** Whether a person may take a part in a case; refused as `case.barred.<why>`, for the first reason found. */
export function decideImpartial(part: Part, who: Involvement): Decision {
  const order: readonly Bar[] = [...always, ...beyond[part]];
  const bar = order.find((each) => bars[each](who));
  return bar ? refuse(`case.barred.${bar}`) : allowed;
}
