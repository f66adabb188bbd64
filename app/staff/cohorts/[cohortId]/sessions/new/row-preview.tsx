import { NextIntlClientProvider } from "next-intl";
import { RowPreview } from "@/components/sessions/row-preview";
import type { Acting } from "@/lib/auth/acting";
import type { CohortBoard } from "@/lib/cohorts/queries/get-cohort-board";
import { listSchoolHolidays } from "@/lib/holidays/queries/list-school-holidays";
import { countryOfZone } from "@/lib/holidays/rules/public-holidays";
import { clientMessages } from "@/lib/i18n/client-messages";
import { listOccupied } from "@/lib/sessions/queries/list-occupied";
import type { VenueRow } from "@/lib/sessions/queries/list-rooms";
import { addDays } from "@/lib/sessions/rules/plan-period";

/** How far beyond the cohort's days a row of sessions is looked ahead. */
const BEYOND_DAYS = 180;

/** The preview of a row of sessions, with what is taken and which holidays there are around the cohort's days. */
export async function rowPreview(acting: Acting, cohort: CohortBoard, venues: readonly VenueRow[]) {
  const until = addDays(cohort.endsOn, BEYOND_DAYS);
  const [taken, schoolHolidays] = await Promise.all([
    listOccupied(acting, cohort.id, new Date(cohort.startsOn), new Date(until)),
    listSchoolHolidays(acting, cohort.startsOn, until),
  ]);
  const rooms = venues.flatMap((venue) =>
    venue.rooms.map(({ id, name }): [string, string] => [id, `${venue.name}, ${name}`]),
  );
  const team = cohort.team.map(({ personId, name }): [string, string] => [personId, name]);
  return (
    <NextIntlClientProvider messages={await clientMessages("planning")}>
      <RowPreview
        taken={taken}
        schoolHolidays={schoolHolidays}
        zone={cohort.timeZone}
        country={countryOfZone(cohort.timeZone)}
        lastDay={cohort.endsOn}
        names={Object.fromEntries([...rooms, ...team])}
      />
    </NextIntlClientProvider>
  );
}
