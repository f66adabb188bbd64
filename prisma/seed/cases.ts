import type { CaseOutcome, CaseState, RequirementKind } from "../../lib/db/generated/enums.ts";
import { advance } from "./advance.ts";
import { at, dateOf, day, idOf, need, past, type Seed } from "./base.ts";
import {
  CHANGED,
  decisionTexts,
  GROUNDS,
  HEARING_NOTICE,
  RECOMMENDED,
  STATEMENT,
  UPHELD,
} from "./case-texts.ts";
import { enrolmentId } from "./enrol.ts";
import { evidenceHashes } from "./evidence-hashes.ts";
import { frameworkVersionId } from "./framework.ts";
import { organisationId } from "./organisations.ts";
import { personId } from "./people.ts";

/** What happened in one round of somebody's case. Days are calendar days or days from now; persons are keys. */
export type Round = {
  readonly person: string;
  /** How far it came. */
  readonly state: CaseState;
  readonly exception?: { requirement: RequirementKind; by: string; reason: string };
  readonly recommendation?: { by: string; on: number | string; outcome: CaseOutcome };
  readonly hearing?: { by: string; opened: number; due: number; statementOn?: number };
  /** Decides what was recommended. */
  readonly decision?: { by: string; on: number | string };
  readonly release?: { by: string; on: number | string };
  readonly appeal?: { filedOn: number; by?: string; on?: number; changedTo?: CaseOutcome };
};

/** The id of somebody's case on a cohort. */
export function caseId(cohortId: string, personKey: string): string {
  return idOf(`case ${cohortId} ${personKey}`);
}

/** The id of a round's decision. */
export function decisionId(cohortId: string, personKey: string, round = 1): string {
  return idOf(`decision ${cohortId} ${personKey} ${round}`);
}

/** Opens the cases of a cohort, as happens when somebody gets a seat. */
export async function openCases(
  seed: Seed,
  cohortId: string,
  of: {
    frameworkVersion: number;
    openedOn: number | string;
    evidenceDue: number | string;
    people: readonly string[];
  },
): Promise<void> {
  await seed.db.certificationCase.createMany({
    data: of.people.map((person) => ({
      id: caseId(cohortId, person),
      enrolmentId: enrolmentId(cohortId, person),
      certifyingBodyId: organisationId("copi"),
      frameworkVersionId: frameworkVersionId(of.frameworkVersion),
      evidenceDueOn: dateOf(day(seed, of.evidenceDue)),
      createdAt: past(seed, of.openedOn),
    })),
  });
  // Whoever has left since left no case behind.
  await seed.db.$executeRaw`
    UPDATE certification_case c SET state = 'discontinued', version = c.version + 1, discontinued_at = coalesce(e.ended_at, ${seed.now})
    FROM enrolment e WHERE e.id = c.enrolment_id AND e.cohort_id = ${cohortId}::uuid
      AND e.state IN ('withdrawn', 'substituted', 'transferred') AND c.state = 'collecting'`;
}

/**
 * Plays a round of cases that gather evidence, step by step in the order in which the database allows it: excepted and
 * recommended when ready, heard, decided, released, appealed. Their evidence has to be there already.
 */
export async function playRound(
  seed: Seed,
  cohortId: string,
  rounds: readonly Round[],
  number = 1,
): Promise<void> {
  const named = rounds.map((round) => ({ ...round, id: caseId(cohortId, round.person) }));
  const move = (from: CaseState, to: CaseState, these: readonly { id: string }[]) =>
    advance(
      seed,
      "certification_case",
      from,
      these.map(({ id }) => ({ id, to })),
    );
  await move(
    "collecting",
    "ready",
    named.filter((round) => round.state !== "collecting"),
  );
  const recommended = named.filter((round) => round.recommendation);
  await recommend(seed, cohortId, number, recommended);
  await move("ready", "recommended", recommended);
  const heard = named.filter((round) => round.hearing);
  await hear(seed, number, heard);
  await move("recommended", "hearing", heard);
  const decided = named.filter((round) => round.decision);
  await decide(seed, cohortId, number, decided);
  await move(
    "recommended",
    "decided",
    decided.filter((round) => !round.hearing),
  );
  await move(
    "hearing",
    "decided",
    decided.filter((round) => round.hearing),
  );
  for (const { id, release } of named)
    if (release)
      await seed.db.certificationCase.update({
        where: { id },
        data: {
          state: "released",
          version: { increment: 1 },
          releasedAt: past(seed, release.on, "15:00"),
          releasedById: personId(release.by),
        },
      });
  const appealed = named.filter((round) => round.appeal);
  await appeal(seed, appealed);
  await move("released", "appealed", appealed);
  for (const ending of ["upheld", "changed"] as const)
    await move(
      "appealed",
      ending,
      appealed.filter((round) => round.state === ending),
    );
}

/** Sends released cases back to gathering evidence: after a repeat was asked for, or for a renewal, which `renewed` says who began. */
export async function beginNextRound(
  seed: Seed,
  cohortId: string,
  people: readonly string[],
  renewed?: { readonly by: string; readonly on: number | string },
): Promise<void> {
  if (renewed)
    await seed.db.caseStep.createMany({
      data: people.map((person) => ({
        id: idOf(`recertification ${cohortId} ${person}`),
        caseId: caseId(cohortId, person),
        round: 1,
        kind: "recertification_begun",
        takenById: personId(renewed.by),
        takenAt: past(seed, renewed.on, "09:40"),
      })),
    });
  await seed.db.certificationCase.updateMany({
    where: { id: { in: people.map((person) => caseId(cohortId, person)) } },
    data: { state: "collecting", round: { increment: 1 }, version: { increment: 1 } },
  });
}

type Named = Round & { readonly id: string };

async function recommend(seed: Seed, cohortId: string, number: number, rounds: readonly Named[]) {
  const hashes = await evidenceHashes(seed, cohortId);
  await seed.db.caseException.createMany({
    data: rounds.flatMap(({ id, exception, recommendation }) =>
      exception && recommendation
        ? [
            {
              id: idOf(`exception ${id} ${number}`),
              caseId: id,
              round: number,
              requirement: exception.requirement,
              writtenById: personId(exception.by),
              reason: exception.reason,
              writtenAt: past(seed, recommendation.on, "09:05"),
            },
          ]
        : [],
    ),
  });
  await seed.db.caseRecommendation.createMany({
    data: rounds.flatMap(({ id, person, recommendation }) =>
      recommendation
        ? [
            {
              id: idOf(`recommendation ${id} ${number}`),
              caseId: id,
              round: number,
              recommenderId: personId(recommendation.by),
              outcome: recommendation.outcome,
              reasons: RECOMMENDED[recommendation.outcome],
              evidenceHash: need(hashes, enrolmentId(cohortId, person)),
              recommendedAt: past(seed, recommendation.on, "10:30"),
            },
          ]
        : [],
    ),
  });
}

async function hear(seed: Seed, number: number, rounds: readonly Named[]) {
  await seed.db.caseHearing.createMany({
    data: rounds.flatMap(({ id, person, hearing }) =>
      hearing
        ? [
            {
              id: idOf(`hearing ${id} ${number}`),
              caseId: id,
              round: number,
              notice: HEARING_NOTICE,
              openedAt: past(seed, hearing.opened, "11:30"),
              openedById: personId(hearing.by),
              dueAt: at(seed, hearing.due, "23:59"),
              statement: hearing.statementOn === undefined ? "" : STATEMENT,
              statementAt:
                hearing.statementOn === undefined ? null : past(seed, hearing.statementOn, "20:10"),
              statementById: hearing.statementOn === undefined ? null : personId(person),
            },
          ]
        : [],
    ),
  });
}

async function decide(seed: Seed, cohortId: string, number: number, rounds: readonly Named[]) {
  const hashes = await evidenceHashes(seed, cohortId);
  await seed.db.caseDecision.createMany({
    data: rounds.flatMap(({ id, person, recommendation, decision }) =>
      recommendation && decision
        ? [
            {
              ...decisionTexts(seed, recommendation.outcome),
              id: decisionId(cohortId, person, number),
              caseId: id,
              round: number,
              deciderId: personId(decision.by),
              evidenceHash: need(hashes, enrolmentId(cohortId, person)),
              decidedAt: past(seed, decision.on, "14:15"),
            },
          ]
        : [],
    ),
  });
}

async function appeal(seed: Seed, rounds: readonly Named[]) {
  await seed.db.caseAppeal.createMany({
    data: rounds.flatMap(({ id, person, appeal: its }) =>
      its
        ? [
            {
              id: idOf(`appeal ${id}`),
              caseId: id,
              grounds: GROUNDS,
              filedAt: past(seed, its.filedOn, "21:00"),
              filedById: personId(person),
              decidedById: its.by ? personId(its.by) : null,
              decidedAt: its.on === undefined ? null : past(seed, its.on, "11:00"),
              changedTo: its.changedTo ?? null,
              reasons: its.by ? (its.changedTo ? CHANGED : UPHELD) : "",
            },
          ]
        : [],
    ),
  });
}
