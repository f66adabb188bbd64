"use client";

import { useLocale, useTranslations } from "next-intl";
import { lazy, Suspense, useEffect, useRef, useState } from "react";
import { formatWeekdayDate, weekOfDay } from "@/lib/i18n/format";
import { formatLocalDate, parseLocalDate } from "@/lib/i18n/parse-local-date";
import { IconButton } from "./button";
import { Dialog } from "./dialog";
import { restoredEvent } from "./draft-store";
import { FieldFrame, type FieldProps } from "./field-frame";
import { asText, describedBy, type FieldState, useFieldState } from "./form-context";
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

function DateControl({ field, name, hint, optional, first, min, max }: DateControlProps) {
  const t = useTranslations("ui");
  const locale = useLocale();
  const native = useRef<HTMLInputElement>(null);
  const carrier = useRef<HTMLInputElement>(null);
  const [text, setText] = useState<string | null>(null);
  const [picking, setPicking] = useState(false);
  const day = text === null ? first : (parseLocalDate(text) ?? "");

  useEffect(() => {
    setText((present) => {
      const written = present ?? native.current?.value ?? "";
      return formatLocalDate(parseLocalDate(written) ?? written, locale);
    });
  }, [locale]);
  useEffect(() => {
    const form = carrier.current?.form;
    const take = () => carrier.current && setText(formatLocalDate(carrier.current.value, locale));
    form?.addEventListener(restoredEvent, take);
    return () => form?.removeEventListener(restoredEvent, take);
  }, [locale]);

  const shared = {
    id: field.id,
    required: !optional,
    "aria-invalid": field.errors.length > 0 || undefined,
    className: "control max-w-48",
  };
  if (text === null) {
    return (
      <input
        ref={native}
        type="date"
        name={name}
        defaultValue={first}
        min={min}
        max={max}
        aria-describedby={describedBy(field, hint)}
        {...shared}
      />
    );
  }
  const wordsId = `${field.id}-words`;
  function pick(value: string) {
    setText(formatLocalDate(value, locale));
    setPicking(false);
    queueMicrotask(() => carrier.current?.dispatchEvent(new Event("change", { bubbles: true })));
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
          onBlur={() => day && setText(formatLocalDate(day, locale))}
          aria-describedby={[describedBy(field, hint), wordsId].filter(Boolean).join(" ")}
        />
        <IconButton
          icon="calendar"
          label={t("date.open")}
          onClick={() => setPicking(true)}
          aria-haspopup="dialog"
        />
      </div>
      <div id={wordsId} className="min-h-[1.5em] text-sm text-muted">
        {day ? <DayInWords day={day} /> : null}
      </div>
      <Dialog
        open={picking}
        onClose={() => setPicking(false)}
        title={t("date.choose")}
        kind="sheet"
        className="sm:max-w-md"
      >
        <Suspense fallback={<SkeletonLines lines={7} />}>
          <DateCalendar value={day} min={min} max={max} onPick={pick} />
        </Suspense>
      </Dialog>
    </div>
  );
}
