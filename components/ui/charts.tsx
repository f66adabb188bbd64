import { ChartFrame, type ChartRow } from "./chart-frame";
import { classNames } from "./class-names";

type ChartProps = { title: string; summary: string; rows: ChartRow[]; rowsName: string };

/** Fills of the first, second and third series: they differ in lightness and pattern, not in hue. */
const series = ["bg-accent", "hatched", "bg-line-strong"];
const strokes = ["fill-accent", "fill-line-strong", "fill-line"];

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

/** Standing columns in order of time (attendance over sessions, applications over weeks), the series stacked from below. */
export function ColumnChart({ max, ...chart }: ChartProps & { max?: number }) {
  const sums = chart.rows.map((row) => row.values.reduce((sum, value) => sum + value.value, 0));
  const whole = Math.max(max ?? 0, ...sums, 1);
  const width = 48;
  const height = 160;
  return (
    <ChartFrame {...chart}>
      <Legend rows={chart.rows} />
      <svg
        viewBox={`0 0 ${Math.max(chart.rows.length * width, width * 6)} ${height + 24}`}
        className="w-full max-w-3xl overflow-visible"
        focusable="false"
      >
        <title>{chart.title}</title>
        {[0, 0.5, 1].map((share) => (
          <line
            key={share}
            x1="0"
            x2="100%"
            y1={height * (1 - share)}
            y2={height * (1 - share)}
            className="stroke-line"
            strokeWidth="1"
          />
        ))}
        {chart.rows.map((row, index) => {
          let below = 0;
          return (
            <g key={row.label}>
              {row.values.map((value, place) => {
                const tall = (value.value / whole) * height;
                below += tall;
                return (
                  <rect
                    key={value.name}
                    x={index * width + 8}
                    width={width - 16}
                    y={height - below}
                    height={tall}
                    rx="2"
                    className={strokes[place % strokes.length]}
                  />
                );
              })}
              <text
                x={index * width + width / 2}
                y={height + 18}
                textAnchor="middle"
                className="fill-muted text-xs"
              >
                {row.label}
              </text>
            </g>
          );
        })}
      </svg>
    </ChartFrame>
  );
}
