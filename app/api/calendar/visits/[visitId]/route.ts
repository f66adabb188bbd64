import { getTranslations } from "next-intl/server";
import { type Actor, actingWith } from "@/lib/auth/acting";
import { currentActor } from "@/lib/auth/actor";
import { calendarResponse, noCalendar } from "@/lib/core/calendar-response";
import { settings } from "@/lib/core/env";
import { isId } from "@/lib/core/ids";
import { getVisit, type VisitView } from "@/lib/observations/queries/get-visit";

/** Where each sees their visits. */
const areas = { participant: "/my", assessor: "/assess" } as const;

/** The visit, if the actor receives it, makes it or comes along. */
async function find(
  actor: Actor,
  id: string,
): Promise<{ visit: VisitView; audience: keyof typeof areas } | null> {
  for (const [permission, audience] of [
    ["my.view", "participant"],
    ["assessment.view", "assessor"],
  ] as const) {
    const acting = actingWith(actor, permission);
    const visit = acting && (await getVisit(acting, id));
    if (visit) return { visit, audience };
  }
  return null;
}

/**
 * A visit as a calendar file. Its entry is the one that invitations by mail bring, so that a later one takes its place; one that is not
 * agreed on yet has no time to be there at.
 */
export async function GET(_request: Request, { params }: { params: Promise<{ visitId: string }> }) {
  const { visitId } = await params;
  const found = isId(visitId) ? await find(await currentActor(), visitId) : null;
  if (!found || found.visit.state === "requested" || found.visit.state === "proposed") return noCalendar();
  const { visit, audience } = found;
  const t = await getTranslations("mail.calendar.visit");
  const title = t(audience, { participant: visit.participant, assessor: visit.assessor });
  return calendarResponse(visit.id, title, [
    {
      uid: visit.icalUid,
      sequence: visit.sequence,
      stamp: new Date(),
      summary: title,
      location: visit.place,
      url: `${settings().publicUrl}${areas[audience]}/visits/${visit.id}`,
      cancelled: visit.state === "cancelled",
      when: { kind: "instant", startsAt: visit.startsAt, endsAt: visit.endsAt, zone: visit.timeZone },
    },
  ]);
}
