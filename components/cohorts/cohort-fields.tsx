import { useTranslations } from "next-intl";
import { DateField } from "@/components/ui/date-field";
import { SelectField } from "@/components/ui/select-field";
import { NumberField, TextField } from "@/components/ui/text-field";
import { cohortZones } from "@/lib/cohorts/schema";

/** What a cohort is: the fields that making and editing share. `slugFixed` once its address has been given out. */
export function CohortFields({ slugFixed }: { slugFixed: boolean }) {
  const t = useTranslations("cohorts");
  return (
    <>
      <TextField name="name" label={t("form.name")} hint={t("form.nameHint")} maxLength={160} />
      <TextField
        name="slug"
        label={t("form.slug")}
        hint={slugFixed ? t("form.slugFixedHint") : t("form.slugHint")}
        readOnly={slugFixed}
        optional={!slugFixed}
        maxLength={80}
      />
      <TextField name="city" label={t("form.city")} maxLength={80} size="medium" />
      <div className="grid gap-6 sm:grid-cols-2">
        <DateField name="startsOn" label={t("form.startsOn")} />
        <DateField name="endsOn" label={t("form.endsOn")} />
      </div>
      <DateField name="deadlineOn" label={t("form.deadlineOn")} hint={t("form.deadlineHint")} />
      <SelectField
        name="timeZone"
        label={t("form.timeZone")}
        hint={t("form.timeZoneHint")}
        placeholder={false}
        options={cohortZones.map((value) => ({ value, label: t(`zone.${zoneKey(value)}`) }))}
      />
      <NumberField
        name="offerHours"
        label={t("form.offerHours")}
        hint={t("form.offerHoursHint")}
        unit={t("form.hours")}
      />
    </>
  );
}

type Zone = (typeof cohortZones)[number];
const zoneKeys = {
  "Europe/Copenhagen": "copenhagen",
  "Europe/Stockholm": "stockholm",
  "Europe/Helsinki": "helsinki",
  "Atlantic/Faroe": "faroe",
  "America/Nuuk": "nuuk",
} as const satisfies Record<Zone, string>;

/** The key of a zone's name in the messages: an IANA name holds a slash. */
export function zoneKey(zone: Zone): (typeof zoneKeys)[Zone] {
  return zoneKeys[zone];
}

/** What people call a zone; its IANA name where it is none that a cohort can be in. */
export function useZoneName(): (zone: string) => string {
  const t = useTranslations("cohorts");
  return (zone) => {
    const known = cohortZones.find((each) => each === zone);
    return known ? t(`zone.${zoneKey(known)}`) : zone;
  };
}
