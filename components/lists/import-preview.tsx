"use client";

import { useTranslations } from "next-intl";
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

function PreviewRow({ row, outcome }: { row: ImportOutcome["rows"][number]; outcome: ImportOutcome }) {
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
      {outcome.columns.map((column, at) => {
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

/** What is in a file, row by row as its program numbers them, each wrong cell with what is wrong with it. */
export function ImportPreview({ outcome }: { outcome: ImportOutcome }) {
  const t = useTranslations("lists");
  const { rows, problems, unknown, columns } = outcome;
  const bad = new Set(problems.map(({ line }) => line)).size;
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
              {columns.map((column) => (
                <th key={column} scope="col" className="px-3 py-2 text-start">
                  {t(`column.${column as "name"}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <PreviewRow key={row.line} row={row} outcome={outcome} />
            ))}
          </tbody>
        </table>
      </section>
    </>
  );
}
