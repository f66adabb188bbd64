import { evidenceHash } from "../../lib/certification/rules/evidence.ts";
import {
  attendanceEvidence,
  observedEvidence,
  projectTextHash,
} from "../../lib/certification/rules/evidence-rows.ts";
import { contentSelect } from "../../lib/observations/rules/content-rows.ts";
import type { Seed } from "./base.ts";

/**
 * The hash over the evidence of everybody on a certifying cohort, by enrolment: what a recommendation would rest on now.
 * The same as lib/certification/commands/gather-evidence.ts gives; tests/commands/seed compares the two.
 */
export async function evidenceHashes(seed: Seed, cohortId: string): Promise<Map<string, string>> {
  const { sessions, enrolments } = await readEvidence(seed, cohortId);
  return new Map(
    enrolments.map(({ id, participantRole, trackId, attendance, observations, project, scheme }) => {
      const { id: frameworkVersionId, ...bounds } = scheme;
      const evidence = {
        scheme: { ...bounds, frameworkVersionId, criteria: [] },
        attendance: attendanceEvidence(sessions, attendance, { participantRole, trackId }, seed.now),
        observations: observations.map(observedEvidence),
        project: project && { id: project.id, state: project.state, textHash: projectTextHash(project) },
      };
      return [id, evidenceHash(evidence)] as const;
    }),
  );
}

/** Reads one table after the other: inside a transaction there is one connection, and it takes one statement at a time. */
async function readEvidence({ db }: Seed, cohortId: string) {
  const ofCohort = { enrolment: { cohortId } };
  const sessions = await db.session.findMany({
    where: { cohortId },
    select: { id: true, state: true, startsAt: true, endsAt: true, obligations: true },
  });
  const enrolments = await db.enrolment.findMany({
    where: { cohortId, case: { isNot: null } },
    select: { id: true, participantRole: true, trackId: true },
  });
  const cases = await db.certificationCase.findMany({
    where: ofCohort,
    select: {
      enrolmentId: true,
      frameworkVersion: {
        select: {
          id: true,
          minObservations: true,
          minAssessors: true,
          attendanceMinimumPercent: true,
          requiresConcludedProject: true,
        },
      },
    },
  });
  const attendance = await db.attendance.findMany({ where: ofCohort });
  const projects = await db.practiceProject.findMany({ where: ofCohort });
  const observations = await db.observation.findMany({
    where: ofCohort,
    select: {
      ...contentSelect,
      id: true,
      state: true,
      pairId: true,
      jointOf: { select: { secondId: true } },
      contentHash: true,
    },
  });
  const its = <T extends { enrolmentId: string | null }>(rows: readonly T[], id: string) =>
    rows.filter((row) => row.enrolmentId === id);
  return {
    sessions,
    enrolments: enrolments.flatMap((enrolment) => {
      const scheme = its(cases, enrolment.id)[0]?.frameworkVersion;
      if (!scheme) return [];
      return [
        {
          ...enrolment,
          scheme,
          attendance: its(attendance, enrolment.id),
          project: its(projects, enrolment.id)[0] ?? null,
          observations: its(observations, enrolment.id),
        },
      ];
    }),
  };
}
