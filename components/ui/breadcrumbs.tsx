import Link from "next/link";
import { useTranslations } from "next-intl";
import { Icon } from "./icon";

export type Crumb = { label: string; href?: string };

/** The way back up. The last crumb is the page itself and leads nowhere; leave it out where the title says the same. */
export function Breadcrumbs({ crumbs }: { crumbs: Crumb[] }) {
  const t = useTranslations("ui");
  return (
    <nav aria-label={t("breadcrumbs")}>
      <ol className="-ms-1 flex flex-wrap items-center gap-x-1 text-sm text-muted">
        {crumbs.map((crumb, index) => (
          <li key={`${crumb.href ?? ""}${crumb.label}`} className="flex items-center gap-1">
            {index > 0 ? <Icon name="chevronRight" className="size-3.5" /> : null}
            {crumb.href ? (
              <Link
                href={crumb.href}
                className="inline-flex min-h-8 items-center px-1 text-muted hover:text-ink"
              >
                {crumb.label}
              </Link>
            ) : (
              <span aria-current="page" className="px-1">
                {crumb.label}
              </span>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}
