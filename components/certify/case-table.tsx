import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { OutcomeTag } from "@/components/certification/outcome-tag";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import type { CaseFilter, CaseRow } from "@/lib/certification/queries/list-cases";
import { partOf } from "@/lib/certification/rules/next-step";
import { formatDate, formatList } from "@/lib/i18n/format";
import { CaseStateTag } from "./case-state-tag";

function Requirements({ row }: { row: CaseRow }) {
  const t = useTranslations("certify.row");
  const kinds = useTranslations("certification.requirement");
  const locale = useLocale();
  if (row.evidenceChanged) {
    return (
      <span className="inline-flex items-start gap-1.5 text-danger">
        <Icon name="alert" className="mt-[0.15em]" />
        {t("changed")}
      </span>
    );
  }
  if (row.unmet.length === 0) {
    return (
      <span className="inline-flex items-start gap-1.5">
        <Icon name="check" className="mt-[0.15em] text-success" />
        {t("complete")}
      </span>
    );
  }
  const missing = row.unmet.map((kind) => kinds(kind).toLowerCase());
  return (
    <span>
      {t("missing", { list: formatList(missing, locale) })}
      <span className="block text-sm text-muted">
        {t("criteria", { met: row.criteriaMet, total: row.criteria })}
      </span>
    </span>
  );
}

function Deadline({ row }: { row: CaseRow }) {
  const t = useTranslations("certify.row");
  const locale = useLocale();
  const date = (at: Date) => formatDate(at, locale, row.timeZone);
  if (row.appealFiledAt) return t("appealFiled", { date: date(row.appealFiledAt) });
  if (row.statementAt && row.step === "decision") return t("statementGiven");
  if (row.hearingDueAt && row.step === "statement") return t("hearingDue", { date: date(row.hearingDueAt) });
  if (row.daysLeft === null || row.step === "none" || row.step === "release") return null;
  return row.daysLeft < 0 ? t("evidenceOver") : t("evidenceDays", { days: row.daysLeft });
}

function Step({ row }: { row: CaseRow }) {
  const t = useTranslations("certify");
  return (
    <span className="grid justify-items-start gap-1">
      <span className="font-medium">{t(`step.${row.step}`)}</span>
      {partOf(row.step) === null ? null : (
        <span className={row.barredBy ? "text-sm text-muted" : "text-sm text-success"}>
          {row.barredBy ? t("row.notYou") : t("row.you")}
        </span>
      )}
    </span>
  );
}

function useColumns(phase: CaseFilter["phase"]): Column<CaseRow>[] {
  const t = useTranslations("certify");
  const participant: Column<CaseRow> = {
    key: "participant",
    header: t("column.participant"),
    primary: true,
    cell: (row) => (
      <span>
        <Link href={`/certify/cases/${row.id}`}>{row.participant}</Link>
        <span className="block text-sm font-normal text-muted">{row.organisation}</span>
      </span>
    ),
  };
  const cohort: Column<CaseRow> = {
    key: "cohort",
    header: t("column.cohort"),
    cell: (row) => (
      <span>
        {row.cohort}
        {row.round > 1 ? (
          <span className="block text-sm text-muted">{t("row.round", { round: row.round })}</span>
        ) : null}
      </span>
    ),
  };
  const step: Column<CaseRow> = { key: "step", header: t("column.step"), cell: (row) => <Step row={row} /> };
  const requirements: Column<CaseRow> = {
    key: "requirements",
    header: t("column.requirements"),
    cell: (row) => <Requirements row={row} />,
  };
  const deadline: Column<CaseRow> = {
    key: "deadline",
    header: t("column.deadline"),
    cell: (row) => <Deadline row={row} />,
  };
  const outcome: Column<CaseRow> = {
    key: "outcome",
    header: t("column.outcome"),
    cell: (row) => (
      <span className="flex flex-wrap gap-2">
        {row.decided ? <OutcomeTag outcome={row.decided} /> : null}
        <CaseStateTag state={row.state} />
      </span>
    ),
  };
  return {
    open: [participant, cohort, step, requirements, deadline],
    collecting: [participant, cohort, requirements, deadline],
    ended: [participant, cohort, outcome],
  }[phase];
}

/** The cases of a phase: who, what each waits for and from whom, what is missing, which deadline runs. */
export function CaseTable({ rows, phase }: { rows: CaseRow[]; phase: CaseFilter["phase"] }) {
  const t = useTranslations("certify");
  const empty =
    phase === "open"
      ? (["emptyOpen", "emptyOpenHint"] as const)
      : (["emptyOther", "emptyOtherHint"] as const);
  return (
    <DataTable
      caption={t("home.caption")}
      columns={useColumns(phase)}
      rows={rows}
      rowKey={(row) => row.id}
      empty={<EmptyState title={t(`home.${empty[0]}`)}>{t(`home.${empty[1]}`)}</EmptyState>}
    />
  );
}
