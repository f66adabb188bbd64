import { getLocale } from "next-intl/server";
import { requireActor } from "@/lib/auth/actor";
import { getPublicCohort } from "@/lib/cohorts/queries/get-public-cohort";
import { sessionEntries } from "@/lib/cohorts/rules/calendar-entries";
import { calendarResponse, noCalendar } from "@/lib/core/calendar-response";
import { settings } from "@/lib/core/env";

/** The sessions of a cohort as a calendar file. */
export async function GET(_request: Request, { params }: { params: Promise<{ slug: string }> }) {
  const acting = await requireActor("catalogue.view");
  const now = new Date();
  const cohort = await getPublicCohort(acting, (await params).slug, await getLocale(), now);
  if (!cohort) return noCalendar();
  const address = `${settings().publicUrl}/programmes/${cohort.slug}`;
  return calendarResponse(
    cohort.slug,
    cohort.name,
    sessionEntries({ ...cohort, address }, cohort.sessions, now),
  );
}
