import { useTranslations } from "next-intl";
import type { ReactNode } from "react";

export type ChartRow = { label: string; values: { name: string; value: number; shown?: string }[] };

type ChartFrameProps = {
  title: string;
  /** One sentence that says what the picture shows. */
  summary: string;
  rows: ChartRow[];
  /** Heading of the first column of the table. */
  rowsName: string;
  children: ReactNode;
};

/** A picture with its sentence and its table: what is in the one is in the other. The picture itself is for the eye only. */
export function ChartFrame({ title, summary, rows, rowsName, children }: ChartFrameProps) {
  const t = useTranslations("ui");
  const names = rows[0]?.values.map((value) => value.name) ?? [];
  return (
    <figure className="grid grid-cols-1 content-start gap-3">
      <figcaption>
        <p className="font-semibold">{title}</p>
        <p className="text-muted">{summary}</p>
      </figcaption>
      <div aria-hidden="true">{children}</div>
      <details className="group">
        <summary className="inline-flex min-h-9 items-center text-sm text-accent underline underline-offset-2">
          {t("chart.table")}
        </summary>
        <div className="overflow-x-auto">
          <table className="mt-2 w-full max-w-prose text-sm">
            <caption className="sr-only">{title}</caption>
            <thead>
              <tr className="border-b border-line-strong">
                <th scope="col" className="py-1.5 pe-4 text-start font-medium">
                  {rowsName}
                </th>
                {names.map((name) => (
                  <th key={name} scope="col" className="py-1.5 ps-4 text-end font-medium">
                    {name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.label} className="border-b border-line">
                  <th scope="row" className="py-1.5 pe-4 text-start font-normal">
                    {row.label}
                  </th>
                  {row.values.map((value) => (
                    <td key={value.name} className="py-1.5 ps-4 text-end">
                      {value.shown ?? value.value}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </details>
    </figure>
  );
}
