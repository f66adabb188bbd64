"use client";

import { useLocale, useTranslations } from "next-intl";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { formatWeekdayDate, weekOfDay } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import { formatLocalDate, parseLocalDate } from "@/lib/i18n/parse-local-date";
import { announceChange } from "./announce-change";
import { IconButton } from "./button";
import { Dialog } from "./dialog";
import { restoredEvent } from "./draft-store";
import { FieldFrame, type FieldProps } from "./field-frame";
import { asText, describedBy, type FieldState, useFieldState, useFormState } from "./form-context";
import { SkeletonLines } from "./skeleton";

const DateCalendar = lazy(() => import("./date-calendar"));

type DateFieldProps = FieldProps & {
  /** `YYYY-MM-DD`, as are `min` and `max`. */
  defaultValue?: string;
  min?: string;
  max?: string;
};

/** The day in words with its week, so that a slip of the finger is seen: "mandag den 13. maj 2019, uge 20". */
function DayInWords({ day }: { day: string }) {
  const t = useTranslations("ui");
  const locale = useLocale();
  const words = formatWeekdayDate(new Date(`${day}T12:00:00Z`), locale, "UTC");
  return <>{t("date.inWords", { date: words, week: weekOfDay(day) })}</>;
}

/**
 * A day. Before scripts have loaded it is the browser's own date input; after that a text field that takes a day the way
 * people here write it (13.5.2019, 13/5-19, 130519 …) with a calendar beside it. The form carries `YYYY-MM-DD` in both cases.
 */
export function DateField({
  name,
  label,
  hint,
  optional,
  className,
  defaultValue,
  min,
  max,
}: DateFieldProps) {
  const field = useFieldState(name);
  return (
    <FieldFrame field={field} label={label} hint={hint} optional={optional} className={className}>
      <DateControl
        field={field}
        name={name}
        hint={Boolean(hint)}
        optional={optional}
        first={asText(field.value) ?? defaultValue ?? ""}
        min={min}
        max={max}
      />
    </FieldFrame>
  );
}

type DateControlProps = {
  field: FieldState;
  name: string;
  hint: boolean;
  optional?: boolean;
  first: string;
  min?: string;
  max?: string;
};

/** What is written as a day: taken over from the browser's own input, from a draft, and into another language. */
function useWrittenDay(first: string, locale: Locale) {
  const native = useRef<HTMLInputElement>(null);
  const carrier = useRef<HTMLInputElement>(null);
  const [text, setText] = useState<string | null>(null);
  const loaded = text !== null;
  useEffect(() => {
    setText((present) => {
      const written = present ?? native.current?.value ?? "";
      return formatLocalDate(parseLocalDate(written) ?? written, locale);
    });
  }, [locale]);
  useEffect(() => {
    // A draft may come back before this field has turned from the browser's into ours: whichever stands there is read.
    const control = loaded ? carrier.current : native.current;
    const take = () => setText(formatLocalDate(control?.value ?? "", locale));
    const reset = () => setText(formatLocalDate(first, locale));
    const form = control?.form;
    form?.addEventListener(restoredEvent, take);
    form?.addEventListener("reset", reset);
    return () => {
      form?.removeEventListener(restoredEvent, take);
      form?.removeEventListener("reset", reset);
    };
  }, [first, loaded, locale]);
  return { native, carrier, text, setText, day: parseLocalDate(text ?? "") ?? "" };
}

function DateControl({ field, name, hint, optional, first, min, max }: DateControlProps) {
  const t = useTranslations("ui");
  const locale = useLocale();
  const { left, changed } = useFormState();
  const { native, carrier, text, setText, day } = useWrittenDay(first, locale);
  const shared = {
    id: field.id,
    required: !optional,
    "aria-invalid": field.errors.length > 0 || undefined,
    className: "control max-w-48",
  };
  const described = describedBy(field, hint);
  if (text === null) {
    return (
      <input
        ref={native}
        type="date"
        name={name}
        defaultValue={first}
        min={min}
        max={max}
        aria-describedby={described}
        {...shared}
      />
    );
  }
  const wordsId = `${field.id}-words`;
  function pick(value: string) {
    setText(formatLocalDate(value, locale));
    announceChange(carrier, () => changed(name));
  }
  return (
    <div className="grid gap-1.5">
      <div className="flex items-center gap-1">
        {/* What cannot be read goes as it was typed: the server then says that it is no date. */}
        <input ref={carrier} type="hidden" name={name} value={day || text} readOnly />
        <input
          {...shared}
          type="text"
          inputMode="numeric"
          autoComplete="off"
          placeholder={t("date.placeholder")}
          value={text}
          onChange={(event) => setText(event.target.value)}
          onBlur={() => {
            if (day) setText(formatLocalDate(day, locale));
            left(name);
          }}
          aria-describedby={[described, wordsId].filter(Boolean).join(" ")}
        />
        <CalendarButton day={day} min={min} max={max} onPick={pick} />
      </div>
      <div id={wordsId} className="min-h-[1.5em] text-sm text-muted">
        {day ? <DayInWords day={day} /> : null}
      </div>
    </div>
  );
}

type CalendarButtonProps = { day: string; min?: string; max?: string; onPick: (day: string) => void };

function CalendarButton({ day, min, max, onPick }: CalendarButtonProps) {
  const t = useTranslations("ui");
  const [open, setOpen] = useState(false);
  function pick(value: string) {
    setOpen(false);
    onPick(value);
  }
  return (
    <>
      <IconButton
        icon="calendar"
        label={t("date.open")}
        onClick={() => setOpen(true)}
        aria-haspopup="dialog"
      />
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title={t("date.choose")}
        kind="sheet"
        className="sm:max-w-md"
      >
        <Suspense fallback={<SkeletonLines lines={7} />}>
          <DateCalendar value={day} min={min} max={max} onPick={pick} />
        </Suspense>
      </Dialog>
    </>
  );
}
