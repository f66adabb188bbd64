import "server-only";
import type { Work } from "@/lib/auth/work";
import type { LoadedCohort } from "@/lib/cohorts/facts/load-cohort";
import { insist, refuse } from "@/lib/core/decision";
import { countryOfZone, holidayOn } from "@/lib/holidays/rules/public-holidays";
import { translatorFor } from "@/lib/i18n/translator";
import { patternDays } from "../rules/pattern";
import { addSessions, type SessionContent } from "./add-session";

/** A row of sessions: one per theme, or `count` of them where fewer themes are known. */
export type SessionRow = Omit<SessionContent, "theme" | "day" | "description" | "contentOpen"> & {
  readonly themes: readonly string[];
  /** 0: as many as there are themes. */
  readonly count: number;
  readonly firstDay: string;
  readonly everyWeeks: number;
  readonly skipWeeks: readonly number[];
  readonly skipHolidays: boolean;
};

/**
 * Adds a row of sessions, all or none; returns how many. A session without a theme of its own is called after its number, in
 * the language that the programme is taught in. What collides is refused with its day.
 */
export async function addSessionRow(work: Work, cohort: LoadedCohort, row: SessionRow): Promise<number> {
  const { themes, count, firstDay, everyWeeks, skipWeeks, skipHolidays, ...same } = row;
  if (count > 0 && themes.length > count) insist(refuse("session.moreThemes", { count }, "themes"));
  const total = count || themes.length;
  if (total === 0) insist(refuse("session.rowEmpty", undefined, "themes"));
  const country = countryOfZone(cohort.timeZone);
  const isOff = (day: string) => skipHolidays && holidayOn(day, country) !== null;
  const days = insist(patternDays({ firstDay, everyWeeks, skipWeeks, count: total, isOff }));
  const say = await translatorFor(cohort.programmeVersion.language, "cohorts");
  await addSessions(
    work,
    cohort,
    days.map((day, index) => ({
      ...same,
      theme: themes[index] ?? say("row.unnamed", { number: index + 1 }),
      day,
      description: "",
      contentOpen: false,
      obligations: [],
    })),
  );
  return total;
}
