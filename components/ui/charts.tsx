import { ChartFrame, type ChartRow } from "./chart-frame";
import { classNames } from "./class-names";

type ChartProps = { title: string; summary: string; rows: ChartRow[]; rowsName: string };

/** Fills of the first, second and third series: they differ in lightness and pattern, not in hue. */
const series = ["bg-accent", "hatched", "bg-line-strong"];

function Legend({ rows }: { rows: ChartRow[] }) {
  const names = rows[0]?.values.map((value) => value.name) ?? [];
  if (names.length < 2) return null;
  return (
    <p className="mb-3 flex flex-wrap gap-x-5 gap-y-1 text-sm text-muted">
      {names.map((name, index) => (
        <span key={name} className="inline-flex items-center gap-1.5">
          <span className={classNames("inline-block size-3 rounded-sm", series[index % series.length])} />
          {name}
        </span>
      ))}
    </p>
  );
}

/**
 * Lying bars, one row each, the series stacked: for what has names (cohorts, steps of a funnel, criteria). `total` is the length of
 * a full bar; the longest row by default.
 */
export function BarChart({ total, ...chart }: ChartProps & { total?: number }) {
  const sums = chart.rows.map((row) => row.values.reduce((sum, value) => sum + value.value, 0));
  const whole = Math.max(total ?? 0, ...sums, 1);
  return (
    <ChartFrame {...chart}>
      <Legend rows={chart.rows} />
      <div className="grid gap-2.5">
        {chart.rows.map((row, index) => (
          <div
            key={row.label}
            className="grid gap-1 sm:grid-cols-[minmax(8rem,14rem)_1fr] sm:items-center sm:gap-4"
          >
            <span className="text-sm">{row.label}</span>
            <span className="flex items-center gap-2.5">
              <span className="flex h-5 grow overflow-hidden rounded-sm bg-sunken">
                {row.values.map((value, place) => (
                  <span
                    key={value.name}
                    className={classNames("h-full", series[place % series.length])}
                    style={{ width: `${(value.value / whole) * 100}%` }}
                  />
                ))}
              </span>
              <span className="w-16 text-end text-sm">
                {row.values.length === 1 ? (row.values[0]?.shown ?? sums[index]) : sums[index]}
              </span>
            </span>
          </div>
        ))}
      </div>
    </ChartFrame>
  );
}

/** Up to so many columns are wide enough for a name of their own; of more, so few are named that each name has room on a phone. */
const NAMED_COLUMNS = 8;
const NAMES_OF_MANY = 4;

/** Standing columns in order of time (attendance over sessions, applications over weeks), the series stacked from below. */
export function ColumnChart({ max, ...chart }: ChartProps & { max?: number }) {
  const sums = chart.rows.map((row) => row.values.reduce((sum, value) => sum + value.value, 0));
  const whole = Math.max(max ?? 0, ...sums, 1);
  // Many columns stand close, and every so many bears its name: the table below has them all.
  const many = chart.rows.length > NAMED_COLUMNS;
  const step = many ? Math.ceil(chart.rows.length / NAMES_OF_MANY) : 1;
  const gap = many ? "gap-px" : "gap-2 sm:gap-3";
  return (
    <ChartFrame {...chart}>
      <Legend rows={chart.rows} />
      <div className={classNames("flex border-y border-line", gap)}>
        {chart.rows.map((row) => (
          <div key={row.label} className="flex h-44 max-w-14 min-w-0 flex-1 flex-col-reverse">
            {row.values.map((value, place) => (
              <span
                key={value.name}
                className={classNames("w-full", series[place % series.length])}
                style={{ height: `${(value.value / whole) * 100}%` }}
              />
            ))}
          </div>
        ))}
      </div>
      <div className={classNames("mt-1.5 flex overflow-hidden text-sm text-muted", gap)}>
        {chart.rows.map((row, index) => (
          <span
            key={row.label}
            className={classNames(
              "max-w-14 min-w-0 flex-1",
              many ? "whitespace-nowrap" : "truncate text-center",
            )}
          >
            {index % step === 0 ? row.label : null}
          </span>
        ))}
      </div>
    </ChartFrame>
  );
}
