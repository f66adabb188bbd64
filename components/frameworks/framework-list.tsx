import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { BodyField } from "@/components/certification/body-field";
import { ActionButton } from "@/components/ui/action-button";
import { ActionForm } from "@/components/ui/action-form";
import { type Column, DataTable } from "@/components/ui/data-table";
import { LinkButton } from "@/components/ui/link-button";
import { Section } from "@/components/ui/section";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextField } from "@/components/ui/text-field";
import type { OwnBody } from "@/lib/certification/queries/list-own-bodies";
import { createFrameworkAction, startNextFrameworkAction } from "@/lib/frameworks/framework-actions";
import type { FrameworkItem, FrameworkVersionItem } from "@/lib/frameworks/queries/list-frameworks";
import { APPROVALS } from "@/lib/frameworks/rules/approval";
import { formatDate } from "@/lib/i18n/format";
import { FrameworkStateTag } from "./framework-state-tag";

function useColumns(): Column<FrameworkVersionItem>[] {
  const t = useTranslations("frameworks");
  const locale = useLocale();
  return [
    {
      key: "number",
      header: t("list.version"),
      primary: true,
      cell: (row) => (
        <Link href={`/certify/frameworks/${row.id}`}>{t("version", { number: row.number })}</Link>
      ),
    },
    { key: "state", header: t("list.state"), cell: (row) => <FrameworkStateTag state={row.state} /> },
    {
      key: "approved",
      header: t("list.approvedBy"),
      cell: (row) =>
        row.approvedBy.length > 0
          ? row.approvedBy.join(", ")
          : t("list.approvals", { count: 0, needed: APPROVALS }),
    },
    {
      key: "from",
      header: t("list.inUseFrom"),
      cell: (row) => (row.inUseFrom ? formatDate(row.inUseFrom, locale) : "–"),
    },
    { key: "criteria", header: t("list.criteria"), align: "end", cell: (row) => row.criteria },
    { key: "cases", header: t("list.cases"), align: "end", cell: (row) => row.cases },
  ];
}

function NextSteps({ framework }: { framework: FrameworkItem }) {
  const t = useTranslations("frameworks");
  const [newest] = framework.versions;
  return (
    <>
      {framework.versions.some((each) => each.state === "draft") ? null : (
        <ActionButton action={startNextFrameworkAction} fields={{ frameworkId: framework.id }} icon="copy">
          {t("list.next")}
        </ActionButton>
      )}
      {newest && framework.versions.length > 1 ? (
        <LinkButton href={`/certify/frameworks/${newest.id}/compare`} tone="secondary">
          {t("compare.open")}
        </LinkButton>
      ) : null}
    </>
  );
}

/** The body's frameworks with their versions, what can be done next, and where another one is begun. */
export function FrameworkList({
  frameworks,
  bodies,
}: {
  frameworks: readonly FrameworkItem[];
  bodies: readonly OwnBody[];
}) {
  const t = useTranslations("frameworks");
  const columns = useColumns();
  return (
    <>
      {frameworks.map((framework) => (
        <Section key={framework.id} title={framework.title} actions={<NextSteps framework={framework} />}>
          <DataTable
            caption={t("list.caption", { title: framework.title })}
            columns={columns}
            rows={[...framework.versions]}
            rowKey={(row) => row.id}
            empty={null}
          />
        </Section>
      ))}
      <Section title={t("create.title")} lead={t("create.lead")}>
        <ActionForm action={createFrameworkAction} className="max-w-prose">
          <BodyField bodies={bodies} />
          <TextField name="title" label={t("create.name")} hint={t("create.nameHint")} maxLength={160} />
          <div>
            <SubmitButton tone="secondary" icon="plus">
              {t("create.begin")}
            </SubmitButton>
          </div>
        </ActionForm>
      </Section>
    </>
  );
}
