import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { zoneKey } from "@/components/cohorts/cohort-fields";
import { ActionButton } from "@/components/ui/action-button";
import { Callout } from "@/components/ui/callout";
import { DateField } from "@/components/ui/date-field";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { TimeField } from "@/components/ui/time-field";
import { cohortZones } from "@/lib/cohorts/schema";
import { wallTimeOf } from "@/lib/core/dates";
import { formatDateRange, formatTimeRange, formatWeekdayDate } from "@/lib/i18n/format";
import type { Locale } from "@/lib/i18n/locales";
import { addUnavailabilityAction, removeUnavailabilityAction } from "@/lib/unavailability/actions";
import type { OwnUnavailability } from "@/lib/unavailability/queries/list-own-unavailability";
import { saidPeriod } from "@/lib/unavailability/rules/period";
import { UnavailabilityFrame } from "./unavailability-frame";

/** A period in words: whole days as days, else with its times. */
function periodText({ startsAt, endsAt, timeZone }: OwnUnavailability, locale: Locale): string {
  const whole = [startsAt, endsAt].every((at) => wallTimeOf(at, timeZone).endsWith("T00:00"));
  const lastDay = new Date(endsAt.getTime() - 1);
  return whole
    ? formatDateRange(startsAt, lastDay, locale, timeZone)
    : `${formatWeekdayDate(startsAt, locale, timeZone)}, ${formatTimeRange(startsAt, endsAt, locale, timeZone)}`;
}

function Period({ period }: { period: OwnUnavailability }) {
  const t = useTranslations("planning");
  const locale = useLocale();
  const text = periodText(period, locale);
  return (
    <li className="grid gap-3 py-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <span>
          <span className="font-medium">{text}</span>
          {period.note ? <span className="block text-sm text-muted">{period.note}</span> : null}
        </span>
        <ActionButton
          action={removeUnavailabilityAction}
          fields={{ unavailabilityId: period.id }}
          undo={{
            action: addUnavailabilityAction,
            fields: {
              ...saidPeriod(period.startsAt, period.endsAt, period.timeZone),
              timeZone: period.timeZone,
              note: period.note,
            },
          }}
          tone="quiet"
          size="small"
          icon="undo"
        >
          {t("unavailability.removeOne", { period: text })}
        </ActionButton>
      </div>
      {period.sessions.length > 0 ? (
        <Callout tone="warning" title={t("unavailability.conflicts")}>
          <p>{t("unavailability.conflictsLead")}</p>
          <ul className="grid gap-1 pt-2">
            {period.sessions.map(({ id, theme, cohort, startsAt, endsAt, timeZone }) => (
              <li key={id}>
                <Link href={`/facilitate/sessions/${id}`}>
                  {t("unavailability.session", {
                    theme,
                    cohort,
                    when: `${formatWeekdayDate(startsAt, locale, timeZone)}, ${formatTimeRange(startsAt, endsAt, locale, timeZone)}`,
                  })}
                </Link>
              </li>
            ))}
          </ul>
        </Callout>
      ) : null}
    </li>
  );
}

function PeriodForm() {
  const t = useTranslations("planning");
  const zones = useTranslations("cohorts");
  return (
    <UnavailabilityFrame className="max-w-form">
      <div className="grid gap-6 sm:grid-cols-2">
        <DateField name="fromDay" label={t("unavailability.fromDay")} />
        <TimeField
          name="fromTime"
          label={t("unavailability.fromTime")}
          hint={t("unavailability.timeHint")}
          optional
        />
        <DateField name="toDay" label={t("unavailability.toDay")} />
        <TimeField
          name="toTime"
          label={t("unavailability.toTime")}
          hint={t("unavailability.timeHint")}
          optional
        />
      </div>
      <SelectField
        name="timeZone"
        label={t("unavailability.zone")}
        placeholder={false}
        options={cohortZones.map((value) => ({ value, label: zones(`zone.${zoneKey(value)}`) }))}
      />
      <TextField
        name="note"
        label={t("unavailability.note")}
        hint={t("unavailability.noteHint")}
        optional
        maxLength={200}
      />
      <div>
        <SubmitButton icon="plus">{t("unavailability.add")}</SubmitButton>
      </div>
    </UnavailabilityFrame>
  );
}

/** When a facilitator cannot, what is planned in that time all the same, and a form for more. */
export function UnavailabilityPage({ periods }: { periods: readonly OwnUnavailability[] }) {
  const t = useTranslations("planning");
  return (
    <>
      <Section title={t("unavailability.listed")}>
        {periods.length === 0 ? (
          <EmptyState icon="calendar" title={t("unavailability.none")}>
            {t("unavailability.noneLead")}
          </EmptyState>
        ) : (
          <ul className="divide-y divide-line border-y border-line">
            {periods.map((period) => (
              <Period key={period.id} period={period} />
            ))}
          </ul>
        )}
      </Section>
      <Section title={t("unavailability.addHeading")}>
        <PeriodForm />
      </Section>
    </>
  );
}
