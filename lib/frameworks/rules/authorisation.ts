import { allowed, type Decision, refuse } from "../../core/decision.ts";
import type { FrameworkVersionState } from "../../db/generated/enums.ts";

/** The longest an authorisation lasts before it is looked at again (ISO/IEC 17024 6.2.2.3: examiners are monitored). */
const LONGEST_AUTHORISATION_YEARS = 3;

/** What is known when somebody is to be authorised for a framework version, until the end of `until` (`2027-05-31`). */
export type AuthorisationFacts = {
  readonly personId: string;
  readonly byId: string;
  /** They are an assessor of the body now. */
  readonly isAssessor: boolean;
  readonly versionState: FrameworkVersionState;
  readonly until: string;
};

function yearsAfter(day: string, years: number): string {
  return `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;
}

/** Whether an authorisation may be granted or renewed: by another, for an assessor, for a usable version, not for too long. */
export function decideAuthorisation(facts: AuthorisationFacts, today: string): Decision {
  if (facts.personId === facts.byId) return refuse("authorisation.oneself");
  if (!facts.isAssessor) return refuse("authorisation.notAssessor");
  if (facts.versionState !== "approved" && facts.versionState !== "in_use") {
    return refuse("authorisation.versionNotUsable", undefined, "frameworkVersionId");
  }
  if (facts.until <= today) return refuse("authorisation.endsInPast", undefined, "until");
  return facts.until > yearsAfter(today, LONGEST_AUTHORISATION_YEARS)
    ? refuse("authorisation.tooLong", { years: LONGEST_AUTHORISATION_YEARS }, "until")
    : allowed;
}

/** Whether an authorisation may be ended now: by another, and only one that still holds. */
export function decideEnd(
  facts: { readonly personId: string; readonly byId: string; readonly validTo: Date },
  now: Date,
): Decision {
  if (facts.personId === facts.byId) return refuse("authorisation.oneself");
  return facts.validTo <= now ? refuse("authorisation.alreadyEnded") : allowed;
}
