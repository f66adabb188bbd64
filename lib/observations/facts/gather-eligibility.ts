import "server-only";
import type { Db, Transaction } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import {
  type EligibilityFacts,
  employersOfParticipant,
  employmentOf,
  employmentSelect,
} from "../rules/assessor-eligibility";
import { managedPeople } from "./managed-people";

const assessorSelect = {
  email: true,
  affiliations: { select: employmentSelect },
  authorisations: { select: { frameworkVersionId: true, validFrom: true, validTo: true } },
  cohortsFacilitated: { select: { cohortId: true } },
  sessionsFacilitated: { where: { isLive: true }, select: { session: { select: { cohortId: true } } } },
} as const satisfies Prisma.PersonSelect;

const enrolmentSelect = {
  id: true,
  personId: true,
  cohortId: true,
  organisationId: true,
  createdAt: true,
  person: { select: { affiliations: { select: employmentSelect } } },
  cohort: { select: { programmeVersion: { select: { frameworkVersionId: true } } } },
} as const satisfies Prisma.EnrolmentSelect;

type Taught = { readonly personId: string; readonly cohortId: string; readonly until: Date };

/**
 * Until when the assessor taught each of these people, by cohort: as one of its team, or in single sessions. Of a cohort that
 * somebody left, the sessions count that had begun by then.
 */
function taughtUntil(
  db: Db | Transaction,
  assessorId: string,
  personIds: readonly string[],
): Promise<Taught[]> {
  return db.$queryRaw<Taught[]>`
    SELECT e.person_id AS "personId", e.cohort_id AS "cohortId", max(s.ends_at) AS "until"
    FROM enrolment e JOIN session s ON s.cohort_id = e.cohort_id AND s.state <> 'cancelled'
    WHERE e.person_id = ANY(${personIds}::uuid[])
      AND (e.state NOT IN ('withdrawn', 'substituted', 'transferred') OR e.ended_at IS NULL OR s.starts_at < e.ended_at)
      AND (EXISTS (SELECT 1 FROM cohort_facilitator f WHERE f.cohort_id = e.cohort_id AND f.person_id = ${assessorId}::uuid)
        OR EXISTS (SELECT 1 FROM session_facilitator f
                   WHERE f.session_id = s.id AND f.person_id = ${assessorId}::uuid AND f.is_live))
    GROUP BY e.person_id, e.cohort_id`;
}

/**
 * What decides whether `assessorId` may observe each of these enrolments, by enrolment id (`decideAssessorEligibility`). The
 * number of SQL statements does not depend on how many there are. Whoever asks has put the ids through a scope before.
 */
export async function gatherEligibility(
  db: Db | Transaction,
  assessorId: string,
  enrolmentIds: readonly string[],
): Promise<Map<string, EligibilityFacts>> {
  if (enrolmentIds.length === 0) return new Map();
  const enrolments = await db.enrolment.findMany({
    where: { id: { in: [...enrolmentIds] } },
    select: enrolmentSelect,
  });
  const personIds = enrolments.map((row) => row.personId);
  const assessor = await db.person.findUniqueOrThrow({ where: { id: assessorId }, select: assessorSelect });
  const managed = await managedPeople(db, assessor.email, personIds);
  const taught = await taughtUntil(db, assessorId, personIds);
  const declarations = await db.conflictDeclaration.findMany({
    where: { assessorId, participantId: { in: personIds } },
    select: { participantId: true, outcome: true },
    // Ids rise with time (UUIDv7): two declarations of one instant still have an order.
    orderBy: [{ declaredAt: "desc" }, { id: "desc" }],
  });
  const taughtCohorts = new Set([
    ...assessor.cohortsFacilitated.map((row) => row.cohortId),
    ...assessor.sessionsFacilitated.map((row) => row.session.cohortId),
  ]);
  return new Map(
    enrolments.map((row) => [
      row.id,
      {
        assessorId,
        participantId: row.personId,
        assessorEmployers: assessor.affiliations.map(employmentOf),
        participantEmployers: employersOfParticipant(row),
        teachesCohort: taughtCohorts.has(row.cohortId),
        trainedUntil: latest(
          taught.filter((each) => each.personId === row.personId && each.cohortId !== row.cohortId),
        ),
        isLineManager: managed.has(row.personId),
        declared: declarations.find((each) => each.participantId === row.personId)?.outcome ?? null,
        authorisation:
          assessor.authorisations.find(
            (each) => each.frameworkVersionId === row.cohort.programmeVersion.frameworkVersionId,
          ) ?? null,
      },
    ]),
  );
}

function latest(taught: readonly Taught[]): Date | null {
  return taught.reduce<Date | null>(
    (last, each) => (last === null || each.until > last ? each.until : last),
    null,
  );
}
