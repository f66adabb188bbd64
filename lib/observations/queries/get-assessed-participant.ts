import "server-only";
import { type Acting, personOf } from "@/lib/auth/acting";
import { visibleEnrolments } from "@/lib/auth/scope";
import type { Refusal } from "@/lib/core/decision";
import { database } from "@/lib/db/client";
import type { CaseState, ConflictOutcome } from "@/lib/db/generated/enums";
import { gatherEligibility } from "../facts/gather-eligibility";
import { decideAssessorEligibility } from "../rules/assessor-eligibility";
import { decideObservable } from "../rules/observable-enrolment";

/** A participant as an assessor meets them. */
export type AssessedParticipant = {
  readonly enrolmentId: string;
  readonly name: string;
  readonly title: string;
  readonly organisation: string;
  readonly cohort: string;
  readonly timeZone: string;
  readonly caseState: CaseState | null;
  readonly dueOn: string | null;
  /** Why the reader may not observe them; null if they may. */
  readonly barred: Refusal | null;
  /** Why nobody may at present; null if evidence is gathered. */
  readonly closed: Refusal | null;
  /** What the reader last declared; null if nothing. */
  readonly declared: {
    readonly outcome: ConflictOutcome;
    readonly ground: string;
    readonly declaredAt: Date;
  } | null;
};

/** One participant of a cohort that the own body certifies; null where there is none for the reader. */
export async function getAssessedParticipant(
  acting: Acting,
  enrolmentId: string,
  now: Date,
): Promise<AssessedParticipant | null> {
  const assessorId = personOf(acting);
  const row = await database().enrolment.findFirst({
    where: {
      AND: [
        { id: enrolmentId, cohort: { programmeVersion: { frameworkVersionId: { not: null } } } },
        visibleEnrolments(acting),
      ],
    },
    select: {
      id: true,
      state: true,
      participantRole: true,
      title: true,
      organisationName: true,
      case: { select: { state: true, evidenceDueOn: true } },
      person: {
        select: {
          name: true,
          conflictsAsParticipant: {
            where: { assessorId },
            select: { outcome: true, ground: true, declaredAt: true },
            orderBy: [{ declaredAt: "desc" }, { id: "desc" }],
            take: 1,
          },
        },
      },
      cohort: {
        select: { name: true, timeZone: true, programmeVersion: { select: { frameworkVersionId: true } } },
      },
    },
  });
  if (!row) return null;
  const facts = (await gatherEligibility(database(), assessorId, [row.id])).get(row.id);
  const eligible = facts && decideAssessorEligibility(facts, now);
  const observable = decideObservable({
    state: row.state,
    participantRole: row.participantRole,
    frameworkVersionId: row.cohort.programmeVersion.frameworkVersionId,
    caseState: row.case?.state ?? null,
  });
  return {
    enrolmentId: row.id,
    name: row.person.name,
    title: row.title,
    organisation: row.organisationName,
    cohort: row.cohort.name,
    timeZone: row.cohort.timeZone,
    caseState: row.case?.state ?? null,
    dueOn: row.case?.evidenceDueOn?.toISOString().slice(0, 10) ?? null,
    barred: eligible && !eligible.ok ? eligible.refusal : null,
    closed: observable.ok ? null : observable.refusal,
    declared: row.person.conflictsAsParticipant[0] ?? null,
  };
}
