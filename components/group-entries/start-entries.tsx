import { useLocale, useTranslations } from "next-intl";
import { Drawer } from "@/components/enrolments/drawer";
import { ActionForm } from "@/components/ui/action-form";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { FileDrop } from "@/components/ui/file-drop";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import { SelectField } from "@/components/ui/select-field";
import { SubmitButton } from "@/components/ui/submit-button";
import { startEntryAction } from "@/lib/group-entries/actions";
import type { EnterableCohort } from "@/lib/group-entries/queries/list-cohorts-to-enter";
import type { OpenGroupEntry } from "@/lib/group-entries/queries/list-group-entries";
import { DOT, formatDateRange, formatDateTime } from "@/lib/i18n/format";

type Organisation = { readonly id: string; readonly name: string };
type StartProps = {
  cohorts: readonly EnterableCohort[];
  organisations: readonly Organisation[];
  drafts: OpenGroupEntry[];
};

function Cohort({ cohort, organisations }: { cohort: EnterableCohort } & Pick<StartProps, "organisations">) {
  const t = useTranslations("group-entries");
  const locale = useLocale();
  const { agreement } = cohort;
  const [first] = organisations;
  return (
    <Drawer summary={`${cohort.name}${DOT}${cohort.programmeVersion.title}`} group="cohort">
      <p>
        {[
          formatDateRange(cohort.startsOn, cohort.endsOn, locale, "UTC"),
          cohort.city,
          t("start.deadline", { at: formatDateTime(cohort.applicationDeadline, locale, cohort.timeZone) }),
          agreement && agreement.kind !== "open" ? t("start.agreement", { title: agreement.title }) : null,
        ]
          .filter(Boolean)
          .join(DOT)}
      </p>
      <ActionForm action={startEntryAction} fields={{ cohortId: cohort.id }}>
        {organisations.length === 1 && first ? (
          <input type="hidden" name="organisationId" value={first.id} readOnly />
        ) : (
          <SelectField
            name="organisationId"
            label={t("start.organisation")}
            options={organisations.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <FileDrop
          name="file"
          label={t("start.file")}
          hint={t("start.fileHint")}
          accept=".csv,.xlsx"
          maxMegabytes={1}
          optional
        />
        <SubmitButton className="justify-self-start" aria-label={t("start.open", { name: cohort.name })}>
          {t("start.submit")}
        </SubmitButton>
      </ActionForm>
    </Drawer>
  );
}

function Drafts({ drafts }: Pick<StartProps, "drafts">) {
  const t = useTranslations("group-entries");
  const locale = useLocale();
  const columns: Column<OpenGroupEntry>[] = [
    {
      key: "cohort",
      header: t("drafts.cohort"),
      primary: true,
      cell: (row) => `${row.cohort}${DOT}${row.programme}`,
    },
    { key: "people", header: t("drafts.people"), cell: (row) => row.people },
    {
      key: "begun",
      header: t("drafts.begun"),
      cell: (row) => `${formatDateTime(row.createdAt, locale, row.timeZone)}, ${row.by}`,
    },
    {
      key: "open",
      header: t("drafts.open"),
      act: true,
      cell: (row) => (
        <LinkButton href={`/organisation/apply/${row.id}`} tone="quiet" size="small">
          {t("drafts.open")}
        </LinkButton>
      ),
    },
  ];
  return (
    <DataTable
      caption={t("drafts.title")}
      columns={columns}
      rows={drafts}
      rowKey={(row) => row.id}
      empty={null}
    />
  );
}

/** The cohorts one can apply to for several people, and the lists that are not handed in yet. */
export function StartEntries({ cohorts, organisations, drafts }: StartProps) {
  const t = useTranslations("group-entries");
  return (
    <>
      {drafts.length > 0 ? (
        <Section title={t("drafts.title")}>
          <Drafts drafts={drafts} />
        </Section>
      ) : null}
      <Section title={t("start.title")} lead={t("start.lead")}>
        {cohorts.length === 0 ? (
          <EmptyState icon="calendar" title={t("start.none")} />
        ) : (
          <div className="grid gap-3">
            {cohorts.map((cohort) => (
              <Cohort key={cohort.id} cohort={cohort} organisations={organisations} />
            ))}
          </div>
        )}
      </Section>
    </>
  );
}
