"use client";

import { useTranslations } from "next-intl";
import type { FocusEvent } from "react";
import { parseLocalTime } from "@/lib/i18n/parse-local-date";
import type { FieldProps } from "./field-frame";
import { TextField } from "./text-field";

/** A time of day on a 24-hour clock. `9`, `9.30` and `0930` become `09:30` when the field is left. */
export function TimeField({ defaultValue, ...props }: FieldProps & { defaultValue?: string }) {
  const t = useTranslations("ui");
  function tidy(event: FocusEvent<HTMLInputElement>) {
    const time = parseLocalTime(event.target.value);
    if (time) event.target.value = time;
  }
  return (
    <TextField
      {...props}
      defaultValue={defaultValue}
      size="short"
      inputMode="text"
      autoComplete="off"
      maxLength={10}
      placeholder={t("time.placeholder")}
      onBlur={tidy}
    />
  );
}
