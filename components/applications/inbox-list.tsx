import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import { EmptyState } from "@/components/ui/empty-state";
import type { CohortApplicationRow } from "@/lib/applications/queries/list-cohort-applications";
import type { Tray } from "@/lib/applications/rules/inbox";
import { DOT, formatDayMonth } from "@/lib/i18n/format";
import { ApplicationStateTag } from "./state-tag";

type InboxListProps = {
  rows: CohortApplicationRow[];
  tray: Tray;
  /** Whether a filter may be the reason that there is nothing. */
  filtered: boolean;
  openId: string | null;
  hrefOf: (id: string) => string;
};

function Row({ row, href, open }: { row: CohortApplicationRow; href: string; open: boolean }) {
  const t = useTranslations("applications");
  const locale = useLocale();
  return (
    <Link
      href={href}
      scroll={false}
      aria-current={open ? "true" : undefined}
      className="grid min-w-0 grow gap-1 py-3 pe-4 text-ink no-underline hover:text-ink"
    >
      <span className="flex items-baseline justify-between gap-3">
        <span className="font-medium">{row.name}</span>
        {row.submittedAt ? (
          <time dateTime={row.submittedAt.toISOString()} className="shrink-0 text-sm text-muted">
            {formatDayMonth(row.submittedAt, locale)}
          </time>
        ) : null}
      </span>
      <span className="text-sm text-muted">
        {[row.participantRole ? t(`role.${row.participantRole}`) : "", row.organisation]
          .filter(Boolean)
          .join(DOT)}
      </span>
      <span className="flex flex-wrap items-center gap-2 pt-0.5">
        <ApplicationStateTag state={row.state} />
        {row.notes > 0 ? (
          <span className="text-sm text-muted">{t("inbox.notes", { count: row.notes })}</span>
        ) : null}
      </span>
    </Link>
  );
}

/** One page of the applications of a tray; the open one is marked. In trays that can be decided, each has a box to tick. */
export function InboxList({ rows, tray, filtered, openId, hrefOf }: InboxListProps) {
  const t = useTranslations("applications");
  if (rows.length === 0) {
    return filtered ? (
      <EmptyState title={t("inbox.noMatch")}>{t("inbox.noMatchHint")}</EmptyState>
    ) : (
      <EmptyState title={t(`inbox.empty.${tray}`)}>{t(`inbox.emptyHint.${tray}`)}</EmptyState>
    );
  }
  const tickable = tray === "todo" || tray === "queued";
  return (
    <ol aria-label={t(`inbox.tray.${tray}`)} className="divide-y divide-line border-y border-line">
      {rows.map((row) => (
        <li
          key={row.id}
          className={classNames(
            "flex items-start gap-3 border-s-3 ps-4 hover:bg-sunken",
            row.id === openId ? "border-accent bg-accent-soft" : "border-transparent",
          )}
        >
          {tickable && !row.own ? (
            <input
              type="checkbox"
              name="selected[]"
              value={`${row.id}.${row.version}`}
              aria-label={t("bulk.select", { name: row.name })}
              data-row={row.id}
              className="choice mt-3.5"
            />
          ) : null}
          <Row row={row} href={hrefOf(row.id)} open={row.id === openId} />
        </li>
      ))}
    </ol>
  );
}
