"use client";

import { useLocale, useTranslations } from "next-intl";
import { useEffect, useRef, useState } from "react";
import { formValues } from "@/lib/core/form-values";
import type { HolidayCountry } from "@/lib/holidays/rules/public-holidays";
import type { SchoolHolidayPeriod } from "@/lib/holidays/rules/school-holidays";
import { formatWeekdayDate, weekOfDay } from "@/lib/i18n/format";
import type { OccupiedPreview } from "@/lib/sessions/queries/list-occupied";
import { type RowPreview as Preview, previewRow, type RowDay } from "@/lib/sessions/rules/row-preview";
import { addSessionRowInput } from "@/lib/sessions/schema";

type RowPreviewProps = {
  taken: OccupiedPreview;
  schoolHolidays: readonly SchoolHolidayPeriod[];
  zone: string;
  country: HolidayCountry;
  lastDay: string;
  /** Names of the cohort's team and of the rooms, by id. */
  names: Readonly<Record<string, string>>;
};

type Taken = {
  id: string;
  startsAt: Date;
  endsAt: Date;
  roomId: string | null;
  facilitatorIds: readonly string[];
  label: string;
};

/** What the form says, where it says enough for a preview: the schema reads it as the server will. */
function read(form: HTMLFormElement, props: RowPreviewProps): Preview<Taken> | "unreadable" {
  const data = new FormData(form);
  data.delete("idempotencyKey");
  const input = addSessionRowInput.safeParse(formValues(data));
  if (!input.success) return "unreadable";
  const { roomId, ...row } = input.data;
  const dated = <T extends { startsAt: string; endsAt: string }>(each: T) => ({
    ...each,
    startsAt: new Date(each.startsAt),
    endsAt: new Date(each.endsAt),
  });
  const preview = previewRow(
    { ...row, roomId: roomId || null },
    {
      zone: props.zone,
      country: props.country,
      lastDay: props.lastDay,
      occupied: props.taken.sessions.map(dated),
      absences: props.taken.absences.map(dated),
      schoolHolidays: props.schoolHolidays,
    },
  );
  return preview ?? { days: [], passedOver: [] };
}

/** The sentences about one day: what collides first, then what one should know. */
function useNotes(names: RowPreviewProps["names"]) {
  const t = useTranslations("planning");
  return (day: RowDay<Taken>): { text: string; serious: boolean }[] => [
    ...day.collisions.map((collision) => ({
      serious: true,
      text:
        collision.kind === "unavailable"
          ? t("row.absent", { person: names[collision.personId] ?? "" })
          : t("row.busy", {
              what:
                names[collision.kind === "room" ? (collision.other.roomId ?? "") : collision.personId] ?? "",
              by: collision.other.label || t("row.busyElsewhere"),
            }),
    })),
    ...(day.impossible ? [{ serious: true, text: t("row.leftOut") }] : []),
    ...(day.holiday ? [{ serious: false, text: t(`holiday.${day.holiday}`) }] : []),
    ...day.schoolHolidays.map(({ name, municipality }) => ({
      serious: false,
      text: `${name}, ${municipality}`,
    })),
    ...(day.afterEnd ? [{ serious: false, text: t("row.cohortEnd") }] : []),
  ];
}

function Days({ preview, names }: { preview: Preview<Taken>; names: RowPreviewProps["names"] }) {
  const t = useTranslations("planning");
  const locale = useLocale();
  const notesOf = useNotes(names);
  const colliding = preview.days.filter((day) => notesOf(day).some(({ serious }) => serious)).length;
  return (
    <>
      <p className={colliding > 0 ? "font-medium text-danger" : ""}>
        {colliding > 0
          ? t("row.problems", { count: colliding })
          : t("row.clear", { count: preview.days.length })}
      </p>
      <ol className="divide-y divide-line border-y border-line">
        {preview.days.map((day, index) => (
          <li key={day.day} className="grid gap-x-4 py-2 sm:grid-cols-[2rem_minmax(0,14rem)_minmax(0,1fr)]">
            <span aria-hidden="true" className="text-muted max-sm:hidden">
              {index + 1}
            </span>
            <span>
              {formatWeekdayDate(new Date(`${day.day}T12:00:00Z`), locale, "UTC")}
              <span className="block text-sm text-muted">{t("week", { week: weekOfDay(day.day) })}</span>
            </span>
            <span>
              {day.theme ?? t("row.unnamed", { number: index + 1 })}
              {notesOf(day).map(({ text, serious }) => (
                <span
                  key={text}
                  className={`block text-sm ${serious ? "font-medium text-danger" : "text-warning"}`}
                >
                  {text}
                </span>
              ))}
            </span>
          </li>
        ))}
      </ol>
      {preview.passedOver.length > 0 ? (
        <p className="text-sm text-muted">
          {t("row.skipped", {
            what: preview.passedOver
              .map(({ week, holiday }) =>
                holiday ? t(`holiday.${holiday}`) : t("row.skippedWeek", { week }),
              )
              .join(", "),
          })}
        </p>
      ) : null}
    </>
  );
}

/**
 * The days that the form around it would lay into the plan, worked out in the browser while one writes, by the rules the server
 * follows: holidays, what is passed over, and what collides. Nothing of it is stored.
 */
export function RowPreview(props: RowPreviewProps) {
  const t = useTranslations("planning");
  const place = useRef<HTMLElement>(null);
  const [preview, setPreview] = useState<Preview<Taken> | "unreadable" | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the page was given does not change while it is open
  useEffect(() => {
    const form = place.current?.closest("form");
    if (!form) return;
    const listening = new AbortController();
    const update = () => setPreview(read(form, props));
    for (const name of ["input", "change"]) form.addEventListener(name, update, { signal: listening.signal });
    update();
    return () => listening.abort();
  }, []);
  return (
    <section ref={place} aria-labelledby="row-preview" className="grid gap-3 rounded-lg bg-sunken p-5">
      <h3 id="row-preview" className="text-lg">
        {t("row.preview")}
      </h3>
      <div aria-live="polite" className="grid gap-3">
        {preview === null || preview === "unreadable" || preview.days.length === 0 ? (
          <p className="text-muted">{t(preview === "unreadable" ? "row.unreadable" : "row.empty")}</p>
        ) : (
          <Days preview={preview} names={props.names} />
        )}
      </div>
    </section>
  );
}
