import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import { EmptyState } from "@/components/ui/empty-state";
import { Icon } from "@/components/ui/icon";
import { StatusTag, toneFill, toneText } from "@/components/ui/status-tag";
import type { Rating } from "@/lib/db/generated/enums";
import { DOT, formatShortDate } from "@/lib/i18n/format";
import type {
  EvidenceMatrix as Matrix,
  MatrixOccasion,
  MatrixRow,
} from "@/lib/observations/rules/evidence-matrix";
import type { Forecast } from "@/lib/observations/rules/forecast";
import { ratingLooks } from "./rating-mark";

type EvidenceMatrixProps = {
  matrix: Matrix;
  /** What is missing and whether it can be reached: puts the visits that are booked beside the occasions. */
  forecast?: Forecast;
  timeZone?: string;
  /** Where an observation is opened: its id is put behind; null where the reader has no page of it. */
  basePath: string | null;
  /** Leave out where each criterion stands: an assessor sees only their own occasions, which say nothing of the whole. */
  withoutStanding?: boolean;
};

function StandingTag({ row }: { row: MatrixRow }) {
  const t = useTranslations("observations.matrix");
  if (row.standing === "met") return <StatusTag tone="success">{t("met")}</StatusTag>;
  if (row.standing === "not_seen")
    return <StatusTag icon="dashed">{t(row.again ? "again" : "not_seen")}</StatusTag>;
  return <StatusTag tone="warning">{t("seen", { count: row.missing })}</StatusTag>;
}

/** Where a criterion stands, and for one that is missing whether it can still be reached. */
function Standing({ row, forecast }: { row: MatrixRow; forecast: Forecast | undefined }) {
  const t = useTranslations("observations.matrix");
  const missing = forecast?.missing.find((each) => each.code === row.criterion.code);
  return (
    <span className="grid justify-items-start gap-1">
      <StandingTag row={row} />
      {missing ? <span className="text-sm text-muted">{t(`reach.${missing.reach}`)}</span> : null}
    </span>
  );
}

function Cell({
  rating,
  occasion,
  basePath,
}: {
  rating: Rating | null;
  occasion: MatrixOccasion;
  basePath: string | null;
}) {
  const t = useTranslations("observations");
  if (rating === null) return <span className="sr-only">{t("matrix.blank")}</span>;
  const { icon, tone } = ratingLooks[rating];
  const look = classNames(
    "inline-flex min-h-target min-w-target items-center justify-center gap-1.5 rounded px-2.5 text-sm font-medium no-underline",
    toneFill[tone],
    toneText[tone],
    occasion.counts ? "" : "outline-1 -outline-offset-1 outline-dashed outline-line-strong",
  );
  const inside = (
    <>
      <Icon name={icon} />
      {t(`rating.${rating}`)}
    </>
  );
  if (basePath === null) return <span className={look}>{inside}</span>;
  return (
    <Link href={`${basePath}/${occasion.observationId}`} className={`${look} hover:underline`}>
      {inside}
    </Link>
  );
}

// biome-ignore-start lint/a11y/noRedundantRoles: below 640 px rows and cells are blocks, which would cost them their roles
function OccasionHead({ occasion }: { occasion: MatrixOccasion }) {
  const t = useTranslations("observations.matrix");
  const locale = useLocale();
  return (
    <th role="columnheader" scope="col" className="px-2 py-2 text-start align-bottom text-sm font-medium">
      <time dateTime={occasion.observedOn}>
        {formatShortDate(new Date(`${occasion.observedOn}T12:00:00Z`), locale, "UTC")}
      </time>
      {occasion.counts ? null : <span className="block font-normal text-muted">{t("pending")}</span>}
    </th>
  );
}

/** The head of a visit that is booked: an occasion that is still to come. */
function VisitHead({ at, timeZone }: { at: Date; timeZone: string | undefined }) {
  const t = useTranslations("observations.matrix");
  const locale = useLocale();
  return (
    <th role="columnheader" scope="col" className="px-2 py-2 text-start align-bottom text-sm font-medium">
      <time dateTime={at.toISOString()}>{formatShortDate(at, locale, timeZone)}</time>
      <span className="block font-normal text-muted">{t("booked")}</span>
    </th>
  );
}

type PartProps = EvidenceMatrixProps & { row: MatrixRow };

function Head({ matrix, forecast, timeZone, withoutStanding }: EvidenceMatrixProps) {
  const t = useTranslations("observations.matrix");
  return (
    <thead role="rowgroup">
      <tr role="row" className="border-b border-line-strong">
        <th role="columnheader" scope="col" className="py-2 pe-3 text-start align-bottom text-sm font-medium">
          {t("criterion")}
        </th>
        {matrix.occasions.map((occasion) => (
          <OccasionHead key={occasion.observationId} occasion={occasion} />
        ))}
        {forecast?.visits.map((at) => (
          <VisitHead key={at.toISOString()} at={at} timeZone={timeZone} />
        ))}
        {withoutStanding ? null : (
          <th
            role="columnheader"
            scope="col"
            className="py-2 ps-3 text-start align-bottom text-sm font-medium"
          >
            {t("standing")}
          </th>
        )}
      </tr>
    </thead>
  );
}

function Row({ row, matrix, forecast, timeZone, basePath, withoutStanding }: PartProps) {
  const t = useTranslations("observations.matrix");
  const locale = useLocale();
  return (
    <tr role="row" className="border-b border-line">
      <th role="rowheader" scope="row" className="max-w-80 py-2 pe-3 text-start align-middle font-medium">
        <span className="me-1.5 text-muted">{row.criterion.code}</span>
        {row.criterion.name}
      </th>
      {matrix.occasions.map((occasion, index) => {
        const day = formatShortDate(new Date(`${occasion.observedOn}T12:00:00Z`), locale, "UTC");
        return (
          <td
            key={occasion.observationId}
            role="cell"
            data-label={occasion.counts ? day : `${day}${DOT}${t("pending")}`}
            className="px-2 py-1.5 align-middle"
          >
            <Cell rating={row.cells[index] ?? null} occasion={occasion} basePath={basePath} />
          </td>
        );
      })}
      {forecast?.visits.map((at) => (
        <td
          key={at.toISOString()}
          role="cell"
          data-label={`${formatShortDate(at, locale, timeZone)}${DOT}${t("booked")}`}
          className="px-2 py-1.5 align-middle"
        >
          {row.standing === "met" ? (
            <span className="sr-only">{t("notNeeded")}</span>
          ) : (
            <span className="text-sm text-muted">{t("mayBeSeen")}</span>
          )}
        </td>
      ))}
      {withoutStanding ? null : (
        <td role="cell" data-label={t("standing")} className="py-2 ps-3 align-middle">
          <Standing row={row} forecast={forecast} />
        </td>
      )}
    </tr>
  );
}
// biome-ignore-end lint/a11y/noRedundantRoles: as above

/** As many columns, the criteria's among them, as an upright tablet has room for inside a card: ratings are long words. */
const NARROW = 3;

/**
 * Criterion × occasion. Each cell opens its observation; what does not count yet is outlined by dashes. On a phone each criterion is
 * a card of its own.
 */
export function EvidenceMatrix(props: EvidenceMatrixProps) {
  const { matrix, forecast, withoutStanding } = props;
  const t = useTranslations("observations.matrix");
  // Nothing was seen yet: that is what the matrix says of each criterion, unless the reader may not know how they stand.
  if (matrix.rows.length === 0 || (withoutStanding && matrix.occasions.length === 0))
    return <EmptyState icon="eye" title={t("empty")} />;
  const columns = 1 + matrix.occasions.length + (forecast?.visits.length ?? 0) + (withoutStanding ? 0 : 1);
  const look = columns > NARROW ? "table-cards-wide" : "table-cards";
  return (
    <div className="grid gap-3">
      {withoutStanding ? null : <p>{t("summary", { met: matrix.met, total: matrix.rows.length })}</p>}
      <section aria-label={t("caption")} tabIndex={-1} className="@container overflow-x-auto">
        {/* biome-ignore lint/a11y/noRedundantRoles: as above */}
        <table role="table" className={classNames(look, "w-full border-collapse")}>
          <caption className="sr-only">{t("caption")}</caption>
          <Head {...props} />
          {/* biome-ignore lint/a11y/noRedundantRoles: as above */}
          <tbody role="rowgroup">
            {matrix.rows.map((row) => (
              <Row key={row.criterion.id} row={row} {...props} />
            ))}
          </tbody>
        </table>
      </section>
    </div>
  );
}
