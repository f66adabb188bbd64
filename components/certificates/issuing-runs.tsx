import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button";
import { type Column, DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Progress } from "@/components/ui/progress";
import { Card } from "@/components/ui/section";
import { startRunAction } from "@/lib/certificates/actions";
import type { CohortToIssue, RunProgress } from "@/lib/certificates/queries/list-issuing";
import { DOT, formatDateTime } from "@/lib/i18n/format";

/** Cohorts with people who wait to be told that they are certified. */
export function CohortsToIssue({ cohorts }: { cohorts: CohortToIssue[] }) {
  const t = useTranslations("certificates.issuing");
  const columns: Column<CohortToIssue>[] = [
    { key: "cohort", header: t("cohort"), primary: true, cell: (row) => row.name },
    { key: "programme", header: t("programme"), cell: (row) => row.programme },
    { key: "waiting", header: t("waiting"), cell: (row) => row.waiting, align: "end" },
    {
      key: "issue",
      header: t("action"),
      act: true,
      cell: (row) => (
        <ActionButton
          action={startRunAction}
          fields={{ cohortId: row.cohortId }}
          size="small"
          icon="award"
          confirm={{
            title: t("confirmTitle", { cohort: row.name }),
            consequences: t("consequences", { count: row.waiting }),
            confirmLabel: t("start", { count: row.waiting }),
          }}
        >
          {t("start", { count: row.waiting })}
        </ActionButton>
      ),
    },
  ];
  return (
    <DataTable
      caption={t("cohorts")}
      columns={columns}
      rows={cohorts}
      rowKey={(row) => row.cohortId}
      empty={
        <EmptyState icon="award" title={t("nobody")}>
          {t("nobodyHint")}
        </EmptyState>
      }
    />
  );
}

function Run({ run, sentences }: { run: RunProgress; sentences: Readonly<Record<string, string>> }) {
  const t = useTranslations("certificates.issuing");
  const locale = useLocale();
  const done = run.issued + run.refused;
  const state = run.finishedAt ? "finished" : run.paused ? "paused" : "running";
  return (
    <Card className="grid gap-3">
      <Progress
        label={run.cohort}
        done={done}
        total={Math.max(1, run.total)}
        detail={t(`state.${state}`, { done, total: run.total })}
      />
      <p className="text-sm text-muted">
        {t("requested", { name: run.requestedBy, date: formatDateTime(run.requestedAt, locale) })}
        {run.finishedAt ? `${DOT}${t("ended", { date: formatDateTime(run.finishedAt, locale) })}` : ""}
      </p>
      <p>{t("counts", { issued: run.issued, refused: run.refused })}</p>
      {run.refusals.length > 0 ? (
        <ul className="grid gap-2">
          {run.refusals.map(({ caseId, name, code }) => (
            <li key={caseId} className="border-t border-line pt-2">
              <Link href={`/certify/cases/${caseId}`}>{name}</Link>
              <span className="block text-danger">{sentences[code]}</span>
            </li>
          ))}
        </ul>
      ) : null}
    </Card>
  );
}

/** The runs for cohorts, the newest first, each with how far it has come. `sentences` says each refusal by its code. */
export function IssuingRuns({
  runs,
  sentences,
}: {
  runs: readonly RunProgress[];
  sentences: Readonly<Record<string, string>>;
}) {
  const t = useTranslations("certificates.issuing");
  if (runs.length === 0) return <p className="text-muted">{t("noRuns")}</p>;
  return (
    <ul className="grid gap-4">
      {runs.map((run) => (
        <li key={run.id}>
          <Run run={run} sentences={sentences} />
        </li>
      ))}
    </ul>
  );
}
