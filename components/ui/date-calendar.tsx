"use client";

import {
  CalendarDate,
  endOfMonth,
  getLocalTimeZone,
  parseDate,
  startOfMonth,
  today,
} from "@internationalized/date";
import { useLocale, useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "react-aria-components/Button";
import {
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
} from "react-aria-components/Calendar";
import { Heading } from "react-aria-components/Heading";
import { I18nProvider } from "react-aria-components/I18nProvider";
import { weekOfDay } from "@/lib/i18n/format";
import { languageTags } from "@/lib/i18n/locales";
import { buttonClass } from "./button-style";
import { Icon } from "./icon";

type DateCalendarProps = { value: string; min?: string; max?: string; onPick: (day: string) => void };

function dateOf(text: string | undefined): CalendarDate | undefined {
  return text ? parseDate(text) : undefined;
}

/** Week numbers of the month that holds `day`, one for each row that begins on a Monday. */
function weeksOfMonth(day: CalendarDate): number[] {
  const first = startOfMonth(day);
  const last = endOfMonth(day);
  const lead = (new Date(`${first}T00:00:00Z`).getUTCDay() + 6) % 7;
  const rows = Math.ceil((lead + last.day) / 7);
  return Array.from({ length: rows }, (_, row) =>
    weekOfDay(first.subtract({ days: lead }).add({ weeks: row }).toString()),
  );
}

/** Beside the grid, row by row; for the eye, since the chosen day's week is also said in words under the field. */
function WeekNumbers({ month }: { month: CalendarDate }) {
  const t = useTranslations("ui");
  return (
    <div aria-hidden="true" className="grid w-10 shrink-0 auto-rows-[2.75rem] text-center text-sm text-muted">
      <span className="grid place-items-center">{t("date.weekShort")}</span>
      {weeksOfMonth(month).map((week) => (
        <span key={week} className="grid place-items-center">
          {week}
        </span>
      ))}
    </div>
  );
}

/** A month by keyboard, mouse and thumb: Monday first, with week numbers. Loaded when a calendar is opened for the first time. */
export default function DateCalendar({ value, min, max, onPick }: DateCalendarProps) {
  const t = useTranslations("ui");
  const locale = useLocale();
  const chosen = dateOf(value);
  const [shown, setShown] = useState<CalendarDate>(chosen ?? dateOf(min) ?? today(getLocalTimeZone()));
  const arrow = buttonClass("quiet", "square");
  return (
    <I18nProvider locale={languageTags[locale]}>
      <Calendar
        aria-label={t("date.choose")}
        value={chosen ?? null}
        focusedValue={shown}
        onFocusChange={(day) => setShown(new CalendarDate(day.year, day.month, day.day))}
        onChange={(day) => onPick(day.toString())}
        minValue={dateOf(min)}
        maxValue={dateOf(max)}
        firstDayOfWeek="mon"
        autoFocus
      >
        <div className="mb-2 flex items-center justify-between">
          <Button slot="previous" className={arrow}>
            <Icon name="chevronRight" className="rotate-180" />
          </Button>
          <Heading className="font-semibold first-letter:uppercase" />
          <Button slot="next" className={arrow}>
            <Icon name="chevronRight" />
          </Button>
        </div>
        <div className="flex gap-1">
          <WeekNumbers month={shown} />
          <CalendarGrid weekdayStyle="short" className="w-full table-fixed border-collapse">
            <CalendarGridHeader>
              {(name) => (
                <CalendarHeaderCell className="h-11 text-sm font-normal text-muted">
                  {name}
                </CalendarHeaderCell>
              )}
            </CalendarGridHeader>
            <CalendarGridBody>
              {(date) => (
                <CalendarCell
                  date={date}
                  className="grid h-11 w-full cursor-pointer place-items-center rounded outline-none hover:bg-accent-soft data-disabled:cursor-default data-disabled:text-muted data-disabled:line-through data-focus-visible:outline-3 data-focus-visible:outline-focus data-outside-month:invisible data-selected:bg-accent data-selected:font-semibold data-selected:text-on-accent data-today:font-semibold data-today:underline"
                />
              )}
            </CalendarGridBody>
          </CalendarGrid>
        </div>
      </Calendar>
    </I18nProvider>
  );
}
