import type { Prisma } from "../../db/generated/client.ts";
import type { ConflictOutcome } from "../../db/generated/enums.ts";
import { LEFT } from "../../enrolments/rules/transitions.ts";
import {
  type Employment,
  employersOfParticipant,
  employmentSelect,
} from "../../observations/rules/assessor-eligibility.ts";
import type { Involvement } from "./impartiality.ts";
import { involvementOf } from "./involvement.ts";

/** Cohorts that a person teaches, as a whole or in one of its sessions. */
function taughtBy(personId: string): Prisma.CohortWhereInput {
  return {
    OR: [
      { facilitators: { some: { personId } } },
      { sessions: { some: { facilitators: { some: { personId, isLive: true } } } } },
    ],
  };
}

/** What of a case the involvement of `personId` is read from: to be spread into a `select`. */
export function involvementSelect(personId: string) {
  return {
    id: true,
    round: true,
    certifyingBodyId: true,
    releasedById: true,
    recommendations: { select: { round: true, recommenderId: true } },
    decisions: { select: { round: true, deciderId: true } },
    exceptions: { select: { round: true, writtenById: true } },
    hearings: { select: { round: true, openedById: true } },
    steps: { select: { takenById: true } },
    appeals: { select: { decidedById: true } },
    enrolment: {
      select: {
        personId: true,
        cohortId: true,
        organisationId: true,
        createdAt: true,
        observations: { where: { assessorId: personId }, select: { id: true }, take: 1 },
        person: {
          select: {
            affiliations: { select: employmentSelect },
            enrolments: {
              where: { cohort: taughtBy(personId) },
              select: {
                cohortId: true,
                state: true,
                endedAt: true,
                cohort: { select: { startsOn: true, endsOn: true } },
              },
            },
          },
        },
      },
    },
  } as const satisfies Prisma.CertificationCaseSelect;
}

export type InvolvementRow = Prisma.CertificationCaseGetPayload<{
  select: ReturnType<typeof involvementSelect>;
}>;

/** What ties a person to participants, beyond what is in the cases. */
export type Ties = {
  readonly personId: string;
  readonly employers: readonly Employment[];
  /** By participant. */
  readonly declared: ReadonlyMap<string, ConflictOutcome>;
  /** Participants of whose application they were asked to approve as the manager. */
  readonly managed: ReadonlySet<string>;
};

type TaughtRow = InvolvementRow["enrolment"]["person"]["enrolments"][number];

/** The days on which somebody was on a cohort: none where they left before it began. */
function daysOn({ state, endedAt, cohort }: TaughtRow): { startsOn: Date; endsOn: Date }[] {
  const left = LEFT.includes(state) && endedAt !== null && endedAt < cohort.endsOn;
  const endsOn = left ? endedAt : cohort.endsOn;
  return endsOn < cohort.startsOn ? [] : [{ startsOn: cohort.startsOn, endsOn }];
}

/** How near the person is to a case, from what was read of it. `bodies` are the certifying bodies they act for. */
export function involvementOfRow(
  { enrolment, ...row }: InvolvementRow,
  ties: Ties,
  bodies: readonly string[],
  now: Date,
): Involvement {
  const taught = enrolment.person.enrolments;
  return involvementOf(
    {
      ...row,
      personId: ties.personId,
      participantId: enrolment.personId,
      ofBody: bodies.includes(row.certifyingBodyId),
      observed: enrolment.observations.length > 0,
      teaches: taught.some((each) => each.cohortId === enrolment.cohortId),
      trainedTogether: taught.filter((each) => each.cohortId !== enrolment.cohortId).flatMap(daysOn),
      employers: ties.employers,
      participantEmployers: employersOfParticipant(enrolment),
      isLineManager: ties.managed.has(enrolment.personId),
      declared: ties.declared.get(enrolment.personId) ?? null,
    },
    now,
  );
}
