import "server-only";
import { type Acting, organisationsAs } from "@/lib/auth/acting";
import { CERTIFICATE_ZONE } from "@/lib/certificates/rules/payload";
import { dayOf } from "@/lib/core/dates";
import { database } from "@/lib/db/client";
import { namesSelect } from "@/lib/organisations/facts/names";
import { nameAt } from "@/lib/organisations/rules/name-at";

const RUNS_SHOWN = 20;

/** The switch of a certifying body. */
export type BodySwitch = {
  readonly certifyingBodyId: string;
  readonly name: string;
  /** The stop in force: since when, by whom and why. */
  readonly stop: { readonly reason: string; readonly by: string; readonly at: Date } | null;
};

/** A cohort with people who are decided to be certified and have not been told. */
export type CohortToIssue = {
  readonly cohortId: string;
  readonly name: string;
  readonly programme: string;
  readonly waiting: number;
};

/** A run with how far it has come. */
export type RunProgress = {
  readonly id: string;
  readonly cohort: string;
  readonly requestedBy: string;
  readonly requestedAt: Date;
  readonly finishedAt: Date | null;
  readonly issued: number;
  readonly refused: number;
  readonly total: number;
  /** Issuing is stopped, so that it waits. */
  readonly paused: boolean;
  /** Who was not issued, and the code of why. */
  readonly refusals: readonly { readonly caseId: string; readonly name: string; readonly code: string }[];
};

async function runsOf(bodies: readonly string[], stopped: readonly string[]): Promise<RunProgress[]> {
  const runs = await database().issuingRun.findMany({
    where: { certifyingBodyId: { in: [...bodies] } },
    orderBy: { requestedAt: "desc" },
    take: RUNS_SHOWN,
    select: {
      id: true,
      certifyingBodyId: true,
      requestedAt: true,
      finishedAt: true,
      cohort: { select: { name: true } },
      requestedBy: { select: { name: true } },
      items: {
        where: { state: "refused" },
        select: {
          caseId: true,
          refusal: true,
          case: { select: { enrolment: { select: { person: { select: { name: true } } } } } },
        },
        orderBy: { position: "asc" },
      },
    },
  });
  const counts = await database().issuingRunItem.groupBy({
    by: ["runId", "state"],
    where: { runId: { in: runs.map(({ id }) => id) } },
    _count: true,
  });
  return runs.map(({ cohort, requestedBy, items, certifyingBodyId, ...run }) => {
    const its = counts.filter(({ runId }) => runId === run.id);
    const count = (state?: string) =>
      its.filter((each) => !state || each.state === state).reduce((sum, each) => sum + each._count, 0);
    return {
      ...run,
      cohort: cohort.name,
      requestedBy: requestedBy.name,
      issued: count("issued"),
      refused: count("refused"),
      total: count(),
      paused: run.finishedAt === null && stopped.includes(certifyingBodyId),
      refusals: items.map((item) => ({
        caseId: item.caseId,
        name: item.case.enrolment.person.name,
        code: item.refusal ?? "",
      })),
    };
  });
}

/** Cohorts of the bodies on which decisions to certify wait to be released; the round's own decision counts. */
function cohortsOf(bodies: readonly string[]): Promise<CohortToIssue[]> {
  return database().$queryRaw<CohortToIssue[]>`
    SELECT h.id AS "cohortId", h.name, v.title AS programme, count(*)::int AS waiting
    FROM certification_case c
    JOIN case_decision d ON d.case_id = c.id AND d.round = c.round AND d.outcome = 'certified'
    JOIN enrolment e ON e.id = c.enrolment_id JOIN cohort h ON h.id = e.cohort_id JOIN programme_version v ON v.id = h.programme_version_id
    WHERE c.state = 'decided' AND c.certifying_body_id = ANY (${[...bodies]}::uuid[])
    GROUP BY h.id, h.name, v.title ORDER BY h.name`;
}

/** Everything about issuing in the acting certifier's bodies: the switches, the cohorts that wait, the runs. */
export async function listIssuing(
  acting: Acting,
  now: Date,
): Promise<{
  readonly bodies: BodySwitch[];
  readonly cohorts: CohortToIssue[];
  readonly runs: RunProgress[];
}> {
  const ids = organisationsAs(acting, "certifier");
  if (ids.length === 0) return { bodies: [], cohorts: [], runs: [] };
  const organisations = await database().organisation.findMany({
    where: { id: { in: ids }, kind: "certifying_body" },
    select: {
      id: true,
      names: namesSelect,
      issuingStops: {
        where: { liftedAt: null },
        select: { reason: true, stoppedAt: true, stoppedBy: { select: { name: true } } },
      },
    },
  });
  const bodies = organisations.map(({ id, names, issuingStops: [stop] }) => ({
    certifyingBodyId: id,
    name: nameAt(names, dayOf(now, CERTIFICATE_ZONE))?.name ?? "",
    stop: stop ? { reason: stop.reason, by: stop.stoppedBy.name, at: stop.stoppedAt } : null,
  }));
  const stopped = bodies.filter(({ stop }) => stop).map(({ certifyingBodyId }) => certifyingBodyId);
  return { bodies, cohorts: await cohortsOf(ids), runs: await runsOf(ids, stopped) };
}
