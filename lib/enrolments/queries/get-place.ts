import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleEnrolments } from "@/lib/auth/scope";
import { dayOf } from "@/lib/core/dates";
import { database } from "@/lib/db/client";
import { isFilling } from "../rules/capacity";
import { decideLeaving } from "../rules/lifecycle";
import { isBilled, leavingSteps, owedOnLeaving } from "../rules/terms";

export type Place = NonNullable<Awaited<ReturnType<typeof getPlace>>>;

function readPlace(acting: Acting, enrolmentId: string) {
  return database().enrolment.findFirst({
    where: { AND: [{ id: enrolmentId }, visibleEnrolments(acting)] },
    select: {
      id: true,
      version: true,
      state: true,
      personId: true,
      title: true,
      organisationId: true,
      organisationName: true,
      payer: true,
      payerGln: true,
      payerReference: true,
      owedPercent: true,
      endedAt: true,
      endReason: true,
      pausedAt: true,
      returnsOn: true,
      pauseReason: true,
      person: { select: { name: true } },
      track: { select: { name: true } },
      replaces: { select: { person: { select: { name: true } } } },
      replacedBy: { select: { person: { select: { name: true } } } },
      continues: { select: { cohort: { select: { name: true } } } },
      continuedBy: { select: { id: true, cohort: { select: { name: true } } } },
      cohort: {
        select: {
          id: true,
          name: true,
          city: true,
          state: true,
          startsOn: true,
          endsOn: true,
          timeZone: true,
          programmeVersion: {
            select: {
              title: true,
              priceMinor: true,
              currency: true,
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

/**
 * A participant's place on a cohort: who pays, what leaving costs when, who was there before and after. The status only, for the
 * participant and for whoever else may reach it; null where the acting person may not.
 */
export async function getPlace(acting: Acting, enrolmentId: string, now: Date) {
  const found = await readPlace(acting, enrolmentId);
  if (!found) return null;
  const { person, track, replaces, replacedBy, continues, continuedBy, cohort, personId, ...place } = found;
  const { programmeVersion: terms, ...where } = cohort;
  const startsOn = cohort.startsOn.toISOString().slice(0, 10);
  const billed = isBilled({ priceMinor: terms.priceMinor, payer: place.payer });
  const going = place.state === "reserved" || place.state === "active";
  return {
    ...place,
    own: personId === acting.personId,
    name: person.name,
    trackName: track?.name ?? "",
    tookOverFrom: replaces?.person.name ?? null,
    takenOverBy: replacedBy?.person.name ?? null,
    movedFrom: continues?.cohort.name ?? null,
    movedTo: continuedBy && { id: continuedBy.id, name: continuedBy.cohort.name },
    cohort: where,
    programme: terms.title,
    price: billed ? { minor: terms.priceMinor ?? 0, currency: terms.currency } : null,
    steps: billed ? leavingSteps(terms, startsOn) : [],
    owedNow: billed ? owedOnLeaving(terms, startsOn, dayOf(now, cohort.timeZone)) : null,
    mayLeave: decideLeaving({ state: place.state, cohortState: cohort.state }).ok,
    maySubstitute:
      going &&
      place.organisationId !== null &&
      personId !== acting.personId &&
      (isFilling(cohort.state) || cohort.state === "running"),
  };
}
