import { useLocale, useTranslations } from "next-intl";
import { ApplicationStateTag } from "@/components/applications/state-tag";
import { TwoLines } from "@/components/enrolments/two-lines";
import { ExportLinks } from "@/components/lists/export-links";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Section } from "@/components/ui/section";
import type { EnteredApplication } from "@/lib/group-entries/queries/list-entered-applications";
import { formatDateTime } from "@/lib/i18n/format";

/** Where the applications of one's people stand. */
export function EnteredApplications({ applications }: { applications: EnteredApplication[] }) {
  const t = useTranslations("group-entries");
  const locale = useLocale();
  const columns: Column<EnteredApplication>[] = [
    {
      key: "name",
      header: t("applications.name"),
      primary: true,
      cell: (row) => <TwoLines first={row.name} second={row.title} />,
    },
    {
      key: "cohort",
      header: t("applications.cohort"),
      cell: (row) => <TwoLines first={row.cohort} second={row.programme} />,
    },
    {
      key: "submitted",
      header: t("applications.submitted"),
      cell: (row) => (
        <TwoLines
          first={row.submittedAt ? formatDateTime(row.submittedAt, locale, row.timeZone) : ""}
          second={row.entered ? t("applications.entered") : null}
        />
      ),
    },
    {
      key: "state",
      header: t("applications.state"),
      cell: (row) => <ApplicationStateTag state={row.state} />,
    },
  ];
  return (
    <Section
      title={t("applications.title")}
      lead={t("applications.lead")}
      actions={<ExportLinks list="enteredApplications" />}
    >
      <DataTable
        caption={t("applications.title")}
        columns={columns}
        rows={applications}
        rowKey={(row) => row.id}
        empty={<EmptyState icon="people" title={t("applications.empty")} />}
      />
    </Section>
  );
}
