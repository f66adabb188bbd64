"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { classNames } from "@/components/ui/class-names";
import { Icon } from "@/components/ui/icon";
import type { ImportOutcome, ImportProblem } from "@/lib/lists/rules/import-outcome";

/** The sentence of a problem: its key is known at run time only. */
function useSentence() {
  const translate = useTranslations() as unknown as (key: string, params: ImportProblem["params"]) => string;
  return ({ key, params }: ImportProblem) => translate(key, params);
}

function Problem({ problem }: { problem: ImportProblem }) {
  const sentence = useSentence();
  return (
    <span className="mt-1 flex items-start gap-1.5 text-sm font-medium text-danger">
      <Icon name="alert" className="mt-0.5 size-4 shrink-0" />
      {sentence(problem)}
    </span>
  );
}

/** The columns that the file has, or lacks something in; where each stands in a row. */
function columnsOf({ columns, rows, problems }: ImportOutcome): { column: string; at: number }[] {
  return columns
    .map((column, at) => ({ column, at }))
    .filter(
      ({ column, at }) =>
        rows.some(({ cells }) => cells[at]) || problems.some((problem) => problem.column === column),
    );
}

type PreviewRowProps = {
  row: ImportOutcome["rows"][number];
  outcome: ImportOutcome;
  columns: ReturnType<typeof columnsOf>;
};

function PreviewRow({ row, outcome, columns }: PreviewRowProps) {
  const t = useTranslations("lists");
  const problems = outcome.problems.filter(({ line }) => line === row.line);
  const ofRow = problems.filter(({ column }) => !outcome.columns.includes(column));
  return (
    <tr className={classNames("border-t border-line align-top", problems.length > 0 && "bg-danger-soft")}>
      <th scope="row" className="px-3 py-2 text-start font-medium">
        {row.line}
        {problems.length > 0 ? <span className="sr-only"> {t("import.rowWrong")}</span> : null}
        {ofRow.map((problem) => (
          <Problem key={problem.key} problem={problem} />
        ))}
      </th>
      {columns.map(({ column, at }) => {
        const own = problems.filter((problem) => problem.column === column);
        return (
          <td key={column} className="max-w-64 px-3 py-2 break-words">
            {row.cells[at] || <span className="text-muted">–</span>}
            {own.map((problem) => (
              <Problem key={problem.key} problem={problem} />
            ))}
          </td>
        );
      })}
    </tr>
  );
}

/** So many rows can be looked through; in a longer file what is wrong is shown by itself. */
const FEW_ROWS = 30;

/** The rows that are shown: of a long file with bad rows these only, until all are asked for; of a long good one its beginning. */
function useShown(outcome: ImportOutcome) {
  const { rows, problems } = outcome;
  // Asked for of this file only, not of the next.
  const [allOf, setAllOf] = useState<ImportOutcome | null>(null);
  const all = allOf === outcome;
  const wrong = new Set(problems.map(({ line }) => line));
  const short = wrong.size > 0 ? rows.filter(({ line }) => wrong.has(line)) : rows.slice(0, FEW_ROWS);
  const isLong = rows.length > FEW_ROWS && short.length < rows.length;
  const toggle = () => setAllOf(all ? null : outcome);
  return { shown: isLong && !all ? short : rows, isLong, all, toggle, bad: wrong.size };
}

/** What is in a file, row by row as its program numbers them, each wrong cell with what is wrong with it. */
export function ImportPreview({ outcome }: { outcome: ImportOutcome }) {
  const t = useTranslations("lists");
  const { rows, unknown } = outcome;
  const columns = columnsOf(outcome);
  const { shown, isLong, all, toggle, bad } = useShown(outcome);
  return (
    <>
      {bad > 0 ? (
        <Callout tone="danger" title={t("import.bad", { bad, rows: rows.length })}>
          {t("import.badHint")}
        </Callout>
      ) : (
        <Callout tone="success" title={t("import.good", { rows: rows.length })}>
          {t("import.goodHint")}
        </Callout>
      )}
      {unknown.length > 0 ? (
        <p className="text-muted">{t("import.unknown", { columns: unknown.join(", ") })}</p>
      ) : null}
      {isLong ? (
        <p className="flex flex-wrap items-center gap-3">
          {t("import.shown", { shown: shown.length, rows: rows.length })}
          <Button tone="secondary" size="small" aria-pressed={all} onClick={toggle}>
            {t("import.showAll")}
          </Button>
        </p>
      ) : null}
      <section
        className="overflow-x-auto rounded-lg bg-surface shadow-raised"
        aria-label={t("import.preview")}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must be reached by keyboard
        tabIndex={0}
      >
        <table className="w-full min-w-max text-sm">
          <caption className="sr-only">{t("import.preview")}</caption>
          <thead>
            <tr className="text-start">
              <th scope="col" className="px-3 py-2 text-start">
                {t("import.line")}
              </th>
              {columns.map(({ column }) => (
                <th key={column} scope="col" className="px-3 py-2 text-start">
                  {t(`column.${column as "name"}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row) => (
              <PreviewRow key={row.line} row={row} outcome={outcome} columns={columns} />
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
