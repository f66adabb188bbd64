import "server-only";
import { type Acting, personOf } from "@/lib/auth/acting";
import type { Db, Transaction } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { Employment } from "@/lib/observations/rules/assessor-eligibility";
import type { Involvement } from "../rules/impartiality";
import { involvementOf } from "../rules/involvement";

const employmentSelect = { organisationId: true, validFrom: true, validTo: true } as const;

type AffiliationRow = { organisationId: string; validFrom: Date; validTo: Date | null };

function employmentOf({ organisationId, validFrom, validTo }: AffiliationRow): Employment {
  return { organisationId, from: validFrom, to: validTo };
}

/** Cohorts that a person teaches, as a whole or in one of its sessions. */
function taughtBy(personId: string): Prisma.CohortWhereInput {
  return {
    OR: [
      { facilitators: { some: { personId } } },
      { sessions: { some: { facilitators: { some: { personId, isLive: true } } } } },
    ],
  };
}

function caseSelect(personId: string) {
  return {
    id: true,
    round: true,
    certifyingBodyId: true,
    releasedById: true,
    recommendations: { select: { round: true, recommenderId: true } },
    decisions: { select: { round: true, deciderId: true } },
    exceptions: { select: { round: true, writtenById: true } },
    enrolment: {
      select: {
        personId: true,
        cohortId: true,
        observations: { where: { assessorId: personId }, select: { id: true }, take: 1 },
        person: {
          select: {
            affiliations: { select: employmentSelect },
            enrolments: {
              where: {
                state: { notIn: ["withdrawn", "substituted", "transferred"] },
                cohort: taughtBy(personId),
              },
              select: { cohortId: true, cohort: { select: { startsOn: true, endsOn: true } } },
            },
          },
        },
      },
    },
  } as const satisfies Prisma.CertificationCaseSelect;
}

async function loadTies(db: Db | Transaction, personId: string, participantIds: string[]) {
  const [self, declarations] = await Promise.all([
    db.person.findUniqueOrThrow({
      where: { id: personId },
      select: { email: true, affiliations: { select: employmentSelect } },
    }),
    db.conflictDeclaration.findMany({
      where: { assessorId: personId, participantId: { in: participantIds } },
      select: { participantId: true, outcome: true },
      // The newest comes last and is what stays in the map.
      orderBy: [{ declaredAt: "asc" }, { id: "asc" }],
    }),
  ]);
  const managed = self.email
    ? await db.application.findMany({
        where: {
          personId: { in: participantIds },
          managerApproval: { managerEmail: { equals: self.email, mode: "insensitive" } },
        },
        select: { personId: true },
      })
    : [];
  return {
    employers: self.affiliations.map(employmentOf),
    declared: new Map(declarations.map((each) => [each.participantId, each.outcome])),
    managed: new Set(managed.map((each) => each.personId)),
  };
}

/**
 * How near the acting person is to each of these cases, by case id. The number of SQL statements does not depend on the
 * number of cases. Whoever asks has put the ids through a scope before.
 */
export async function gatherInvolvement(
  db: Db | Transaction,
  acting: Acting,
  caseIds: readonly string[],
  now: Date,
): Promise<Map<string, Involvement>> {
  if (caseIds.length === 0) return new Map();
  const personId = personOf(acting);
  const rows = await db.certificationCase.findMany({
    where: { id: { in: [...caseIds] } },
    select: caseSelect(personId),
  });
  const ties = await loadTies(db, personId, [...new Set(rows.map((row) => row.enrolment.personId))]);
  return new Map(
    rows.map(({ enrolment, ...row }) => [
      row.id,
      involvementOf(
        {
          ...row,
          personId,
          participantId: enrolment.personId,
          ofBody: acting.grants.some((grant) => grant.organisationId === row.certifyingBodyId),
          observed: enrolment.observations.length > 0,
          teaches: enrolment.person.enrolments.some((each) => each.cohortId === enrolment.cohortId),
          trainedTogether: enrolment.person.enrolments
            .filter((each) => each.cohortId !== enrolment.cohortId)
            .map((each) => each.cohort),
          employers: ties.employers,
          participantEmployers: enrolment.person.affiliations.map(employmentOf),
          isLineManager: ties.managed.has(enrolment.personId),
          declared: ties.declared.get(enrolment.personId) ?? null,
        },
        now,
      ),
    ]),
  );
}
