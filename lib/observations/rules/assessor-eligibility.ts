import { allowed, type Decision, refuse } from "../../core/decision.ts";
import type { ConflictOutcome } from "../../db/generated/enums.ts";
import { yearsBefore } from "./years-before.ts";

/** How long a former employer or a former training keeps an assessor from a participant (design/domain.md). */
export const COOLING_OFF_YEARS = 2;

/** Where somebody worked: from a day until the day before `to`; null while it lasts. */
export type Employment = { readonly organisationId: string; readonly from: Date; readonly to: Date | null };

/** What of an affiliation the rules on conflicts take. */
export const employmentSelect = { organisationId: true, validFrom: true, validTo: true } as const;

type AffiliationRow = {
  readonly organisationId: string;
  readonly validFrom: Date;
  readonly validTo: Date | null;
};

/** An affiliation as the rules on conflicts take it. */
export function employmentOf({ organisationId, validFrom, validTo }: AffiliationRow): Employment {
  return { organisationId, from: validFrom, to: validTo };
}

/** A participant's employers: as registered, and the one they were enrolled from where the register knows nothing of it. */
export function employersOfParticipant(enrolment: {
  readonly organisationId: string | null;
  readonly createdAt: Date;
  readonly person: { readonly affiliations: readonly AffiliationRow[] };
}): Employment[] {
  const { organisationId, createdAt, person } = enrolment;
  const registered = person.affiliations.map(employmentOf);
  if (organisationId === null || registered.some((each) => each.organisationId === organisationId))
    return registered;
  return [...registered, { organisationId, from: createdAt, to: null }];
}

/** What is known of an assessor and a participant when the one is to observe the other. */
export type EligibilityFacts = {
  readonly assessorId: string;
  readonly participantId: string;
  readonly assessorEmployers: readonly Employment[];
  readonly participantEmployers: readonly Employment[];
  /** The assessor is on the cohort's teaching team, or facilitates one of its sessions. */
  readonly teachesCohort: boolean;
  /** End of the last session of another cohort that the assessor taught and the participant was on; null if none. */
  readonly trainedUntil: Date | null;
  /** The assessor was asked as the participant's manager to approve that they take part, or passed that question on. */
  readonly isLineManager: boolean;
  /** What the assessor last declared; null if nothing. */
  readonly declared: ConflictOutcome | null;
  /** The assessor's authorisation for the framework version; null if there is none. */
  readonly authorisation: { readonly validFrom: Date; readonly validTo: Date } | null;
};

function heldSince(employment: Employment, since: Date, now: Date): boolean {
  return employment.from <= now && (employment.to === null || employment.to > since);
}

/** Whether both worked for one organisation now or since `since`, not necessarily at the same time. */
function shareEmployer(facts: EligibilityFacts, since: Date, now: Date): boolean {
  const theirs = new Set(
    facts.participantEmployers
      .filter((employment) => heldSince(employment, since, now))
      .map((employment) => employment.organisationId),
  );
  return facts.assessorEmployers.some(
    (employment) => heldSince(employment, since, now) && theirs.has(employment.organisationId),
  );
}

/**
 * Whether an assessor may observe a participant: impartiality (ISO/IEC 17024 4.3 and 5.2; design/domain.md
 * "Barred without asking"), then competence at `now` and on the `occasion` itself. Each bar has a code of its own below
 * `assessor`; the first that holds is given, the ones that never pass before those that do.
 */
export function decideAssessorEligibility(
  facts: EligibilityFacts,
  now: Date,
  occasion: Date = now,
): Decision {
  const since = yearsBefore(now, COOLING_OFF_YEARS);
  if (facts.assessorId === facts.participantId) return refuse("assessor.self");
  if (facts.teachesCohort) return refuse("assessor.teachesCohort");
  if (facts.isLineManager) return refuse("assessor.lineRelation");
  if (shareEmployer(facts, since, now)) return refuse("assessor.sameEmployer");
  if (facts.trainedUntil !== null && facts.trainedUntil > since) return refuse("assessor.trainedRecently");
  if (facts.declared === "bar") return refuse("assessor.declaredBar");
  if (facts.authorisation === null || facts.authorisation.validFrom > now) {
    return refuse("assessor.notAuthorised");
  }
  if (facts.authorisation.validTo <= now) return refuse("assessor.authorisationExpired");
  if (facts.authorisation.validTo <= occasion) return refuse("assessor.authorisationEndsBefore");
  return allowed;
}
