import Link from "next/link";
import { useTranslations } from "next-intl";
import { ExportLinks } from "@/components/lists/export-links";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import { localeNames } from "@/lib/i18n/locales";
import type { TemplateRow } from "@/lib/messages/queries/list-templates";

/** A cohort's templates: in which languages each is written, and when it goes out by itself. */
export function TemplateTable({ cohortId, templates }: { cohortId: string; templates: TemplateRow[] }) {
  const t = useTranslations("messages");
  const base = `/staff/cohorts/${cohortId}/messages/templates`;
  const columns: Column<TemplateRow>[] = [
    {
      key: "name",
      header: t("template.name"),
      primary: true,
      cell: (row) => <Link href={`${base}/${row.id}`}>{row.name}</Link>,
    },
    {
      key: "languages",
      header: t("template.languages"),
      cell: (row) => row.texts.map(({ locale }) => localeNames[locale]).join(", "),
    },
    {
      key: "reminders",
      header: t("reminder.title"),
      cell: (row) =>
        row.reminders
          .map(({ kind, hoursBefore }) => t(`reminder.${kind}`, { hours: hoursBefore }))
          .join(", ") || "–",
    },
  ];
  return (
    <Section
      title={t("template.list")}
      lead={t("template.lead")}
      actions={
        <>
          <ExportLinks list="templates" cohortId={cohortId} />
          <LinkButton href={`${base}/new`} icon="plus">
            {t("template.new")}
          </LinkButton>
        </>
      }
    >
      <DataTable
        caption={t("template.list")}
        columns={columns}
        rows={templates}
        rowKey={(row) => row.id}
        empty={
          <EmptyState icon="mail" title={t("template.none")}>
            {t("template.noneHint")}
          </EmptyState>
        }
      />
    </Section>
  );
}
