import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleEnrolments } from "@/lib/auth/scope";
import { database } from "@/lib/db/client";
import { decideCompleting, decideLeaving, decidePausing } from "../rules/lifecycle";

export type CohortEnrolment = Awaited<ReturnType<typeof listCohortEnrolments>>[number];

/** Everybody who has or had a seat on a cohort, by seat, then those without one; with what staff may do with each. */
export async function listCohortEnrolments(acting: Acting, cohortId: string) {
  const rows = await database().enrolment.findMany({
    where: { AND: [{ cohortId }, visibleEnrolments(acting)] },
    orderBy: [{ seat: { number: "asc" } }, { createdAt: "asc" }],
    select: {
      id: true,
      version: true,
      state: true,
      personId: true,
      participantRole: true,
      organisationName: true,
      title: true,
      payer: true,
      payerGln: true,
      payerReference: true,
      endReason: true,
      endedAt: true,
      createdAt: true,
      person: { select: { name: true, email: true } },
      track: { select: { name: true } },
      seat: { select: { number: true } },
      cohort: { select: { state: true } },
    },
  });
  return rows.map(({ person, track, seat, cohort, personId, ...row }) => {
    const facts = { state: row.state, cohortState: cohort.state };
    const own = personId === acting.personId;
    return {
      ...row,
      name: person.name,
      email: person.email,
      trackName: track?.name ?? "",
      seat: seat?.number ?? null,
      mayWithdraw: !own && decideLeaving(facts).ok,
      mayPause: !own && decidePausing(facts).ok,
      mayComplete: !own && decideCompleting(facts, "completed", "").ok,
    };
  });
}
