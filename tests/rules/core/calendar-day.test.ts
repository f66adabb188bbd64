import { expect, it } from "vitest";
import { calendarDay } from "@/lib/core/calendar-day";

it.each(["1900-01-01", "2026-05-13", "2028-02-29", "2199-12-31"])("%s is a day", (day) => {
  expect(calendarDay.parse(day)).toBe(day);
});

it.each(["0000-01-01", "0026-05-13", "1899-12-31", "2200-01-01", "2027-02-29", "2026-5-13", "13.5.2026", ""])(
  "%s is none",
  (day) => {
    expect(calendarDay.safeParse(day).error?.issues[0]?.message).toBe("date");
  },
);
