import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CheckboxField } from "@/components/ui/choice-fields";
import { DateField } from "@/components/ui/date-field";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { NumberField, TextAreaField, TextField } from "@/components/ui/text-field";
import type { CohortBoard } from "@/lib/cohorts/queries/get-cohort-board";
import type { SessionDetail } from "@/lib/sessions/queries/get-session";
import type { VenueRow } from "@/lib/sessions/queries/list-rooms";
import { AddSessionFrame, AddSessionRowFrame, EditSessionFrame } from "./form-frames";
import {
  ContentFields,
  FacilitatorsField,
  FormatField,
  ObligationFields,
  PlaceFields,
  TimeSpanFields,
} from "./session-fields";

type FormProps = { cohort: CohortBoard; venues: readonly VenueRow[] };

/** One new session. */
export function AddSessionForm({ cohort, venues }: FormProps) {
  const t = useTranslations("cohorts");
  return (
    <AddSessionFrame
      fields={{ cohortId: cohort.id }}
      defaultValues={{ day: cohort.startsOn, from: "09:00", to: "16:00", format: "course_day" }}
      className="max-w-form"
    >
      <ContentFields />
      <PlaceFields venues={venues} />
      <FacilitatorsField team={cohort.team} />
      <ObligationFields tracks={cohort.tracks} rows={[]} />
      <div>
        <SubmitButton>{t("session.add")}</SubmitButton>
      </div>
    </AddSessionFrame>
  );
}

/** Several sessions at once: one theme a line, in a pattern of weeks. */
export function AddSessionRowForm({ cohort, venues, preview }: FormProps & { preview: ReactNode }) {
  const t = useTranslations("cohorts");
  return (
    <AddSessionRowFrame
      fields={{ cohortId: cohort.id }}
      defaultValues={{
        firstDay: cohort.startsOn,
        skipHolidays: "on",
        everyWeeks: 1,
        from: "09:00",
        to: "16:00",
        format: "course_day",
      }}
      className="max-w-form"
    >
      <TextAreaField name="themes" label={t("row.themes")} hint={t("row.themesHint")} rows={6} optional />
      <NumberField name="count" label={t("row.count")} hint={t("row.countHint")} optional />
      <DateField name="firstDay" label={t("row.firstDay")} hint={t("row.firstDayHint")} />
      <SelectField
        name="everyWeeks"
        label={t("row.everyWeeks")}
        placeholder={false}
        options={[1, 2, 3, 4, 6, 8].map((weeks) => ({
          value: String(weeks),
          label: t("row.everyWeeksOption", { weeks }),
        }))}
      />
      <TextField
        name="skipWeeks"
        label={t("row.skipWeeks")}
        hint={t("row.skipWeeksHint")}
        optional
        size="medium"
        maxLength={200}
      />
      <CheckboxField name="skipHolidays" label={t("row.skipHolidays")} hint={t("row.skipHolidaysHint")} />
      <TimeSpanFields />
      <FormatField />
      <PlaceFields venues={venues} />
      <FacilitatorsField team={cohort.team} />
      {preview}
      <div>
        <SubmitButton>{t("row.submit")}</SubmitButton>
      </div>
    </AddSessionRowFrame>
  );
}

/** A session that is there: its words, its time and place, its people. */
export function EditSessionForm({ cohort, venues, session }: FormProps & { session: SessionDetail }) {
  const t = useTranslations("cohorts");
  const { theme, description, format, roomId, place, link, facilitatorIds } = session;
  return (
    <EditSessionFrame
      fields={{ sessionId: session.id, version: session.version }}
      defaultValues={{
        theme,
        description,
        format,
        roomId: roomId ?? "",
        place,
        link,
        facilitatorIds,
        day: session.startsLocal.slice(0, 10),
        from: session.startsLocal.slice(11),
        to: session.endsLocal.slice(11),
        contentOpen: session.contentOpen ? "on" : undefined,
      }}
      className="max-w-form"
    >
      <ContentFields />
      <PlaceFields venues={venues} />
      <FacilitatorsField team={cohort.team} />
      <ObligationFields tracks={cohort.tracks} rows={session.obligations} />
      <p className="text-sm text-muted">{t("session.moveHint")}</p>
      <div>
        <SubmitButton>{t("session.save")}</SubmitButton>
      </div>
    </EditSessionFrame>
  );
}
