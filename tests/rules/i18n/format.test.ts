import { describe, expect, test } from "vitest";
import {
  formatDate,
  formatDateRange,
  formatDateTime,
  formatDayShortMonth,
  formatList,
  formatMoney,
  formatPercent,
  formatTimeRange,
  formatWeek,
  formatWeekdayDate,
  isoDay,
  weekOfDay,
} from "@/lib/i18n/format";
import { type Locale, localeOfRequest, negotiateLocale } from "@/lib/i18n/locales";
import { formatLocalDate, parseLocalDate, parseLocalTime } from "@/lib/i18n/parse-local-date";

const start = new Date("2019-05-13T07:00:00Z");
/** Spaces that do not break are told apart where that is the matter; Intl's own differ from version to version. */
const plain = (text: string) => text.replace(/\s/gu, " ");

test.each<[Locale, string, string, string]>([
  ["da", "13. maj 2019", "13. maj 2019 kl. 09.00", "468.000 SEK"],
  ["sv", "13 maj 2019", "13 maj 2019 kl. 09:00", "468 000 SEK"],
  ["en", "13 May 2019", "13 May 2019 at 09:00", "SEK 468,000"],
])("%s writes days, times and money its own way", (locale, day, moment, money) => {
  expect(plain(formatDate(start, locale))).toBe(day);
  expect(plain(formatDateTime(start, locale))).toBe(moment);
  expect(plain(formatMoney(46_800_000n, "SEK", locale))).toBe(money);
});

test.each<[Locale, string, string]>([
  ["da", "13.~maj 2019 kl.~09.00", "13.~maj"],
  ["sv", "13~maj 2019 kl.~09:00", "13~maj"],
  ["en", "13~May 2019 at~09:00", "13~May"],
])("%s breaks no line between a day and its month, nor before a time", (locale, moment, day) => {
  const pieces = (text: string) => text.replaceAll("\u00a0", "~");
  expect(pieces(formatDateTime(start, locale))).toBe(moment);
  expect(pieces(formatWeekdayDate(start, locale))).toContain(day);
  expect(pieces(formatDateRange(start, new Date("2019-05-15T07:00:00Z"), locale))).toContain(
    `15${day.slice(2)}`,
  );
});

test.each<[Locale, string]>([
  ["da", "13.~maj~2019~– 2.~juni~2020"],
  ["sv", "13~maj~2019~– 2~juni~2020"],
  ["en", "13~May~2019~– 2~June~2020"],
])("%s breaks a span of days after its dash, not before a year", (locale, span) => {
  const written = formatDateRange(start, new Date("2020-06-02T07:00:00Z"), locale);
  expect(written.replaceAll("\u00a0", "~")).toBe(span);
});

test.each<[Locale, string]>([
  ["da", "K5, K7 og K8"],
  ["sv", "K5, K7 och K8"],
  ["en", "K5, K7 and K8"],
])("%s counts up", (locale, list) => {
  expect(formatList(["K5", "K7", "K8"], locale)).toBe(list);
  expect(formatList(["K5"], locale)).toBe("K5");
});

test.each<[Locale, string]>([
  ["da", "28. sep."],
  ["sv", "28 sep."],
  ["en", "28 Sept"],
])("%s has room for a day and a month in a chart", (locale, day) => {
  expect(plain(formatDayShortMonth(new Date("2026-09-28T12:00:00Z"), locale))).toBe(day);
});

test("a day belongs to its zone, not to UTC", () => {
  const lateEvening = new Date("2019-05-13T22:30:00Z");
  expect(isoDay(lateEvening)).toBe("2019-05-14");
  expect(isoDay(lateEvening, "Europe/London")).toBe("2019-05-13");
  expect(formatWeek(lateEvening)).toBe(20);
});

test("both clock changes show the wall clock", () => {
  expect(formatTimeRange(new Date("2026-03-29T00:30:00Z"), new Date("2026-03-29T01:30:00Z"), "da")).toBe(
    "01.30–03.30",
  );
  expect(formatTimeRange(new Date("2026-10-25T00:30:00Z"), new Date("2026-10-25T01:30:00Z"), "da")).toBe(
    "02.30–02.30",
  );
});

test("money shows minor units only where there are any, and spans name the month once", () => {
  expect(plain(formatMoney(1_250_50, "DKK", "da"))).toBe("1.250,50 DKK");
  expect(plain(formatPercent(0.625, "da"))).toBe("63 %");
  expect(plain(formatDateRange(start, new Date("2019-05-15T07:00:00Z"), "da"))).toBe("13.–15. maj 2019");
  expect(plain(formatDateRange(start, new Date("2019-06-02T07:00:00Z"), "da"))).toBe(
    "13. maj – 2. juni 2019",
  );
  expect(plain(formatDateRange(start, new Date("2020-06-02T07:00:00Z"), "sv"))).toBe(
    "13 maj 2019 – 2 juni 2020",
  );
});

test.each([
  ["2019-05-13", 20],
  ["2018-12-31", 1],
  ["2020-12-31", 53],
  ["2021-01-03", 53],
  ["2021-01-04", 1],
  ["2026-12-28", 53],
  ["2027-01-03", 53],
])("%s is in ISO week %i", (day, week) => {
  expect(weekOfDay(day)).toBe(week);
});

describe("what people type", () => {
  test.each([
    ["13.5.2019", "2019-05-13"],
    ["13. 5. 2019", "2019-05-13"],
    ["13/5-19", "2019-05-13"],
    ["13052019", "2019-05-13"],
    ["2019-05-13", "2019-05-13"],
    ["29.2.2024", "2024-02-29"],
    ["29.2.2023", null],
    ["31.4.2019", null],
    ["5.2019", null],
    ["i morgen", null],
    ["", null],
  ])("%j is the day %j", (text, day) => {
    expect(parseLocalDate(text)).toBe(day);
  });

  test.each([
    ["9", "09:00"],
    ["9.30", "09:30"],
    ["0930", "09:30"],
    ["kl. 14:05", "14:05"],
    ["24:00", null],
    ["9.60", null],
    ["", null],
  ])("%j is the time %j", (text, time) => {
    expect(parseLocalTime(text)).toBe(time);
  });

  test("a shown day is read back, in every language; other text stays as it is", () => {
    for (const locale of ["da", "sv", "en"] as const) {
      expect(parseLocalDate(formatLocalDate("2019-05-13", locale))).toBe("2019-05-13");
      expect(formatLocalDate("i morgen", locale)).toBe("i morgen");
    }
  });
});

test.each([
  [null, "da"],
  ["", "da"],
  ["sv-SE,sv;q=0.9,en;q=0.8", "sv"],
  ["de-DE,de;q=0.9,en;q=0.5,sv;q=0.7", "sv"],
  ["nb-NO,nb;q=0.9,en;q=0.8", "da"],
  ["fr;q=nonsense,en", "en"],
  ["sv;q=0,en;q=0.1", "en"],
  ["*", "da"],
])("Accept-Language %j gives %s", (header, locale) => {
  expect(negotiateLocale(header)).toBe(locale);
});

test.each([
  ["en", "sv-SE,sv;q=0.9", "en"],
  [undefined, "sv-SE,sv;q=0.9", "sv"],
  ["xx", "sv-SE,sv;q=0.9", "sv"],
  [undefined, null, "da"],
])("a request that remembers %j and asks for %j is answered in %s", (remembered, asked, locale) => {
  expect(localeOfRequest(remembered, asked)).toBe(locale);
});
