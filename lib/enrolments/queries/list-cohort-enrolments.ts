import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleEnrolments } from "@/lib/auth/scope";
import { dayOf } from "@/lib/core/dates";
import { database } from "@/lib/db/client";
import { isFilling } from "../rules/capacity";
import { decideCompleting, decideLeaving, decidePausing } from "../rules/lifecycle";
import { isBilled, owedOnLeaving } from "../rules/terms";

export type CohortEnrolment = Awaited<ReturnType<typeof listCohortEnrolments>>[number];

const named = { select: { person: { select: { name: true } } } } as const;

function readEnrolments(acting: Acting, cohortId: string) {
  return database().enrolment.findMany({
    where: { AND: [{ cohortId }, visibleEnrolments(acting)] },
    orderBy: [{ seat: { number: "asc" } }, { createdAt: "asc" }],
    select: {
      id: true,
      version: true,
      state: true,
      personId: true,
      participantRole: true,
      organisationId: true,
      organisationName: true,
      title: true,
      payer: true,
      payerGln: true,
      payerReference: true,
      owedPercent: true,
      endReason: true,
      endedAt: true,
      pausedAt: true,
      returnsOn: true,
      pauseReason: true,
      createdAt: true,
      person: { select: { name: true, email: true } },
      track: { select: { name: true } },
      seat: { select: { number: true } },
      replaces: named,
      replacedBy: named,
      continues: { select: { cohort: { select: { name: true } } } },
      continuedBy: { select: { cohort: { select: { name: true } } } },
      cohort: {
        select: {
          state: true,
          startsOn: true,
          timeZone: true,
          programmeVersion: {
            select: {
              priceMinor: true,
              cancelFreeDays: true,
              cancelLatePercent: true,
              cancelStartedPercent: true,
            },
          },
        },
      },
    },
  });
}

type Row = Awaited<ReturnType<typeof readEnrolments>>[number];

/** What staff may do with an enrolment: anybody's but their own. */
function steps(row: Row, acting: Acting) {
  const facts = { state: row.state, cohortState: row.cohort.state };
  const own = row.personId === acting.personId;
  const going = !own && (row.state === "reserved" || row.state === "active");
  return {
    mayWithdraw: !own && decideLeaving(facts).ok,
    mayPause: !own && decidePausing(facts).ok,
    mayComplete: !own && decideCompleting(facts, "completed", "").ok,
    mayTransfer: going,
    maySubstitute:
      going &&
      row.organisationId !== null &&
      (isFilling(facts.cohortState) || facts.cohortState === "running"),
  };
}

/** Everybody who has or had a seat on a cohort, by seat, then those without one; with what staff may do with each, and what leaving at `now` costs. */
export async function listCohortEnrolments(acting: Acting, cohortId: string, now: Date) {
  const rows = await readEnrolments(acting, cohortId);
  return rows.map((each) => {
    const { person, track, seat, cohort, replaces, replacedBy, continues, continuedBy, ...row } = each;
    const terms = cohort.programmeVersion;
    const startsOn = cohort.startsOn.toISOString().slice(0, 10);
    return {
      ...row,
      ...steps(each, acting),
      name: person.name,
      email: person.email,
      trackName: track?.name ?? "",
      seat: seat?.number ?? null,
      tookOverFrom: replaces?.person.name ?? null,
      takenOverBy: replacedBy?.person.name ?? null,
      movedFrom: continues?.cohort.name ?? null,
      movedTo: continuedBy?.cohort.name ?? null,
      owedNow: isBilled({ priceMinor: terms.priceMinor, payer: row.payer })
        ? owedOnLeaving(terms, startsOn, dayOf(now, cohort.timeZone))
        : null,
    };
  });
}
