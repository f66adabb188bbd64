import { useLocale, useTranslations } from "next-intl";
import { wallSpan } from "@/components/sessions/wall-span";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { DateField } from "@/components/ui/date-field";
import { DescriptionList } from "@/components/ui/description-list";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import { SubmitButton } from "@/components/ui/submit-button";
import { NumberField, TextField } from "@/components/ui/text-field";
import type { CopiedSession, CopyPlan } from "@/lib/cohorts/facts/plan-copy";
import { countryOfZone, holidayOn } from "@/lib/holidays/rules/public-holidays";
import { type SchoolHolidayPeriod, schoolHolidaysOn } from "@/lib/holidays/rules/school-holidays";
import { formatWeekdayDate } from "@/lib/i18n/format";
import { daySpanText, dayText } from "./day-text";
import { CopyCohortFrame } from "./form-frames";

const noon = (day: string) => new Date(`${day}T12:00:00Z`);

type RowProps = { session: CopiedSession; zone: string; schoolHolidays: readonly SchoolHolidayPeriod[] };

/** What one should know of a session's new day: a holiday, and what cannot come along. */
function Notes({ session, zone, schoolHolidays }: RowProps) {
  const t = useTranslations("planning");
  const holiday = holidayOn(session.day, countryOfZone(zone));
  const notes = [
    ...(holiday ? [t(`holiday.${holiday}`)] : []),
    ...schoolHolidaysOn(session.day, schoolHolidays).map(
      ({ name, municipality }) => `${name}, ${municipality}`,
    ),
    ...(session.leftOut.length > 0 ? [t("copy.leavesOut", { what: session.leftOut.join("; ") })] : []),
  ];
  return (
    <ul className="text-sm text-warning">
      {notes.map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
}

function Dates({ plan, schoolHolidays }: { plan: CopyPlan; schoolHolidays: readonly SchoolHolidayPeriod[] }) {
  const t = useTranslations("planning");
  const locale = useLocale();
  if (plan.sessions.length === 0) return <p className="text-muted">{t("copy.noSessions")}</p>;
  return (
    <ul className="divide-y divide-line border-y border-line">
      {plan.sessions.map((session) => (
        <li
          key={session.source.id}
          className="grid gap-x-6 py-2.5 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]"
        >
          <span>
            <span className="font-medium">{session.source.theme}</span>
            <span className="block text-sm text-muted">
              {`${t("copy.before")}: ${formatWeekdayDate(session.source.startsAt, locale, plan.source.timeZone)}`}
            </span>
          </span>
          <span>
            {`${formatWeekdayDate(noon(session.day), locale, "UTC")}, ${wallSpan(session.from, session.to, locale)}`}
            <Notes session={session} zone={plan.source.timeZone} schoolHolidays={schoolHolidays} />
          </span>
        </li>
      ))}
    </ul>
  );
}

function Facts({ plan }: { plan: CopyPlan }) {
  const t = useTranslations("planning");
  const locale = useLocale();
  return (
    <DescriptionList
      items={[
        { term: t("copy.after"), detail: daySpanText(plan.startsOn, plan.endsOn, locale) },
        { term: t("copy.deadline"), detail: dayText(plan.deadlineOn, locale) },
        { term: t("copy.team"), detail: plan.team.map(({ name }) => name).join(", ") || t("copy.nobody") },
      ]}
    />
  );
}

function CopyForm({ plan, firstDay }: { plan: CopyPlan; firstDay: string }) {
  const t = useTranslations("planning");
  const forms = useTranslations("cohorts");
  return (
    <CopyCohortFrame
      fields={{ cohortId: plan.source.id, firstDay }}
      defaultValues={{ capacity: plan.source.capacity }}
      className="max-w-form pt-4"
    >
      <TextField name="name" label={t("copy.name")} maxLength={160} />
      <TextField
        name="slug"
        label={forms("form.slug")}
        hint={forms("form.slugHint")}
        optional
        maxLength={80}
      />
      <NumberField name="capacity" label={t("copy.capacity")} unit={forms("form.seats")} />
      <div>
        <SubmitButton icon="copy">{t("copy.submit")}</SubmitButton>
      </div>
    </CopyCohortFrame>
  );
}

type CopyCohortPageProps = {
  plan: CopyPlan;
  firstDay: string;
  schoolHolidays: readonly SchoolHolidayPeriod[];
};

/** A cohort to be repeated: from when, how every date moves, and under which name. */
export function CopyCohortPage({ plan, firstDay, schoolHolidays }: CopyCohortPageProps) {
  const t = useTranslations("planning");
  const forms = useTranslations("cohorts");
  const [version] = plan.source.programmeVersion.programme.versions;
  if (!version)
    return (
      <Callout
        tone="warning"
        title={t("copy.noVersion")}
        actions={
          <LinkButton href={`/staff/programmes/${plan.source.programmeVersion.programme.id}`}>
            {forms("create.toProgrammes")}
          </LinkButton>
        }
      >
        {t("copy.noVersionLead")}
      </Callout>
    );
  return (
    <>
      <Section title={t("copy.title", { name: plan.source.name })} lead={t("copy.lead")}>
        <form method="get" className="flex flex-wrap items-start gap-6">
          <DateField
            name="from"
            label={t("copy.firstDay")}
            hint={t("copy.firstDayHint")}
            defaultValue={firstDay}
          />
          <Button type="submit" tone="secondary" className="sm:mt-8">
            {t("copy.show")}
          </Button>
        </form>
      </Section>
      <Section
        title={t("copy.preview")}
        lead={`${t("copy.shift", { weeks: plan.weeks })} ${t("copy.clock")}`}
      >
        <Facts plan={plan} />
        {plan.teamLeft.length > 0 ? (
          <Callout tone="warning">{t("copy.teamLeft", { names: plan.teamLeft.join(", ") })}</Callout>
        ) : null}
        <Dates plan={plan} schoolHolidays={schoolHolidays} />
        <p>{t("copy.version", { title: version.title, number: version.number })}</p>
        <CopyForm plan={plan} firstDay={firstDay} />
      </Section>
    </>
  );
}
