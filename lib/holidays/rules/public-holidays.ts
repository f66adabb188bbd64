/** Countries whose holidays are known. */
export const holidayCountries = ["DK", "SE"] as const;
export type HolidayCountry = (typeof holidayCountries)[number];

/** A holiday by its key in the messages (`planning.holiday.…`). */
export type HolidayKey =
  | "newYear"
  | "epiphany"
  | "maundyThursday"
  | "goodFriday"
  | "easterDay"
  | "easterMonday"
  | "prayerDay"
  | "mayDay"
  | "ascension"
  | "whitSunday"
  | "whitMonday"
  | "constitutionDay"
  | "nationalDay"
  | "midsummerEve"
  | "midsummerDay"
  | "allSaints"
  | "christmasEve"
  | "christmasDay"
  | "boxingDay"
  | "newYearsEve";

const DAY_MS = 86_400_000;
const dayFrom = (epoch: number) => new Date(epoch).toISOString().slice(0, 10);

/** Easter Sunday of a year of the Gregorian calendar, midnight UTC (the algorithm of Meeus, Jones and Butcher). */
function easterOf(year: number): number {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const month = Math.floor((h + l - 7 * m + 114) / 31);
  const day = ((h + l - 7 * m + 114) % 31) + 1;
  return Date.UTC(year, month - 1, day);
}

/** The first Saturday from a day on: Midsummer's Day and All Saints' lie between two dates in Sweden. */
function saturdayFrom(year: number, month: number, day: number): number {
  const first = Date.UTC(year, month - 1, day);
  return first + ((6 - new Date(first).getUTCDay() + 7) % 7) * DAY_MS;
}

/**
 * The days of a year on which nobody is expected at work, as `[day, key]` in order: the public holidays, and the eves that
 * public employers are closed on. Denmark: lov om Folkekirkens helligdage; Store Bededag ended with 2023 (lov nr. 214 af
 * 6. marts 2023). Sweden: lagen (1989:253) om allmänna helgdagar.
 */
export function publicHolidays(year: number, country: HolidayCountry): [day: string, key: HolidayKey][] {
  const easter = easterOf(year);
  const around = (days: number) => dayFrom(easter + days * DAY_MS);
  const on = (month: number, day: number) => dayFrom(Date.UTC(year, month - 1, day));
  const shared: [string, HolidayKey][] = [
    [on(1, 1), "newYear"],
    [around(-2), "goodFriday"],
    [around(0), "easterDay"],
    [around(1), "easterMonday"],
    [around(39), "ascension"],
    [around(49), "whitSunday"],
    [on(12, 24), "christmasEve"],
    [on(12, 25), "christmasDay"],
    [on(12, 26), "boxingDay"],
    [on(12, 31), "newYearsEve"],
  ];
  const midsummer = saturdayFrom(year, 6, 20);
  const own: Record<HolidayCountry, [string, HolidayKey][]> = {
    DK: [
      [around(-3), "maundyThursday"],
      ...(year <= 2023 ? ([[around(26), "prayerDay"]] as [string, HolidayKey][]) : []),
      [around(50), "whitMonday"],
      [on(6, 5), "constitutionDay"],
    ],
    SE: [
      [on(1, 6), "epiphany"],
      [on(5, 1), "mayDay"],
      ...(year >= 2005
        ? ([[on(6, 6), "nationalDay"]] as [string, HolidayKey][])
        : ([[around(50), "whitMonday"]] as [string, HolidayKey][])),
      [dayFrom(midsummer - DAY_MS), "midsummerEve"],
      [dayFrom(midsummer), "midsummerDay"],
      [dayFrom(saturdayFrom(year, 10, 31)), "allSaints"],
    ],
  };
  return [...shared, ...own[country]].sort(([a], [b]) => a.localeCompare(b));
}

const known = new Map<string, ReadonlyMap<string, HolidayKey>>();

function holidaysOfYear(year: number, country: HolidayCountry): ReadonlyMap<string, HolidayKey> {
  const key = `${country}${year}`;
  const there = known.get(key);
  if (there) return there;
  const made = new Map(publicHolidays(year, country));
  known.set(key, made);
  return made;
}

/** The holiday on a day (`YYYY-MM-DD`); null where it is none. */
export function holidayOn(day: string, country: HolidayCountry): HolidayKey | null {
  return holidaysOfYear(Number(day.slice(0, 4)), country).get(day) ?? null;
}

/** The country whose holidays hold where a cohort's clocks are: Sweden for Stockholm, else Denmark, as for the Faroes and Nuuk. */
export function countryOfZone(zone: string): HolidayCountry {
  return zone === "Europe/Stockholm" ? "SE" : "DK";
}
