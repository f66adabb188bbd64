import {
  confirmRevocationAction,
  correctCertificateAction,
  declineRequestAction,
  proposeRevocationAction,
  recertifyAction,
  reinstateCertificateAction,
  suspendCertificateAction,
  withdrawRevocationAction,
} from "@/lib/certificates/actions";
import {
  decideAppealAction,
  decideCaseAction,
  decideComplaintAction,
  exceptRequirementAction,
  openHearingAction,
  recommendCaseAction,
  releaseCaseAction,
  reopenCaseAction,
  takeUpCaseAction,
} from "@/lib/certification/actions";
import { Prisma } from "@/lib/db/generated/client";
import type { CaseOutcome, CaseState, CaseStepKind } from "@/lib/db/generated/enums";
import { assignReviewAction } from "@/lib/sampling/actions";
import { inDays } from "../../factories/unique";
import type { AnyAction } from "../../policy/row";
import { always, certifiersOnly, involved, type Who } from "./case-people";

/** A case at the step of a part, with everybody around it. */
export type Made = {
  readonly caseId: string;
  readonly version: number;
  readonly certificateId: string;
  readonly requestId: string;
  readonly reviewId: string;
  readonly ids: ReadonlyMap<Who, string>;
};
/** A part in a case: who is barred from it, and how it is taken by the action and by plain SQL. */
export type Part = {
  readonly state: CaseState;
  readonly outcome?: CaseOutcome;
  /** What there is beside the case. */
  readonly beside?: "complaint" | "certificate" | "proposal" | "suspension" | "review";
  readonly barred: readonly Who[];
  readonly action: AnyAction;
  readonly input: (made: Made, who: string) => Record<string, unknown>;
  /** Who acts, where it is not the one who is tried. */
  readonly actor?: Who;
  /** The step as somebody with a direct connection would write it. */
  readonly sql: (made: Made, who: string) => Prisma.Sql;
  /** What has to be written before it. */
  readonly first?: (made: Made) => Prisma.Sql;
  readonly constraint: string;
};

const { sql } = Prisma;
const onCase = ({ caseId, version }: Made) => ({ caseId, version: String(version) });
const REASONS = { publicReason: "Fejl", internalReason: "Fejl" };
const ofCertificate = ({ certificateId }: Made) => ({ certificateId });
const hashOfCase = (caseId: string) =>
  sql`(SELECT evidence_hash FROM case_recommendation WHERE case_id = ${caseId}::uuid)`;

const exceptionBy = ({ caseId }: Made, who: string) => sql`
  INSERT INTO case_exception (id, case_id, round, requirement, written_by_id, reason, written_at)
  VALUES (gen_random_uuid(), ${caseId}::uuid, 1, 'practice_project', ${who}::uuid, 'Barsel', now())`;

const stepBy =
  (kind: CaseStepKind) =>
  ({ caseId }: Made, who: string) =>
    sql`
  INSERT INTO case_step (id, case_id, round, kind, taken_by_id, taken_at)
  VALUES (gen_random_uuid(), ${caseId}::uuid, 1, ${kind}::case_step_kind, ${who}::uuid, now())`;

/** Every part that somebody takes in a case, and in what follows from it. */
export const parts: Readonly<Record<string, Part>> = {
  recommendation: {
    state: "ready",
    // Who observed may recommend: they know the evidence.
    barred: [...always, "the excepter"],
    action: recommendCaseAction,
    input: (made) => ({ ...onCase(made), outcome: "not_certified", reasons: "K2" }),
    sql: ({ caseId }, who) => sql`
      INSERT INTO case_recommendation (id, case_id, round, recommender_id, outcome, reasons, evidence_hash, recommended_at)
      VALUES (gen_random_uuid(), ${caseId}::uuid, 1, ${who}::uuid, 'certified', 'Set', 'hash', now())`,
    constraint: "case_recommendation_separated",
  },
  "taking up": {
    state: "collecting",
    barred: certifiersOnly,
    action: takeUpCaseAction,
    input: onCase,
    sql: stepBy("taken_up"),
    constraint: "case_step_separated",
  },
  "sending back": {
    state: "recommended",
    barred: certifiersOnly,
    action: reopenCaseAction,
    input: onCase,
    sql: stepBy("sent_back"),
    constraint: "case_step_separated",
  },
  hearing: {
    state: "recommended",
    barred: [...certifiersOnly, "an assessor who observed", "the recommender", "the excepter"],
    action: openHearingAction,
    input: (made) => ({
      ...onCase(made),
      notice: "K2 er ikke nået.",
      dueOn: inDays(20).toISOString().slice(0, 10),
    }),
    sql: ({ caseId }, who) => sql`
      INSERT INTO case_hearing (id, case_id, round, notice, opened_at, opened_by_id, due_at)
      VALUES (gen_random_uuid(), ${caseId}::uuid, 1, 'K2 er ikke nået.', now(), ${who}::uuid, now() + interval '20 days')`,
    constraint: "case_hearing_separated",
  },
  "exception while heard": {
    state: "hearing",
    barred: [...certifiersOnly, "an assessor who observed", "the recommender", "who opened the hearing"],
    action: exceptRequirementAction,
    input: (made) => ({ ...onCase(made), requirement: "practice_project", reason: "Barsel" }),
    sql: exceptionBy,
    constraint: "case_exception_separated",
  },
  exception: {
    state: "recommended",
    barred: [...certifiersOnly, "an assessor who observed", "the recommender"],
    action: exceptRequirementAction,
    input: (made) => ({ ...onCase(made), requirement: "practice_project", reason: "Barsel" }),
    sql: exceptionBy,
    constraint: "case_exception_separated",
  },
  decision: {
    state: "recommended",
    barred: [...certifiersOnly, "an assessor who observed", "the recommender", "the excepter"],
    action: decideCaseAction,
    input: (made) => ({ ...onCase(made), outcome: "certified", reasonMain: "Alt er set." }),
    sql: ({ caseId }, who) => sql`
      INSERT INTO case_decision (id, case_id, round, decider_id, outcome, reason_main, evidence_hash, decided_at)
      VALUES (gen_random_uuid(), ${caseId}::uuid, 1, ${who}::uuid, 'certified', 'Set', ${hashOfCase(caseId)}, now())`,
    constraint: "case_decision_separated",
  },
  release: {
    state: "decided",
    // Telling the outcome changes nothing of it: also who decided may.
    barred: certifiersOnly,
    action: releaseCaseAction,
    input: onCase,
    sql: ({ caseId }, who) => sql`
      UPDATE certification_case SET state = 'released', released_at = now(), released_by_id = ${who}::uuid WHERE id = ${caseId}::uuid`,
    constraint: "case_release_separated",
  },
  appeal: {
    state: "appealed",
    outcome: "not_certified",
    barred: [...certifiersOnly, ...involved],
    action: decideAppealAction,
    input: (made) => ({ ...onCase(made), verdict: "upheld", reasons: "Gennemgået." }),
    sql: ({ caseId }, who) => sql`
      UPDATE case_appeal SET decided_by_id = ${who}::uuid, decided_at = now(), reasons = 'Gennemgået' WHERE case_id = ${caseId}::uuid`,
    constraint: "case_appeal_separated",
  },
  complaint: {
    state: "released",
    outcome: "not_certified",
    beside: "complaint",
    barred: [...certifiersOnly, ...involved],
    action: decideComplaintAction,
    input: ({ caseId }) => ({ caseId, verdict: "founded", reasons: "Det tog for lang tid." }),
    sql: ({ caseId }, who) => sql`
      UPDATE case_complaint SET state = 'founded', decided_by_id = ${who}::uuid, decided_at = now(), reasons = 'For sent' WHERE case_id = ${caseId}::uuid`,
    constraint: "case_complaint_separated",
  },
  "proposal to revoke": {
    state: "released",
    beside: "certificate",
    barred: certifiersOnly,
    action: proposeRevocationAction,
    input: (made) => ({ ...ofCertificate(made), ...REASONS }),
    sql: ({ certificateId }, who) => sql`
      INSERT INTO certificate_revocation (id, certificate_id, public_reason, internal_reason, requested_by_id, requested_at)
      VALUES (gen_random_uuid(), ${certificateId}::uuid, 'Fejl', 'Fejl', ${who}::uuid, now())`,
    constraint: "certificate_revocation_separated",
  },
  "proposal taken back": {
    state: "released",
    beside: "proposal",
    barred: certifiersOnly,
    action: withdrawRevocationAction,
    input: ofCertificate,
    sql: ({ certificateId }, who) => sql`
      UPDATE certificate_revocation SET withdrawn_by_id = ${who}::uuid, withdrawn_at = now() WHERE certificate_id = ${certificateId}::uuid`,
    constraint: "certificate_revocation_separated",
  },
  revocation: {
    state: "released",
    beside: "proposal",
    barred: certifiersOnly,
    action: confirmRevocationAction,
    input: ofCertificate,
    sql: ({ certificateId }, who) => sql`
      UPDATE certificate_revocation SET confirmed_by_id = ${who}::uuid, confirmed_at = now() WHERE certificate_id = ${certificateId}::uuid`,
    constraint: "certificate_revocation_separated",
  },
  suspension: {
    state: "released",
    beside: "certificate",
    barred: certifiersOnly,
    action: suspendCertificateAction,
    input: (made) => ({ ...ofCertificate(made), ...REASONS }),
    sql: ({ certificateId }, who) => sql`
      INSERT INTO certificate_suspension (id, certificate_id, public_reason, suspended_by_id, suspended_at)
      VALUES (gen_random_uuid(), ${certificateId}::uuid, 'Fejl', ${who}::uuid, now())`,
    constraint: "certificate_suspension_separated",
  },
  reinstatement: {
    state: "released",
    beside: "suspension",
    barred: certifiersOnly,
    action: reinstateCertificateAction,
    input: (made) => ({ ...ofCertificate(made), note: "I orden" }),
    sql: ({ certificateId }, who) => sql`
      UPDATE certificate_suspension SET reinstated_by_id = ${who}::uuid, reinstated_at = now() WHERE certificate_id = ${certificateId}::uuid`,
    constraint: "certificate_suspension_separated",
  },
  correction: {
    state: "released",
    beside: "certificate",
    barred: certifiersOnly,
    action: correctCertificateAction,
    input: (made) => ({ ...ofCertificate(made), seen: "0".repeat(64) }),
    first: ({ certificateId }) =>
      sql`UPDATE certificate SET state = 'superseded' WHERE id = ${certificateId}::uuid`,
    sql: ({ certificateId }, who) => sql`
      INSERT INTO certificate (id, decision_id, case_id, holder_id, public_id, serial_number, payload, payload_hash, issued_at, valid_until,
        supersedes_id, succession, corrected_by_id)
      SELECT gen_random_uuid(), decision_id, case_id, holder_id, left(md5(random()::text), 22), 'PX-2099-00001', payload, payload_hash, now(),
        valid_until, id, 'correction', ${who}::uuid FROM certificate WHERE id = ${certificateId}::uuid`,
    constraint: "certificate_correction_separated",
  },
  recertification: {
    state: "released",
    beside: "certificate",
    barred: certifiersOnly,
    action: recertifyAction,
    input: (made) => ({ ...ofCertificate(made), dueOn: "" }),
    sql: stepBy("recertification_begun"),
    constraint: "case_step_separated",
  },
  "answer to a holder": {
    state: "released",
    beside: "certificate",
    barred: certifiersOnly,
    action: declineRequestAction,
    input: (made) => ({ ...ofCertificate(made), requestId: made.requestId, answer: "Ordningen er lukket." }),
    sql: ({ requestId }, who) => sql`
      UPDATE certificate_request SET answered_by_id = ${who}::uuid, answered_at = now(), granted = false, answer = 'Lukket' WHERE id = ${requestId}::uuid`,
    constraint: "certificate_request_separated",
  },
  "second look": {
    state: "released",
    outcome: "not_certified",
    beside: "review",
    barred: [...certifiersOnly, ...involved],
    action: assignReviewAction,
    actor: "nobody near",
    input: ({ reviewId }, reviewerId) => ({ reviewId, version: "1", reviewerId }),
    sql: ({ reviewId, ids }, who) => sql`
    UPDATE case_review SET state = 'assigned', reviewer_id = ${who}::uuid, assigned_by_id = ${ids.get("nobody near")}::uuid, assigned_at = now()
    WHERE id = ${reviewId}::uuid`,
    constraint: "case_review_separated",
  },
};
