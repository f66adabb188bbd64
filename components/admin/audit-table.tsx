import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import type { AuditRow } from "@/lib/audit/queries/list-audit-events";
import { formatDateTime } from "@/lib/i18n/format";
import { useActionName, useStreamName } from "./code-names";

function Who({ row }: { row: AuditRow }) {
  const t = useTranslations("admin.audit");
  const tRole = useTranslations("sign-in.roles");
  const role = row.actingRole as Parameters<typeof tRole.has>[0];
  // Whoever acts for themself acts in no role worth naming.
  const named = role !== "person" && tRole.has(role) ? tRole(role).toLowerCase() : null;
  if (row.actor)
    return (
      <>
        {row.actor.name === null ? (
          t("erased")
        ) : (
          <Link href={`/admin/people/${row.actor.id}`}>{row.actor.name}</Link>
        )}
        {named ? <span className="block text-sm text-muted">{t("as", { role: named })}</span> : null}
      </>
    );
  return row.actingRole === "system" ? t("system") : t("anonymous");
}

/** What an auditor compares: the event's code and what was written with it, as the chain holds them. */
function Detail({ action, detail }: Pick<AuditRow, "action" | "detail">) {
  const t = useTranslations("admin.audit");
  const written = typeof detail === "object" && detail !== null && Object.keys(detail).length > 0;
  return (
    <details>
      <summary className="inline-flex min-h-8 items-center text-accent underline">{t("details")}</summary>
      <p className="mt-1 text-sm text-muted">
        {t("code")}: <code>{action}</code>
      </p>
      {written ? (
        <pre className="mt-1 max-w-80 overflow-x-auto rounded bg-sunken p-2 text-sm whitespace-pre-wrap">
          {JSON.stringify(detail, null, 2)}
        </pre>
      ) : null}
    </details>
  );
}

/** Events of the trail as rows: when, who in which role, what, on what. */
export function AuditTable({ rows }: { rows: readonly AuditRow[] }) {
  const t = useTranslations("admin.audit");
  const [actionName, streamName] = [useActionName(), useStreamName()];
  const locale = useLocale();
  const columns: Column<AuditRow>[] = [
    {
      key: "when",
      header: t("when"),
      primary: true,
      cell: (row) => (
        <time dateTime={row.at.toISOString()} className="whitespace-nowrap">
          {formatDateTime(row.at, locale)}
        </time>
      ),
    },
    { key: "who", header: t("who"), cell: (row) => <Who row={row} /> },
    { key: "what", header: t("what"), cell: (row) => actionName(row.action) },
    {
      key: "on",
      header: t("on"),
      cell: (row) => (
        <Link
          href={`/admin/audit?stream=${encodeURIComponent(row.stream)}`}
          title={row.stream}
          className="text-sm break-words"
        >
          {streamName(row.stream)}
        </Link>
      ),
    },
    {
      key: "details",
      header: t("details"),
      act: true,
      cell: (row) => <Detail action={row.action} detail={row.detail} />,
    },
  ];
  return (
    <DataTable
      caption={t("list")}
      columns={columns}
      rows={[...rows]}
      rowKey={(row) => row.id}
      empty={
        <EmptyState icon="list" title={t("empty")}>
          {t("emptyLead")}
        </EmptyState>
      }
    />
  );
}
