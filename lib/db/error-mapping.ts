import type { Refusal } from "../core/decision.ts";

type DriverCause = {
  readonly kind?: string;
  readonly originalCode?: string;
  readonly originalMessage?: string;
  readonly constraint?: { readonly index?: string };
};

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

/** What the driver said, out of Prisma's error or the adapter's own. */
function driverCause(error: unknown): DriverCause | null {
  if (!isRecord(error)) return null;
  if (error.name === "DriverAdapterError") return isRecord(error.cause) ? (error.cause as DriverCause) : null;
  const adapterError = isRecord(error.meta) ? error.meta.driverAdapterError : undefined;
  return isRecord(adapterError) && isRecord(adapterError.cause) ? (adapterError.cause as DriverCause) : null;
}

/** Whether the same transaction may succeed when run again: serialization failure, deadlock, write conflict. */
export function isTransientConflict(error: unknown): boolean {
  const cause = driverCause(error);
  if (cause?.kind === "TransactionWriteConflict") return true;
  if (cause?.originalCode === "40001" || cause?.originalCode === "40P01") return true;
  return isRecord(error) && error.code === "P2034";
}

/** The name of the constraint that PostgreSQL refused a write by; null where it was something else. */
export function violatedConstraint(error: unknown): string | null {
  const cause = driverCause(error);
  if (!cause) return null;
  if (cause.constraint?.index) return cause.constraint.index;
  const message = cause.originalMessage ?? "";
  // Ours end in [name]; PostgreSQL's own say … constraint "name".
  return /\[([a-z_]+)\]$/.exec(message)?.[1] ?? /constraint "([^"]+)"/.exec(message)?.[1] ?? null;
}

/** Constraints that a person can run into when two people act at once, and the sentence for each. */
const REFUSALS: Readonly<Record<string, Refusal>> = {
  application_one_open: { code: "application.alreadyOpen" },
  case_appeal_separated: { code: "case.appealBarred" },
  case_appeal_one_open: { code: "case.alreadyAppealed" },
  case_appeal_in_time: { code: "case.nothingToAppeal" },
  case_complaint_one_open: { code: "case.complaintOpen" },
  case_complaint_separated: { code: "case.barred.involved" },
  case_decision_case_id_round_key: { code: "case.alreadyDecided" },
  case_decision_evidence: { code: "case.evidenceChanged" },
  case_decision_hearing: { code: "case.hearingMissing" },
  case_decision_round: { code: "case.notRecommended" },
  case_decision_separated: { code: "case.deciderBarred" },
  case_hearing_case_id_round_key: { code: "case.hearingOpen" },
  case_hearing_separated: { code: "case.hearerBarred" },
  case_exception_case_id_round_requirement_key: { code: "case.alreadyExcepted" },
  case_exception_separated: { code: "case.excepterBarred" },
  case_recommendation_case_id_round_key: { code: "case.alreadyRecommended" },
  case_recommendation_ready: { code: "case.notReady" },
  case_recommendation_separated: { code: "case.recommenderBarred" },
  case_step_separated: { code: "case.moverBarred" },
  case_representative_apart: { code: "case.representativeInvolved" },
  case_representative_one_live: { code: "case.representativeThere" },
  case_representative_other: { code: "case.representativeSelf", field: "email" },
  case_review_separated: { code: "review.reviewerInvolved" },
  case_review_frozen: { code: "review.written" },
  case_release_separated: { code: "case.releaserBarred" },
  certificate_decision_id_key: { code: "certificate.alreadyIssued" },
  certificate_correction_follows: { code: "certificate.notCurrent" },
  certificate_correction_separated: { code: "certificate.notOfBody" },
  certificate_issuing_stopped: { code: "certificate.issuingStopped" },
  certificate_one_current: { code: "certificate.alreadyIssued" },
  certificate_request_separated: { code: "certificate.notOfBody" },
  certificate_request_current: { code: "certificate.notCurrent" },
  certificate_request_one_open: { code: "certificate.requestOpen" },
  certificate_revocation_current: { code: "certificate.notCurrent" },
  certificate_revocation_one_open: { code: "certificate.revocationOpen" },
  certificate_revocation_separated: { code: "certificate.notOfBody" },
  certificate_revocation_two_persons: { code: "certificate.secondPerson" },
  certificate_superseded_settled: { code: "certificate.revocationWaits" },
  certificate_suspension_current: { code: "certificate.notCurrent" },
  certificate_suspension_one_open: { code: "certificate.alreadySuspended" },
  certificate_suspension_separated: { code: "certificate.notOfBody" },
  cohort_capacity_holds_seats: { code: "cohort.capacityBelowSeats", field: "capacity" },
  cohort_slug_key: { code: "cohort.slugTaken", field: "slug" },
  enrolment_one_live: { code: "enrolment.alreadyEnrolled" },
  criterion_stable_key_fixed: { code: "framework.stableKeyFixed" },
  criterion_framework_version_id_code_key: { code: "framework.codeTaken", field: "code" },
  framework_approval_current: { code: "conflict" },
  framework_version_one_draft: { code: "framework.draftExists" },
  framework_version_unused: { code: "framework.inUseElsewhere" },
  framework_version_two_approvals: { code: "framework.twoApprovals" },
  issuing_run_one_open: { code: "certificate.runOpen" },
  issuing_stop_one_open: { code: "certificate.alreadyStopped" },
  assessor_authorisation_by_another: { code: "authorisation.oneself" },
  calibration_assessor: { code: "calibration.notAssessor" },
  calibration_frozen: { code: "calibration.closed" },
  framework_approval_of_body: { code: "framework.approverNotOfBody" },
  framework_version_frozen: { code: "framework.frozen" },
  observation_all_rated: { code: "observation.allRated" },
  observation_assessor_barred: { code: "observation.assessorBarred" },
  observation_assessor_unauthorised: { code: "assessor.notAuthorised" },
  observation_frozen: { code: "observation.frozen" },
  observation_pair_agreed: { code: "pair.notAgreed" },
  observation_pair_blind: { code: "pair.notAlone" },
  observation_pair_compared: { code: "pair.blind" },
  observation_pair_eligible: { code: "pair.secondBarred" },
  observation_pair_two_persons: { code: "pair.secondBarred" },
  pair_agreement_by_two: { code: "pair.byTwo" },
  self_assessment_frozen: { code: "visit.selfAssessmentOver" },
  observation_visit_assessor_once: { code: "visit.assessorBusy", field: "startsAt" },
  organisation_country_registration_number_key: {
    code: "organisation.numberTaken",
    field: "registrationNumber",
  },
  organisation_name_no_overlap: { code: "organisation.namesOverlap" },
  person_email_key: { code: "person.emailTaken", field: "email" },
  programme_slug_key: { code: "programme.slugTaken", field: "slug" },
  programme_version_cancellation: { code: "programme.cancellation", field: "cancelStartedPercent" },
  programme_version_frozen: { code: "programme.versionFrozen" },
  programme_version_one_draft: { code: "programme.draftExists" },
  programme_version_one_published: { code: "programme.publishedExists" },
  role_grant_no_overlap: { code: "role.alreadyGranted" },
  kept_seat_pkey: { code: "conflict" },
  seat_class_once: { code: "seatClass.taken", field: "organisationId" },
  seat_of_its_class: { code: "seatClass.kept" },
  seat_pkey: { code: "cohort.full" },
  seat_within_capacity: { code: "cohort.full" },
  session_facilitator_once: { code: "session.facilitatorBusy", field: "facilitatorIds" },
  school_holiday_once: { code: "holiday.overlap", field: "firstDay" },
  session_room_once: { code: "session.roomBusy", field: "roomId" },
  unavailability_once: { code: "unavailability.overlap", field: "fromDay" },
};

/**
 * What a person is told when the database refuses: the constraint's own sentence, `conflict` for another unique value or
 * an illegal move of a state machine, null for what only a fault of ours can cause.
 */
export function refusalOf(error: unknown): Refusal | null {
  const constraint = violatedConstraint(error);
  if (!constraint) return null;
  const known = REFUSALS[constraint];
  if (known) return known;
  return constraint.endsWith("_transition") || driverCause(error)?.originalCode === "23505"
    ? { code: "conflict" }
    : null;
}
