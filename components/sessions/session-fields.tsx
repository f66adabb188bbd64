import { useTranslations } from "next-intl";
import { CheckboxField, CheckboxGroup } from "@/components/ui/choice-fields";
import { DateField } from "@/components/ui/date-field";
import { SelectField } from "@/components/ui/select-field";
import { TextAreaField, TextField } from "@/components/ui/text-field";
import { TimeField } from "@/components/ui/time-field";
import type { CohortBoard } from "@/lib/cohorts/queries/get-cohort-board";
import { Obligation, ParticipantRole, SessionFormat } from "@/lib/db/generated/enums";
import type { VenueRow } from "@/lib/sessions/queries/list-rooms";
import type { ObligationRow } from "@/lib/sessions/rules/obligations";

/** From when to when, on one day: wall times in the cohort's zone. */
export function TimeSpanFields() {
  const t = useTranslations("cohorts");
  return (
    <div className="grid grid-cols-2 gap-6">
      <TimeField name="from" label={t("session.from")} />
      <TimeField name="to" label={t("session.to")} />
    </div>
  );
}

/** What kind of meeting it is. */
export function FormatField() {
  const t = useTranslations("cohorts");
  return (
    <SelectField
      name="format"
      label={t("session.format")}
      placeholder={false}
      options={Object.values(SessionFormat).map((value) => ({ value, label: t(`format.${value}`) }))}
    />
  );
}

/** Where it is: a room of ours, any other place, or a link. */
export function PlaceFields({ venues }: { venues: readonly VenueRow[] }) {
  const t = useTranslations("cohorts");
  const rooms = venues.flatMap((venue) =>
    venue.rooms.map((room) => ({ value: room.id, label: `${venue.name}, ${room.name} (${venue.city})` })),
  );
  return (
    <>
      <SelectField
        name="roomId"
        label={t("session.room")}
        hint={t("session.roomHint")}
        optional
        placeholder={t("session.noRoom")}
        options={rooms}
      />
      <TextField
        name="place"
        label={t("session.place")}
        hint={t("session.placeHint")}
        optional
        maxLength={200}
      />
      <TextField
        name="link"
        label={t("session.link")}
        hint={t("session.linkHint")}
        type="url"
        inputMode="url"
        optional
        maxLength={500}
      />
    </>
  );
}

/** Who teaches it: anybody of the cohort's team. */
export function FacilitatorsField({ team }: { team: CohortBoard["team"] }) {
  const t = useTranslations("cohorts");
  if (team.length === 0) return <p className="text-muted">{t("session.noTeam")}</p>;
  return (
    <CheckboxGroup
      name="facilitatorIds"
      label={t("session.facilitators")}
      optional
      options={team.map(({ personId, name }) => ({ value: personId, label: name }))}
    />
  );
}

/** Who has to come, where it is not everybody: a choice per track and per role. */
export function ObligationFields({
  tracks,
  rows,
}: {
  tracks: CohortBoard["tracks"];
  rows: readonly ObligationRow[];
}) {
  const t = useTranslations("cohorts");
  const choices = ["default", ...Object.values(Obligation)] as const;
  const options = choices.map((value) => ({ value, label: t(`obligation.${value}`) }));
  const subjects = [
    ...tracks.map(({ id, name }) => ({ trackId: id, participantRole: "", label: name })),
    ...Object.values(ParticipantRole).map((role) => ({
      trackId: "",
      participantRole: role,
      label: t(`role.${role}`),
    })),
  ];
  return (
    <details open={rows.length > 0}>
      <summary className="inline-flex min-h-target items-center text-accent underline underline-offset-2">
        {t("session.obligations")}
      </summary>
      <p className="mb-4 text-sm text-muted">{t("session.obligationsHint")}</p>
      <div className="grid gap-4 sm:grid-cols-2">
        {subjects.map(({ trackId, participantRole, label }, index) => {
          const row = rows.find((each) =>
            trackId ? each.trackId === trackId : each.participantRole === participantRole,
          );
          return (
            <div key={trackId || participantRole}>
              <input type="hidden" name={`obligations.${index}.trackId`} value={trackId} />
              <input type="hidden" name={`obligations.${index}.participantRole`} value={participantRole} />
              <SelectField
                name={`obligations.${index}.obligation`}
                label={label}
                placeholder={false}
                options={options}
                defaultValue={row?.obligation ?? "default"}
              />
            </div>
          );
        })}
      </div>
    </details>
  );
}

/** What a session is about. */
export function ContentFields() {
  const t = useTranslations("cohorts");
  return (
    <>
      <TextField name="theme" label={t("session.theme")} maxLength={200} />
      <DateField name="day" label={t("session.day")} />
      <TimeSpanFields />
      <FormatField />
      <TextAreaField
        name="description"
        label={t("session.description")}
        hint={t("session.descriptionHint")}
        rows={3}
        maxLength={4000}
        optional
      />
      <CheckboxField
        name="contentOpen"
        label={t("session.contentOpen")}
        hint={t("session.contentOpenHint")}
      />
    </>
  );
}
