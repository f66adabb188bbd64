import { useLocale, useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button";
import { DateField } from "@/components/ui/date-field";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import { addSchoolHolidayAction, removeSchoolHolidayAction } from "@/lib/holidays/actions";
import type { SchoolHolidayRow } from "@/lib/holidays/facts/load-school-holidays";
import { holidayCountries, publicHolidays } from "@/lib/holidays/rules/public-holidays";
import { formatDateRange, formatWeekdayDate, weekOfDay } from "@/lib/i18n/format";
import { AddSchoolHolidayFrame } from "./holiday-frame";

const noon = (day: string) => new Date(`${day}T12:00:00Z`);

/** The public holidays of a year, in both countries. */
function PublicHolidays({ year }: { year: number }) {
  const t = useTranslations("planning");
  const locale = useLocale();
  return (
    <Section
      title={t("holidays.public", { year: String(year) })}
      actions={
        <>
          <LinkButton
            tone="secondary"
            size="small"
            icon="arrowLeft"
            href={`/staff/holidays?year=${year - 1}`}
          >
            {String(year - 1)}
          </LinkButton>
          <LinkButton
            tone="secondary"
            size="small"
            icon="arrowRight"
            href={`/staff/holidays?year=${year + 1}`}
          >
            {String(year + 1)}
          </LinkButton>
        </>
      }
    >
      <div className="grid gap-8 lg:grid-cols-2">
        {holidayCountries.map((country) => (
          <section key={country} aria-labelledby={`holidays-${country}`}>
            <h3 id={`holidays-${country}`} className="pb-2 text-lg">
              {t(`country.${country}`)}
            </h3>
            <ul className="divide-y divide-line border-y border-line">
              {publicHolidays(year, country).map(([day, key]) => (
                <li key={`${day} ${key}`} className="flex flex-wrap justify-between gap-x-4 py-1.5">
                  <span>{t(`holiday.${key}`)}</span>
                  <time dateTime={day} className="text-muted">
                    {formatWeekdayDate(noon(day), locale, "UTC")}
                  </time>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Section>
  );
}

function SchoolHolidays({ holidays }: { holidays: readonly SchoolHolidayRow[] }) {
  const t = useTranslations("planning");
  const locale = useLocale();
  if (holidays.length === 0)
    return (
      <EmptyState icon="calendar" title={t("holidays.none")}>
        {t("holidays.noneLead")}
      </EmptyState>
    );
  return (
    <ul className="divide-y divide-line border-y border-line">
      {holidays.map(({ id, providerId, organisationId, municipality, name, firstDay, lastDay }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 py-2">
          <span className="grid">
            <span className="font-medium">{`${municipality}: ${name}`}</span>
            <span className="text-sm text-muted">
              {`${formatDateRange(noon(firstDay), noon(lastDay), locale, "UTC")} (${t("holidays.week", { week: weekOfDay(firstDay) })})`}
            </span>
          </span>
          <ActionButton
            action={removeSchoolHolidayAction}
            fields={{ holidayId: id }}
            undo={{
              action: addSchoolHolidayAction,
              fields: { providerId, organisationId, name, firstDay, lastDay },
            }}
            tone="quiet"
            size="small"
            icon="trash"
          >
            {t.rich("holidays.removeOne", {
              name,
              municipality,
              of: (whose) => <span className="sr-only">{whose}</span>,
            })}
          </ActionButton>
        </li>
      ))}
    </ul>
  );
}

type HolidayPageProps = {
  year: number;
  holidays: readonly SchoolHolidayRow[];
  municipalities: readonly { id: string; name: string }[];
  providers: readonly { id: string; name: string }[];
};

/** Public holidays as the rules have them, and the school holidays that each provider keeps. */
export function HolidayPage({ year, holidays, municipalities, providers }: HolidayPageProps) {
  const t = useTranslations("planning");
  return (
    <>
      {providers.map((provider) => (
        <Section
          key={provider.id}
          title={t("holidays.school")}
          lead={providers.length > 1 ? t("holidays.provider", { name: provider.name }) : undefined}
        >
          <SchoolHolidays holidays={holidays.filter(({ providerId }) => providerId === provider.id)} />
          <AddSchoolHolidayFrame className="max-w-form rounded-lg bg-sunken p-5">
            <h3 className="text-lg">{t("holidays.addHeading")}</h3>
            <input type="hidden" name="providerId" value={provider.id} />
            <SelectField
              name="organisationId"
              label={t("holidays.municipality")}
              options={municipalities.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <TextField name="name" label={t("holidays.name")} hint={t("holidays.nameHint")} maxLength={80} />
            <div className="grid gap-6 sm:grid-cols-2">
              <DateField name="firstDay" label={t("holidays.firstDay")} />
              <DateField name="lastDay" label={t("holidays.lastDay")} />
            </div>
            <div>
              <SubmitButton tone="secondary" icon="plus">
                {t("holidays.add")}
              </SubmitButton>
            </div>
          </AddSchoolHolidayFrame>
        </Section>
      ))}
      <PublicHolidays year={year} />
    </>
  );
}
