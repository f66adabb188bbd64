import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { JobsTable } from "@/components/admin/jobs-table";
import { ExportLinks } from "@/components/lists/export-links";
import { OutboxTable } from "@/components/mail/outbox-table";
import { FilterBar } from "@/components/ui/filter-bar";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { firstParam, pageParam, type SearchParams } from "@/components/ui/search-params";
import { Section } from "@/components/ui/section";
import { requireActor } from "@/lib/auth/actor";
import { OutboxState } from "@/lib/db/generated/enums";
import { listJobs } from "@/lib/jobs/queries/list-jobs";
import { outboxFilter } from "@/lib/lists/rules/export-filters";
import { listOutbox } from "@/lib/mail/queries/list-outbox";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin.jobs");
  return { title: t("title") };
}

export default async function JobsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const acting = await requireActor("installation.view");
  const params = await searchParams;
  const page = pageParam(params);
  const asked = { search: firstParam(params, "search"), state: firstParam(params, "state") };
  const [jobs, outbox, t] = await Promise.all([
    listJobs(acting),
    listOutbox(acting, outboxFilter(asked), page),
    getTranslations("admin.jobs"),
  ]);
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <Section title={t("jobs")} actions={<ExportLinks list="jobs" />}>
        <JobsTable jobs={jobs} />
      </Section>
      <Section title={t("mails")} id="mails">
        <FilterBar
          path="/admin/jobs"
          params={params}
          label={t("mails")}
          filters={[
            { name: "search", label: t("search"), kind: "search" },
            {
              name: "state",
              label: t("state"),
              kind: "choice",
              all: t("allStates"),
              options: Object.values(OutboxState).map((value) => ({
                value,
                label: `${t(value)} (${outbox.counts[value]})`,
              })),
            },
          ]}
        />
        <ExportLinks list="outbox" filter={asked} />
        <OutboxTable rows={outbox.rows} />
        <Pagination path="/admin/jobs" params={params} page={page} {...outbox} />
      </Section>
    </>
  );
}
