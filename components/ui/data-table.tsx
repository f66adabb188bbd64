import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { Icon } from "./icon";
import { type SearchParams, type Sort, withParams } from "./search-params";

export type Column<Row> = {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  /** The address sorts by this column's key. */
  sortable?: boolean;
  align?: "start" | "end";
  /** Names the row: its header cell, and the card's title on a phone. One column has it. */
  primary?: boolean;
  /** Holds what one can do with the row. It says so itself: a card does not repeat it as a name before it. */
  act?: boolean;
};

type DataTableProps<Row> = {
  /** What the table holds: read aloud, and shown where `captionShown`. */
  caption: string;
  captionShown?: boolean;
  columns: Column<Row>[];
  rows: Row[];
  rowKey: (row: Row) => string;
  /** Path and query of the page and the order in force, for tables that can be sorted. */
  order?: { path: string; params: SearchParams; sort: Sort };
  /** In place of the table when there are no rows. */
  empty: ReactNode;
  /** Puts a box before each row, named `selected[]`, for a surrounding form; gives the box its name. */
  selectLabel?: (row: Row) => string;
};

function SortLink({
  header,
  name,
  order,
}: {
  header: string;
  name: string;
  order: NonNullable<DataTableProps<never>["order"]>;
}) {
  const t = useTranslations("ui");
  const active = order.sort.column === name;
  const next = active && !order.sort.descending ? `-${name}` : name;
  return (
    <Link
      href={withParams(order.path, order.params, { sort: next, page: null })}
      scroll={false}
      title={t("table.sortBy", { column: header })}
      className="inline-flex min-h-8 items-center gap-1 text-ink no-underline hover:underline"
    >
      {header}
      <Icon
        name={active ? (order.sort.descending ? "sortDown" : "sortUp") : "sort"}
        className={classNames("size-4", active ? "text-accent" : "text-muted")}
      />
    </Link>
  );
}

function sortState<Row>(
  column: Column<Row>,
  order: DataTableProps<Row>["order"],
): "ascending" | "descending" | undefined {
  if (!column.sortable || order?.sort.column !== column.key) return undefined;
  return order.sort.descending ? "descending" : "ascending";
}

function Cell<Row>({ column, row }: { column: Column<Row>; row: Row }) {
  const look = classNames(
    "px-3 py-3 align-top first:ps-0 last:pe-0",
    column.align === "end" ? "text-end" : "text-start",
    column.act && "whitespace-nowrap",
  );
  const named = column.act ? { "data-act": "" } : { "data-label": column.header };
  if (column.primary) {
    return (
      // biome-ignore lint/a11y/noRedundantRoles: below 640 px the cell is a block, which would cost it its role
      <th scope="row" role="rowheader" className={classNames(look, "font-medium")}>
        {column.cell(row)}
      </th>
    );
  }
  return (
    // biome-ignore lint/a11y/noRedundantRoles: as above
    <td role="cell" {...named} className={look}>
      {column.cell(row)}
    </td>
  );
}

type TableHeadProps<Row> = Pick<DataTableProps<Row>, "columns" | "order"> & { selectable: boolean };

function TableHead<Row>({ columns, order, selectable }: TableHeadProps<Row>) {
  const t = useTranslations("ui");
  const look = "px-3 py-2 text-sm font-medium text-muted first:ps-0 last:pe-0";
  /* biome-ignore-start lint/a11y/noRedundantRoles: see DataTable */
  return (
    <thead role="rowgroup">
      <tr role="row" className="border-b border-line-strong">
        {selectable ? (
          <th role="columnheader" scope="col" className="w-10 py-2 text-start">
            <span className="sr-only">{t("table.select")}</span>
          </th>
        ) : null}
        {columns.map((column) => (
          <th
            key={column.key}
            role="columnheader"
            scope="col"
            aria-sort={sortState(column, order)}
            className={classNames(look, column.align === "end" ? "text-end" : "text-start")}
          >
            {column.sortable && order ? (
              <SortLink header={column.header} name={column.key} order={order} />
            ) : (
              column.header
            )}
          </th>
        ))}
      </tr>
    </thead>
  );
  /* biome-ignore-end lint/a11y/noRedundantRoles: see DataTable */
}

/** As many columns as an upright tablet has room for. */
const MANY_COLUMNS = 4;

/**
 * A table rendered on the server; order, filter and page are in the address. Where it has little room each row is a card. The roles are written
 * out because browsers drop a table's semantics when its display changes.
 */
export function DataTable<Row>({
  caption,
  captionShown,
  columns,
  rows,
  rowKey,
  order,
  empty,
  selectLabel,
}: DataTableProps<Row>) {
  if (rows.length === 0) return empty;
  return (
    <div className="@container overflow-x-auto">
      {/* biome-ignore-start lint/a11y/noRedundantRoles: see above */}
      <table
        role="table"
        className={classNames(
          columns.length > MANY_COLUMNS ? "table-cards-wide" : "table-cards",
          "w-full border-collapse",
        )}
      >
        <caption className={captionShown ? "pb-3 text-start font-semibold" : "sr-only"}>{caption}</caption>
        <TableHead columns={columns} order={order} selectable={selectLabel !== undefined} />
        <tbody role="rowgroup">
          {rows.map((row) => (
            <tr key={rowKey(row)} role="row" className="border-b border-line hover:bg-sunken/60">
              {selectLabel ? (
                <td role="cell" data-select="" className="py-2.5 align-top">
                  <input
                    type="checkbox"
                    name="selected[]"
                    value={rowKey(row)}
                    aria-label={selectLabel(row)}
                    className="choice"
                  />
                </td>
              ) : null}
              {columns.map((column) => (
                <Cell key={column.key} column={column} row={row} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {/* biome-ignore-end lint/a11y/noRedundantRoles: see above */}
    </div>
  );
}
