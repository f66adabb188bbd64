import { allowed, type Decision, refuse } from "@/lib/core/decision";
import type { CohortState } from "@/lib/db/generated/enums";
import { isFilling } from "@/lib/enrolments/rules/capacity";
import { isReleased } from "@/lib/enrolments/rules/seat-class";

/** What decides whether an organisation may still name somebody for one of its seats. */
export type NamingFacts = {
  readonly cohortState: CohortState;
  /** Its kept seats that nobody has. */
  readonly free: number;
  readonly releasesAt: Date | null;
};

/** Whether an organisation may name somebody for a kept seat now: until the seats are released, and while one is free. */
export function decideNaming(facts: NamingFacts, now: Date): Decision {
  if (!isFilling(facts.cohortState)) return refuse("application.cohortNotFilling");
  if (isReleased(facts.releasesAt, now)) return refuse("groupEntry.released");
  return facts.free > 0 ? allowed : refuse("groupEntry.noSeat");
}
