import "server-only";
import { personOf } from "@/lib/auth/acting";
import { visibleEnrolments } from "@/lib/auth/scope";
import type { Work } from "@/lib/auth/work";
import type { Transaction } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { lockRow } from "@/lib/db/lock-row";
import { gatherEligibility } from "../facts/gather-eligibility";
import type { EligibilityFacts } from "../rules/assessor-eligibility";
import type { ObservableFacts } from "../rules/observable-enrolment";

export const recipientSelect = { id: true, name: true, email: true, locale: true } as const;

/** What an observation, a visit or a declaration needs to know of the participation it belongs to. */
export const participationSelect = {
  id: true,
  state: true,
  participantRole: true,
  organisationId: true,
  person: { select: recipientSelect },
  case: { select: { state: true, evidenceDueOn: true } },
  cohort: {
    select: {
      timeZone: true,
      programmeVersion: {
        select: {
          certifyingBodyId: true,
          frameworkVersionId: true,
          frameworkVersion: {
            select: {
              responseDays: true,
              criteria: { select: { id: true, code: true }, orderBy: { position: "asc" } },
            },
          },
        },
      },
    },
  },
} as const satisfies Prisma.EnrolmentSelect;

type ParticipationRow = Prisma.EnrolmentGetPayload<{ select: typeof participationSelect }>;

/** A participation as the rules of observing want it. */
export type Participation = {
  readonly enrolmentId: string;
  readonly participant: ParticipationRow["person"];
  readonly organisationId: string | null;
  readonly timeZone: string;
  readonly certifyingBodyId: string | null;
  readonly responseDays: number;
  readonly criteria: readonly { readonly id: string; readonly code: string }[];
  readonly observable: ObservableFacts;
  /** `2026-10-30`; null where no case has begun. */
  readonly evidenceDueOn: string | null;
};

/** The row of `participationSelect` as a participation. */
export function participationOf(row: ParticipationRow): Participation {
  const { programmeVersion, timeZone } = row.cohort;
  return {
    enrolmentId: row.id,
    participant: row.person,
    organisationId: row.organisationId,
    timeZone,
    certifyingBodyId: programmeVersion.certifyingBodyId,
    responseDays: programmeVersion.frameworkVersion?.responseDays ?? 14,
    criteria: programmeVersion.frameworkVersion?.criteria ?? [],
    observable: {
      state: row.state,
      participantRole: row.participantRole,
      frameworkVersionId: programmeVersion.frameworkVersionId,
      caseState: row.case?.state ?? null,
    },
    evidenceDueOn: row.case?.evidenceDueOn?.toISOString().slice(0, 10) ?? null,
  };
}

/** Locks the case of an enrolment, if there is one: before anything else that its evidence rests on (lib/db/lock-row.ts). */
export async function lockCaseOf(tx: Transaction, enrolmentId: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM certification_case WHERE enrolment_id = ${enrolmentId}::uuid FOR UPDATE`;
}

/** An assessor before a participation: may they observe it? */
export type AssessorFacts = Participation & { readonly eligibility: EligibilityFacts };

/** Locks an enrolment that the acting assessor may reach, and gathers what keeps them from observing it. */
export async function loadForAssessor(work: Work, enrolmentId: string): Promise<AssessorFacts | null> {
  await lockRow(work.tx, "enrolment", enrolmentId);
  const row = await work.tx.enrolment.findFirst({
    where: { AND: [{ id: enrolmentId }, visibleEnrolments(work.acting)] },
    select: participationSelect,
  });
  if (!row) return null;
  const eligibility = (await gatherEligibility(work.tx, personOf(work.acting), [enrolmentId])).get(
    enrolmentId,
  );
  return eligibility ? { ...participationOf(row), eligibility } : null;
}
