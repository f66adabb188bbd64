import { type HolidayCountry, type HolidayKey, holidayOn } from "../../holidays/rules/public-holidays";
import { type SchoolHolidayPeriod, schoolHolidaysOn } from "../../holidays/rules/school-holidays";
import { type Absence, type Collision, findCollisions, type Occupied } from "./collisions";
import { isoWeek, patternDays } from "./pattern";
import { decideTimes } from "./times";

/** A row of sessions as somebody is about to plan it. */
export type PlannedRow = {
  readonly themes: readonly string[];
  /** 0: as many as there are themes. */
  readonly count: number;
  readonly firstDay: string;
  readonly everyWeeks: number;
  readonly skipWeeks: readonly number[];
  readonly skipHolidays: boolean;
  readonly from: string;
  readonly to: string;
  readonly roomId: string | null;
  readonly facilitatorIds: readonly string[];
};

/** What the days are looked at against. */
export type RowContext<O extends Occupied> = {
  readonly zone: string;
  readonly country: HolidayCountry;
  /** The cohort's last day. */
  readonly lastDay: string;
  readonly occupied: readonly O[];
  readonly absences: readonly Absence[];
  readonly schoolHolidays: readonly SchoolHolidayPeriod[];
};

/** One session of the row, with everything one should know of its day. */
export type RowDay<O extends Occupied> = {
  readonly day: string;
  readonly theme: string | null;
  readonly holiday: HolidayKey | null;
  readonly schoolHolidays: readonly SchoolHolidayPeriod[];
  readonly collisions: readonly Collision<O>[];
  /** The clocks leave the time out, or it makes no sense. */
  readonly impossible: boolean;
  readonly afterEnd: boolean;
};

/** The row as it would be: its days in order, and the days of the pattern that it passes over with their holiday, if they have one. */
export type RowPreview<O extends Occupied> = {
  readonly days: readonly RowDay<O>[];
  readonly passedOver: readonly {
    readonly day: string;
    readonly week: number;
    readonly holiday: HolidayKey | null;
  }[];
};

const WEEK_MS = 7 * 86_400_000;

function passedOver(row: PlannedRow, days: readonly string[], country: HolidayCountry) {
  const last = days.at(-1) ?? row.firstDay;
  const found: RowPreview<Occupied>["passedOver"][number][] = [];
  for (let at = Date.parse(`${row.firstDay}T00:00:00Z`); ; at += row.everyWeeks * WEEK_MS) {
    const day = new Date(at).toISOString().slice(0, 10);
    if (day >= last) return found;
    if (!days.includes(day)) found.push({ day, week: isoWeek(day), holiday: holidayOn(day, country) });
  }
}

/** What a row of sessions would come to; null while what is written gives no days. */
export function previewRow<O extends Occupied>(
  row: PlannedRow,
  context: RowContext<O>,
): RowPreview<O> | null {
  const count = row.count || row.themes.length;
  if (count === 0 || Number.isNaN(Date.parse(row.firstDay))) return null;
  const isOff = (day: string) => row.skipHolidays && holidayOn(day, context.country) !== null;
  const pattern = patternDays({ ...row, count, isOff });
  if (!pattern.ok) return null;
  const days = pattern.value.map((day, index): RowDay<O> => {
    const times = decideTimes({ day, from: row.from, to: row.to }, context.zone);
    const { roomId, facilitatorIds } = row;
    return {
      day,
      theme: row.themes[index] ?? null,
      holiday: holidayOn(day, context.country),
      schoolHolidays: schoolHolidaysOn(day, context.schoolHolidays),
      collisions: times.ok
        ? findCollisions({ ...times.value, roomId, facilitatorIds }, context.occupied, context.absences)
        : [],
      impossible: !times.ok,
      afterEnd: day > context.lastDay,
    };
  });
  return { days, passedOver: passedOver(row, pattern.value, context.country) };
}
