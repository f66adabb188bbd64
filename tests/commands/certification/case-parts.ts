import { confirmRevocationAction, proposeRevocationAction } from "@/lib/certificates/actions";
import {
  decideAppealAction,
  decideCaseAction,
  decideComplaintAction,
  exceptRequirementAction,
  recommendCaseAction,
  releaseCaseAction,
} from "@/lib/certification/actions";
import { Prisma } from "@/lib/db/generated/client";
import type { CaseOutcome, CaseState } from "@/lib/db/generated/enums";
import { assignReviewAction } from "@/lib/sampling/actions";
import type { AnyAction } from "../../policy/row";

/** Who stands near a case, as a certifier of the body where nothing else is said. */
export const people = [
  "nobody near",
  "the participant",
  "an assessor who observed",
  "a facilitator of the cohort",
  "the teacher of one session",
  "a teacher of the last two years",
  "the line manager",
  "of the same employer lately",
  "declared barred",
  "the recommender",
  "the excepter",
  "the decider",
  "the releaser",
  "an assessor who is no certifier",
  "a certifier of another body",
] as const;
export type Who = (typeof people)[number];

/** Barred from every part (forvaltningsloven § 3; ISO/IEC 17024 5.2). */
const always: readonly Who[] = [
  "the participant",
  "a facilitator of the cohort",
  "the teacher of one session",
  "a teacher of the last two years",
  "the line manager",
  "of the same employer lately",
  "declared barred",
  "a certifier of another body",
];
const certifiersOnly: readonly Who[] = [...always, "an assessor who is no certifier"];
const involved: readonly Who[] = [
  "an assessor who observed",
  "the recommender",
  "the excepter",
  "the decider",
  "the releaser",
];

/** A case at the step of a part, with everybody around it. */
export type Made = {
  readonly caseId: string;
  readonly version: number;
  readonly certificateId: string;
  readonly reviewId: string;
  readonly ids: ReadonlyMap<Who, string>;
};
/** A part in a case: who is barred from it, and how it is taken by the action and by plain SQL. */
export type Part = {
  readonly state: CaseState;
  readonly outcome?: CaseOutcome;
  readonly barred: readonly Who[];
  readonly action: AnyAction;
  readonly input: (made: Made, who: string) => Record<string, unknown>;
  /** Who acts, where it is not the one who is tried. */
  readonly actor?: Who;
  /** The step as somebody with a direct connection would write it. */
  readonly sql: (made: Made, who: string) => Prisma.Sql;
  readonly constraint: string;
};

const { sql } = Prisma;
const onCase = ({ caseId, version }: Made) => ({ caseId, version: String(version) });
const hashOfCase = (caseId: string) =>
  sql`(SELECT evidence_hash FROM case_recommendation WHERE case_id = ${caseId}::uuid)`;

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
  exception: {
    state: "recommended",
    barred: [...certifiersOnly, "an assessor who observed", "the recommender"],
    action: exceptRequirementAction,
    input: (made) => ({ ...onCase(made), requirement: "practice_project", reason: "Barsel" }),
    sql: ({ caseId }, who) => sql`
      INSERT INTO case_exception (id, case_id, round, requirement, written_by_id, reason, written_at)
      VALUES (gen_random_uuid(), ${caseId}::uuid, 1, 'practice_project', ${who}::uuid, 'Barsel', now())`,
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
    barred: [...certifiersOnly, ...involved],
    action: decideComplaintAction,
    input: ({ caseId }) => ({ caseId, verdict: "founded", reasons: "Det tog for lang tid." }),
    sql: ({ caseId }, who) => sql`
      UPDATE case_complaint SET state = 'founded', decided_by_id = ${who}::uuid, decided_at = now(), reasons = 'For sent' WHERE case_id = ${caseId}::uuid`,
    constraint: "case_complaint_separated",
  },
  "proposal to revoke": {
    state: "released",
    barred: certifiersOnly,
    action: proposeRevocationAction,
    input: ({ certificateId }) => ({ certificateId, publicReason: "Fejl", internalReason: "Fejl" }),
    sql: ({ certificateId }, who) => sql`
      INSERT INTO certificate_revocation (id, certificate_id, public_reason, internal_reason, requested_by_id, requested_at)
      VALUES (gen_random_uuid(), ${certificateId}::uuid, 'Fejl', 'Fejl', ${who}::uuid, now())`,
    constraint: "certificate_revocation_separated",
  },
  revocation: {
    state: "released",
    barred: certifiersOnly,
    action: confirmRevocationAction,
    input: ({ certificateId }) => ({ certificateId }),
    sql: ({ certificateId }, who) => sql`
      UPDATE certificate_revocation SET confirmed_by_id = ${who}::uuid, confirmed_at = now() WHERE certificate_id = ${certificateId}::uuid`,
    constraint: "certificate_revocation_separated",
  },
  "second look": {
    state: "released",
    outcome: "not_certified",
    barred: [...certifiersOnly, ...involved],
    action: assignReviewAction,
    actor: "nobody near",
    input: ({ reviewId }, reviewerId) => ({ reviewId, version: "1", reviewerId }),
    sql: ({ reviewId }, who) => sql`
    UPDATE case_review SET state = 'assigned', reviewer_id = ${who}::uuid, assigned_by_id = ${who}::uuid, assigned_at = now()
    WHERE id = ${reviewId}::uuid`,
    constraint: "case_review_separated",
  },
};
