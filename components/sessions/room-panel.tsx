import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { VenueRow } from "@/lib/sessions/queries/list-rooms";
import { AddRoomFrame } from "./form-frames";

type RoomPanelProps = { provider: { id: string; name: string }; venues: readonly VenueRow[] };

/** The buildings and rooms of one provider, and a form for another. */
export function RoomPanel({ provider, venues }: RoomPanelProps) {
  const t = useTranslations("cohorts");
  return (
    <>
      <Section title={provider.name}>
        {venues.length === 0 ? (
          <EmptyState icon="building" title={t("rooms.none")}>
            {t("rooms.noneLead")}
          </EmptyState>
        ) : (
          <ul className="grid gap-4 sm:grid-cols-2">
            {venues.map((venue) => (
              <li key={venue.id} className="grid content-start gap-1 rounded-lg bg-surface p-5 shadow-raised">
                <h3 className="text-lg">{venue.name}</h3>
                <p className="text-sm text-muted">{[venue.address, venue.city].filter(Boolean).join(", ")}</p>
                <ul className="flex flex-wrap gap-2 pt-2">
                  {venue.rooms.map((room) => (
                    <li key={room.id} className="rounded bg-sunken px-2.5 py-1 text-sm">
                      {room.name}
                    </li>
                  ))}
                </ul>
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section title={t("rooms.addHeading")} level={3}>
        <AddRoomFrame fields={{ providerId: provider.id }} className="max-w-form">
          <SelectField
            name="venueId"
            label={t("rooms.venue")}
            optional
            placeholder={t("rooms.newVenue")}
            options={venues.map(({ id, name, city }) => ({ value: id, label: `${name}, ${city}` }))}
          />
          <fieldset className="grid gap-6 rounded-lg bg-sunken p-5">
            <legend className="float-left w-full font-medium">{t("rooms.newVenueFields")}</legend>
            <TextField name="venueName" label={t("rooms.venueName")} optional maxLength={160} />
            <TextField name="address" label={t("rooms.address")} optional maxLength={200} />
            <TextField name="city" label={t("rooms.city")} optional maxLength={80} size="medium" />
          </fieldset>
          <TextField name="roomName" label={t("rooms.roomName")} maxLength={80} size="medium" />
          <div>
            <SubmitButton icon="plus">{t("rooms.add")}</SubmitButton>
          </div>
        </AddRoomFrame>
      </Section>
    </>
  );
}
