import "server-only";
import type { Work } from "@/lib/auth/work";
import { Prisma } from "@/lib/db/generated/client";
import type { ParticipantRole } from "@/lib/db/generated/enums";

/** Evidence may be gathered for this long after the last course day: practice goes on when teaching has ended. */
const EVIDENCE_DAYS_AFTER_COHORT = 90;

/** What decides whether an enrolment gets a case. */
type CaseFacts = {
  readonly participantRole: ParticipantRole;
  readonly endsOn: Date;
  readonly certifyingBodyId: string | null;
  readonly frameworkVersionId: string | null;
};

/** What the case of an enrolment begins with; null where its programme version does not certify, or the person is a guest. */
export function caseTerms(facts: CaseFacts) {
  const { certifyingBodyId, frameworkVersionId } = facts;
  if (!certifyingBodyId || !frameworkVersionId || facts.participantRole === "guest") return null;
  const evidenceDueOn = new Date(facts.endsOn.getTime() + EVIDENCE_DAYS_AFTER_COHORT * 86_400_000);
  return { certifyingBodyId, frameworkVersionId, evidenceDueOn };
}

export type NewCase = NonNullable<ReturnType<typeof caseTerms>> & {
  readonly id: string;
  readonly enrolmentId: string;
};

/** The INSERT of cases whose enrolments the same statement writes: `enrolled` names the WITH query that gives their `id`s. */
export function casesInsert(work: Work, cases: readonly NewCase[], enrolled: Prisma.Sql): Prisma.Sql {
  const rows = cases.map((each) => ({
    ...each,
    evidenceDueOn: each.evidenceDueOn.toISOString().slice(0, 10),
  }));
  return Prisma.sql`
    INSERT INTO certification_case (id, enrolment_id, certifying_body_id, framework_version_id, evidence_due_on, created_at)
    SELECT c.id, c."enrolmentId", c."certifyingBodyId", c."frameworkVersionId", c."evidenceDueOn", ${work.now}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS c(id uuid, "enrolmentId" uuid, "certifyingBodyId" uuid, "frameworkVersionId" uuid, "evidenceDueOn" date)
    JOIN ${enrolled} e ON e.id = c."enrolmentId"
    RETURNING 1`;
}

/** Notes in the trail that a case was opened. */
export async function auditOpening(work: Work, opened: NewCase): Promise<void> {
  await work.audit({
    stream: `case:${opened.id}`,
    action: "case.opened",
    entity: "certificationCase",
    entityId: opened.id,
    detail: { enrolmentId: opened.enrolmentId, frameworkVersionId: opened.frameworkVersionId },
  });
}

/**
 * Opens the case of an enrolment whose programme version certifies; returns its id, null where it does not certify or the
 * person is a guest. An enrolment has one case: where there is one already, that one is returned. `enrolmentId` must exist.
 */
export async function openCase(work: Work, enrolmentId: string): Promise<string | null> {
  const enrolment = await work.tx.enrolment.findUniqueOrThrow({
    where: { id: enrolmentId },
    select: {
      participantRole: true,
      case: { select: { id: true } },
      cohort: {
        select: {
          endsOn: true,
          programmeVersion: { select: { certifyingBodyId: true, frameworkVersionId: true } },
        },
      },
    },
  });
  if (enrolment.case) return enrolment.case.id;
  const { cohort, participantRole } = enrolment;
  const terms = caseTerms({ participantRole, endsOn: cohort.endsOn, ...cohort.programmeVersion });
  if (!terms) return null;
  const { id } = await work.tx.certificationCase.create({
    data: { enrolmentId, ...terms, createdAt: work.now },
    select: { id: true },
  });
  await auditOpening(work, { id, enrolmentId, ...terms });
  return id;
}
