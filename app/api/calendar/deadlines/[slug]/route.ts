import { getLocale, getTranslations } from "next-intl/server";
import { requireActor } from "@/lib/auth/actor";
import { getPublicCohort } from "@/lib/cohorts/queries/get-public-cohort";
import { deadlineEntry } from "@/lib/cohorts/rules/calendar-entries";
import { calendarResponse, noCalendar } from "@/lib/core/calendar-response";
import { settings } from "@/lib/core/env";

/** A cohort's application deadline as a calendar file. */
export async function GET(_request: Request, { params }: { params: Promise<{ slug: string }> }) {
  const acting = await requireActor("catalogue.view");
  const locale = await getLocale();
  const now = new Date();
  const cohort = await getPublicCohort(acting, (await params).slug, locale, now);
  if (!cohort) return noCalendar();
  const t = await getTranslations("programmes");
  const address = `${settings().publicUrl}/programmes/${cohort.slug}`;
  const texts = {
    summary: t("calendar.deadline", { title: cohort.title }),
    description: t("calendar.deadlineText", { name: cohort.name, address }),
  };
  return calendarResponse(`${cohort.slug}-deadline`, cohort.title, [
    deadlineEntry({ ...cohort, address }, texts, now),
  ]);
}
