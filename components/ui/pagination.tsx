import { redirect } from "next/navigation";
import { useTranslations } from "next-intl";
import { LinkButton } from "./link-button";
import { type SearchParams, withParams } from "./search-params";

type PaginationProps = { path: string; params: SearchParams; page: number; pageSize: number; total: number };

/** Where one is in a long list, and the way on and back. Nothing for a list that fits. Leads from beyond the end to the last page. */
export function Pagination({ path, params, page, pageSize, total }: PaginationProps) {
  const t = useTranslations("ui");
  const pages = Math.max(1, Math.ceil(total / pageSize));
  // Rows go while somebody reads, and addresses are kept: an empty page would say that there is nothing.
  if (page > pages) redirect(withParams(path, params, { page: pages === 1 ? null : pages }));
  if (pages === 1) return null;
  const from = (page - 1) * pageSize + 1;
  const to = Math.min(total, page * pageSize);
  return (
    <nav
      aria-label={t("pagination.label")}
      className="mt-4 flex flex-wrap items-center justify-between gap-3"
    >
      <p className="text-muted">{t("pagination.range", { from, to, total })}</p>
      <div className="flex gap-2">
        {page > 1 ? (
          <LinkButton
            tone="secondary"
            size="small"
            icon="arrowLeft"
            rel="prev"
            href={withParams(path, params, { page: page === 2 ? null : page - 1 })}
          >
            {t("pagination.previous")}
          </LinkButton>
        ) : null}
        {page < pages ? (
          <LinkButton
            tone="secondary"
            size="small"
            rel="next"
            href={withParams(path, params, { page: page + 1 })}
          >
            {t("pagination.next")}
          </LinkButton>
        ) : null}
      </div>
    </nav>
  );
}
