import "server-only";
import { type Acting, organisationsAs } from "@/lib/auth/acting";
import { visibleFrameworks } from "@/lib/auth/scope";
import { database } from "@/lib/db/client";
import type { FrameworkVersionState, Locale } from "@/lib/db/generated/enums";
import { textIn } from "../rules/text-in";

/** One framework version that assessors can be authorised for. */
export type UsableVersion = {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly state: FrameworkVersionState;
};

/** What an assessor of the body may do, until when, and how much they do. */
export type AssessorItem = {
  readonly id: string;
  readonly name: string;
  readonly authorisations: readonly {
    readonly versionId: string;
    readonly validTo: Date;
    readonly lastCalibratedAt: Date | null;
    readonly authorisedBy: string | null;
  }[];
  readonly visitsAhead: number;
  readonly observations: number;
};

/** Something that was observed by somebody who is barred from the participant today: the bar came, or came to light, later. */
export type FlaggedObservation = {
  readonly observationId: string;
  readonly caseId: string | null;
  readonly assessor: string;
  readonly participant: string;
  readonly observedOn: string;
};

/** The certifying body's assessors, the versions they can be authorised for, and what has to be looked at again. */
export type AssessorRegister = {
  readonly versions: readonly UsableVersion[];
  readonly assessors: readonly AssessorItem[];
  readonly flagged: readonly FlaggedObservation[];
};

function flaggedOf(bodies: readonly string[], now: Date): Promise<FlaggedObservation[]> {
  return database().$queryRaw<FlaggedObservation[]>`
    SELECT o.id AS "observationId", k.id AS "caseId", a.name AS assessor, p.name AS participant, to_char(o.observed_on, 'YYYY-MM-DD') AS "observedOn"
    FROM observation o JOIN enrolment e ON e.id = o.enrolment_id JOIN person p ON p.id = e.person_id JOIN person a ON a.id = o.assessor_id
      JOIN cohort h ON h.id = e.cohort_id JOIN programme_version v ON v.id = h.programme_version_id
      LEFT JOIN certification_case k ON k.enrolment_id = e.id
    WHERE v.certifying_body_id = ANY(${bodies}::uuid[]) AND o.state NOT IN ('draft', 'returned')
      AND h.state IN ('running', 'completed') AND (k.id IS NULL OR k.state IN ('collecting', 'ready', 'recommended', 'hearing'))
      AND assessor_barred(o.assessor_id, o.enrolment_id, ${now})
    ORDER BY o.observed_on DESC LIMIT 200`;
}

/** The register of the acting certifier's bodies. The number of SQL statements does not depend on how many assessors there are. */
export async function listAssessors(acting: Acting, locale: Locale, now: Date): Promise<AssessorRegister> {
  const bodies = organisationsAs(acting, "certifier");
  const versions = await database().frameworkVersion.findMany({
    where: { state: { in: ["approved", "in_use"] }, framework: visibleFrameworks(acting) },
    select: { id: true, number: true, state: true, texts: { select: { locale: true, title: true } } },
    orderBy: [{ frameworkId: "asc" }, { number: "desc" }],
  });
  const holdsNow = { validFrom: { lte: now }, OR: [{ validTo: null }, { validTo: { gt: now } }] };
  const people = await database().person.findMany({
    where: { roleGrants: { some: { role: "assessor", organisationId: { in: bodies }, ...holdsNow } } },
    select: {
      id: true,
      name: true,
      authorisations: {
        where: { frameworkVersionId: { in: versions.map((version) => version.id) } },
        select: {
          frameworkVersionId: true,
          validTo: true,
          lastCalibratedAt: true,
          authorisedBy: { select: { name: true } },
        },
      },
      _count: {
        select: {
          visits: { where: { state: "booked", startsAt: { gt: now } } },
          observations: { where: { state: { notIn: ["draft", "returned"] } } },
        },
      },
    },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  return {
    versions: versions.map(({ texts, ...version }) => ({
      ...version,
      title: textIn(texts, locale)?.title ?? "",
    })),
    assessors: people.map(({ authorisations, _count, ...person }) => ({
      ...person,
      authorisations: authorisations.map(({ frameworkVersionId, authorisedBy, ...each }) => ({
        ...each,
        versionId: frameworkVersionId,
        authorisedBy: authorisedBy?.name ?? null,
      })),
      visitsAhead: _count.visits,
      observations: _count.observations,
    })),
    flagged: await flaggedOf(bodies, now),
  };
}
