import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import { EmptyState } from "@/components/ui/empty-state";
import type { CohortApplicationRow } from "@/lib/applications/queries/list-cohort-applications";
import type { Tray } from "@/lib/applications/rules/inbox";
import { formatDayMonth } from "@/lib/i18n/format";
import { ApplicationStateTag } from "./state-tag";

type InboxListProps = {
  rows: CohortApplicationRow[];
  tray: Tray;
  openId: string | null;
  hrefOf: (id: string) => string;
};

/** The applications of one tray, the oldest first; the open one is marked. */
export function InboxList({ rows, tray, openId, hrefOf }: InboxListProps) {
  const t = useTranslations("applications");
  const locale = useLocale();
  if (rows.length === 0) {
    return <EmptyState title={t(`inbox.empty.${tray}`)}>{t(`inbox.emptyHint.${tray}`)}</EmptyState>;
  }
  return (
    <ol aria-label={t(`inbox.tray.${tray}`)} className="divide-y divide-line border-y border-line">
      {rows.map((row) => (
        <li key={row.id}>
          <Link
            href={hrefOf(row.id)}
            scroll={false}
            aria-current={row.id === openId ? "true" : undefined}
            className={classNames(
              "grid gap-1 border-s-3 px-4 py-3 text-ink no-underline hover:bg-sunken hover:text-ink",
              row.id === openId ? "border-accent bg-accent-soft" : "border-transparent",
            )}
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
                .join(" · ")}
            </span>
            <span className="pt-0.5">
              <ApplicationStateTag state={row.state} />
            </span>
          </Link>
        </li>
      ))}
    </ol>
  );
}
