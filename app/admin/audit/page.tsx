import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { AuditTable } from "@/components/admin/audit-table";
import { ChainState } from "@/components/admin/chain-state";
import { ExportLinks } from "@/components/lists/export-links";
import { FilterBar } from "@/components/ui/filter-bar";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { firstParam, pageParam, type SearchParams } from "@/components/ui/search-params";
import type { Option } from "@/components/ui/select-field";
import { getAuditChain } from "@/lib/audit/queries/get-audit-chain";
import { listAuditEvents } from "@/lib/audit/queries/list-audit-events";
import { auditActions } from "@/lib/audit/rules/events";
import { requireActor } from "@/lib/auth/actor";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin.audit");
  return { title: t("title") };
}

const filters = ["actor", "action", "entity", "stream"] as const;

/** Everything that can be asked for, by name. */
async function actionOptions(): Promise<Option[]> {
  const [t, locale] = await Promise.all([getTranslations("admin.audit.actions"), getLocale()]);
  return auditActions
    .map((action) => ({ value: action, label: t(action) }))
    .sort((one, other) => one.label.localeCompare(other.label, locale));
}

export default async function AuditPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const acting = await requireActor("audit.view");
  const params = await searchParams;
  const page = pageParam(params);
  const filter = Object.fromEntries(filters.map((name) => [name, firstParam(params, name)]));
  const [events, chain, options, t] = await Promise.all([
    listAuditEvents(acting, filter, page),
    firstParam(params, "check") ? getAuditChain(acting) : null,
    actionOptions(),
    getTranslations("admin.audit"),
  ]);
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={
          <LinkButton href="/admin/audit?check=1" tone="secondary" icon="shield" prefetch={false}>
            {t("check")}
          </LinkButton>
        }
      />
      {chain ? <ChainState chain={chain} /> : null}
      <div className="mt-6">
        <FilterBar
          path="/admin/audit"
          params={params}
          label={t("list")}
          filters={filters.map((name) =>
            name === "action"
              ? { name, label: t(name), kind: "choice", options, all: t("allActions") }
              : { name, label: t(name), kind: "search" },
          )}
        />
        <ExportLinks list="audit" filter={filter} />
        <AuditTable rows={events.rows} />
        <Pagination path="/admin/audit" params={params} page={page} {...events} />
      </div>
    </>
  );
}
