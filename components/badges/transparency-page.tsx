import { useLocale, useTranslations } from "next-intl";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { ProseText } from "@/components/ui/prose-text";
import type { SearchParams } from "@/components/ui/search-params";
import { Section } from "@/components/ui/section";
import type { ChainedRoot } from "@/lib/badges/queries/list-merkle-roots";
import { formatDate, formatDateTime } from "@/lib/i18n/format";
import { HashText } from "./hash-text";

type Props = {
  rows: readonly ChainedRoot[];
  total: number;
  page: number;
  pageSize: number;
  params: SearchParams;
  publicUrl: string;
};

function RootsTable({ rows, total, page, pageSize, params }: Omit<Props, "publicUrl">) {
  const t = useTranslations("badges.transparency");
  const locale = useLocale();
  const columns: Column<ChainedRoot>[] = [
    {
      key: "day",
      header: t("day"),
      primary: true,
      cell: ({ day }) => <time dateTime={day}>{formatDate(new Date(`${day}T12:00:00Z`), locale)}</time>,
    },
    { key: "number", header: t("number"), cell: ({ number }) => number, align: "end" },
    { key: "size", header: t("size"), cell: ({ size }) => size, align: "end" },
    {
      key: "root",
      header: t("root"),
      cell: ({ root }) => <HashText>{root}</HashText>,
    },
    { key: "sealedAt", header: t("sealedAt"), cell: ({ sealedAt }) => formatDateTime(sealedAt, locale) },
  ];
  return (
    <>
      <DataTable
        caption={t("roots")}
        columns={columns}
        rows={[...rows]}
        rowKey={({ root }) => root}
        empty={<EmptyState title={t("none")} />}
      />
      <Pagination path="/transparency" params={params} page={page} pageSize={pageSize} total={total} />
    </>
  );
}

/** The daily Merkle roots over what was issued and revoked, and how to check a certificate against them without us. */
export function TransparencyPage({ publicUrl, ...roots }: Props) {
  const t = useTranslations("badges.transparency");
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <Section
        title={t("roots")}
        actions={
          <LinkButton native href="/transparency/roots.json" tone="secondary" size="small" icon="download">
            {t("all")}
          </LinkButton>
        }
      >
        <RootsTable {...roots} />
      </Section>
      <Section title={t("howTitle")}>
        <ProseText text={t("how")} />
        <figure className="grid gap-2">
          <figcaption className="text-muted">{t("command")}</figcaption>
          <pre className="rounded-lg bg-surface p-4 text-sm wrap-anywhere whitespace-pre-wrap shadow-raised">
            <code>
              node verify.mjs {publicUrl}/verify/…{"\n"}
              node verify.mjs credential.json inclusion.json roots.json
            </code>
          </pre>
        </figure>
        <div>
          <LinkButton native download href="/transparency/verify.mjs" tone="secondary" icon="download">
            {t("script")}
          </LinkButton>
        </div>
      </Section>
      <Section title={t("promiseTitle")}>
        <ProseText text={t("promise")} />
      </Section>
    </>
  );
}
