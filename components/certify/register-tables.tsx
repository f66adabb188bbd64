import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { OutcomeTag } from "@/components/certification/outcome-tag";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { StatusTag } from "@/components/ui/status-tag";
import type { RegisteredDecision } from "@/lib/certification/queries/get-register";
import type { AssessorLoad } from "@/lib/certification/queries/list-assessor-load";
import { daysBetween, MIN_COMPARED } from "@/lib/certification/rules/register";
import { formatDate, formatPercent } from "@/lib/i18n/format";

type CellProps = { row: RegisteredDecision };

function Reversal({ row }: CellProps) {
  const t = useTranslations("certify.register");
  if (row.certificateRevoked) return <StatusTag tone="danger">{t("revoked")}</StatusTag>;
  if (row.appeal === "none") return null;
  return (
    <StatusTag tone={row.appeal === "changed" ? "warning" : "neutral"}>{t(`appeal.${row.appeal}`)}</StatusTag>
  );
}

function Participant({ row }: CellProps) {
  return (
    <span>
      <Link href={`/certify/cases/${row.caseId}`}>{row.participant}</Link>
      <span className="block text-sm font-normal text-muted">{row.cohort}</span>
    </span>
  );
}

function Released({ row }: CellProps) {
  const t = useTranslations("certify.register");
  const locale = useLocale();
  if (!row.releasedAt) return t("notReleased");
  return (
    <span>
      {formatDate(row.releasedAt, locale)}
      <span className="block text-sm text-muted">
        {t("after", { days: daysBetween(row.decidedAt, row.releasedAt) })}
      </span>
    </span>
  );
}

/** Decisions with who took which part, and what became of them. */
export function DecisionTable({ rows }: { rows: RegisteredDecision[] }) {
  const t = useTranslations("certify.register");
  const locale = useLocale();
  return (
    <DataTable
      caption={t("decisions")}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: "participant",
          header: t("column.participant"),
          primary: true,
          cell: (row) => <Participant row={row} />,
        },
        {
          key: "outcome",
          header: t("column.outcome"),
          cell: (row) => (
            <span className="flex flex-wrap gap-2">
              <OutcomeTag outcome={row.outcome} />
              <Reversal row={row} />
            </span>
          ),
        },
        { key: "recommender", header: t("column.recommender"), cell: (row) => row.recommender },
        {
          key: "decided",
          header: t("column.decided"),
          cell: (row) => (
            <span>
              {formatDate(row.decidedAt, locale)}
              <span className="block text-sm text-muted">{row.decider}</span>
            </span>
          ),
        },
        {
          key: "released",
          header: t("column.released"),
          cell: (row) => <Released row={row} />,
        },
      ]}
      empty={
        <EmptyState icon="list" title={t("none")}>
          {t("noneHint")}
        </EmptyState>
      }
    />
  );
}

/** How much each assessor observed, and how often they rated as the other of a pair did. */
export function AssessorTable({ rows }: { rows: AssessorLoad[] }) {
  const t = useTranslations("certify.register");
  const locale = useLocale();
  return (
    <DataTable
      caption={t("assessors")}
      rows={rows}
      rowKey={(row) => row.personId}
      columns={[
        { key: "name", header: t("assessor.name"), primary: true, cell: (row) => row.name },
        {
          key: "observations",
          header: t("assessor.observations"),
          align: "end",
          cell: (row) => row.observations,
        },
        {
          key: "participants",
          header: t("assessor.participants"),
          align: "end",
          cell: (row) => row.participants,
        },
        {
          key: "last",
          header: t("assessor.last"),
          cell: (row) => (row.lastObservedOn ? formatDate(row.lastObservedOn, locale, "UTC") : t("never")),
        },
        {
          key: "recommendations",
          header: t("assessor.recommendations"),
          align: "end",
          cell: (row) => row.recommendations,
        },
        {
          key: "agreement",
          header: t("assessor.agreement"),
          cell: ({ agreement: { share, compared } }) =>
            share === null
              ? t("tooFew", { count: compared, least: MIN_COMPARED })
              : t("agreed", { share: formatPercent(share, locale), count: compared }),
        },
      ]}
      empty={
        <EmptyState icon="person" title={t("noAssessors")}>
          {t("noAssessorsHint")}
        </EmptyState>
      }
    />
  );
}
