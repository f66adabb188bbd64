import { attendanceEvidence } from "../../lib/certification/rules/attendance.ts";
import { evidenceHash } from "../../lib/certification/rules/evidence.ts";
import type { Seed } from "./base.ts";
import { projectTextHash } from "./project-texts.ts";

/**
 * The hash over the evidence of everybody on a certifying cohort, by enrolment: what a recommendation would rest on now.
 * The same as lib/certification/commands/gather-evidence.ts gives; tests/commands/seed compares the two.
 */
export async function evidenceHashes({ db, now }: Seed, cohortId: string): Promise<Map<string, string>> {
  const sessions = await db.session.findMany({
    where: { cohortId },
    select: { id: true, state: true, startsAt: true, endsAt: true, obligations: true },
  });
  const enrolments = await db.enrolment.findMany({
    where: { cohortId, case: { isNot: null } },
    select: {
      id: true,
      participantRole: true,
      trackId: true,
      attendance: { select: { sessionId: true, status: true, minutes: true, entry: true } },
      project: true,
      observations: {
        select: {
          id: true,
          assessorId: true,
          observedOn: true,
          state: true,
          amendsId: true,
          contentHash: true,
          ratings: { select: { criterionId: true, rating: true } },
        },
      },
      case: {
        select: {
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
      },
    },
  });
  return new Map(
    enrolments.flatMap(({ project, observations, attendance, case: its, ...enrolment }) => {
      if (!its) return [];
      const { id: frameworkVersionId, ...scheme } = its.frameworkVersion;
      const noted = sessions.map((session) => ({
        ...session,
        attendance: attendance.filter((note) => note.sessionId === session.id),
      }));
      const evidence = {
        scheme: { ...scheme, frameworkVersionId, criteria: [] },
        attendance: attendanceEvidence(noted, enrolment, now),
        observations: observations.map(({ state, observedOn, ...each }) => ({
          ...each,
          observedOn: observedOn.toISOString().slice(0, 10),
          locked: state === "locked",
        })),
        project: project && { id: project.id, state: project.state, textHash: projectTextHash(project) },
      };
      return [[enrolment.id, evidenceHash(evidence)] as const];
    }),
  );
}
