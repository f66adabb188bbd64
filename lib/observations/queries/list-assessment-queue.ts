import "server-only";
import { type Acting, personOf } from "@/lib/auth/acting";
import { visibleEnrolments } from "@/lib/auth/scope";
import type { Refusal } from "@/lib/core/decision";
import { database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { evidenceSelect, forecastOf } from "../facts/evidence";
import { gatherEligibility } from "../facts/gather-eligibility";
import { decideAssessorEligibility } from "../rules/assessor-eligibility";
import type { Forecast } from "../rules/forecast";

const queueSelect = {
  id: true,
  title: true,
  organisationName: true,
  person: { select: { name: true } },
  ...evidenceSelect,
} as const satisfies Prisma.EnrolmentSelect;

/** A participant who still needs to be observed. */
export type QueueEntry = {
  readonly enrolmentId: string;
  readonly participant: string;
  readonly title: string;
  readonly organisation: string;
  readonly cohort: string;
  readonly timeZone: string;
  /** The last day of the evidence, `2026-10-30`; null where none is set. */
  readonly dueOn: string | null;
  readonly forecast: Forecast;
  /** The acting assessor's own visit that comes next; null if none. */
  readonly ownVisit: { readonly id: string; readonly startsAt: Date } | null;
  /** Why the acting assessor may not observe them; null if they may. */
  readonly barred: Refusal | null;
};

/**
 * Everybody on the cohorts that the own body certifies who still needs observations, by deadline. What others have seen is
 * counted and never told: assessors judge independently. The number of SQL statements is the same for any number of people.
 */
export async function listAssessmentQueue(acting: Acting, now: Date): Promise<QueueEntry[]> {
  const assessorId = personOf(acting);
  const rows = await database().enrolment.findMany({
    where: {
      AND: [
        visibleEnrolments(acting),
        {
          state: { in: ["active", "completed"] },
          participantRole: { not: "guest" },
          cohort: { programmeVersion: { frameworkVersionId: { not: null } } },
          OR: [
            { case: { is: null }, cohort: { state: { in: ["running", "completed"] } } },
            // On an archived cohort only a recertification is open.
            {
              case: { state: "collecting" },
              cohort: { state: { in: ["running", "completed", "archived"] } },
            },
          ],
        },
      ],
    },
    select: queueSelect,
  });
  const waiting = rows
    .map((row) => ({ row, forecast: forecastOf(row, now) }))
    .filter(({ forecast }) => forecast.outlook !== "met");
  const eligibility = await gatherEligibility(
    database(),
    assessorId,
    waiting.map(({ row }) => row.id),
  );
  return waiting
    .map(({ row, forecast }) => entryOf(row, forecast, assessorId, now, eligibility.get(row.id)))
    .sort(byDeadline);
}

type QueueRow = Prisma.EnrolmentGetPayload<{ select: typeof queueSelect }>;
type Eligibility = Parameters<typeof decideAssessorEligibility>[0];

function entryOf(
  row: QueueRow,
  forecast: Forecast,
  assessorId: string,
  now: Date,
  eligibility: Eligibility | undefined,
): QueueEntry {
  const decision = eligibility && decideAssessorEligibility(eligibility, now);
  const own = row.visits
    .filter((visit) => visit.assessorId === assessorId && visit.endsAt > now)
    .sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime())[0];
  return {
    enrolmentId: row.id,
    participant: row.person.name,
    title: row.title,
    organisation: row.organisationName,
    cohort: row.cohort.name,
    timeZone: row.cohort.timeZone,
    dueOn: row.case?.evidenceDueOn?.toISOString().slice(0, 10) ?? null,
    forecast,
    ownVisit: own ? { id: own.id, startsAt: own.startsAt } : null,
    barred: decision && !decision.ok ? decision.refusal : null,
  };
}

/** The nearest deadline first, those without one last, then by name. */
function byDeadline(a: QueueEntry, b: QueueEntry): number {
  return (
    (a.dueOn ?? "9999").localeCompare(b.dueOn ?? "9999") || a.participant.localeCompare(b.participant, "da")
  );
}
