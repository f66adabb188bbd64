import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { dayText } from "@/components/cohorts/day-text";
import { EmptyState } from "@/components/ui/empty-state";
import { type Filter, FilterBar } from "@/components/ui/filter-bar";
import { Icon, type IconName } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import { Pagination } from "@/components/ui/pagination";
import type { SearchParams } from "@/components/ui/search-params";
import { Locale, PublicationKind } from "@/lib/db/generated/enums";
import { DOT } from "@/lib/i18n/format";
import type { PublicationCard } from "@/lib/library/queries/list-publications";

const PATH = "/library";

const icons: Record<PublicationKind, IconName> = {
  publication: "book",
  podcast: "sound",
  case_story: "people",
  approach: "settings",
};

/** Publications in a row: what kind, what about, from whom and when. */
export function PublicationCards({
  publications,
  level: Heading = "h3",
}: {
  publications: readonly PublicationCard[];
  /** One below the heading they stand under. */
  level?: "h2" | "h3";
}) {
  const t = useTranslations("library");
  const locale = useLocale();
  return (
    <ul className="divide-y divide-line border-y border-line">
      {publications.map((publication) => (
        <li key={publication.slug} className="flex gap-4 py-5">
          <Icon name={icons[publication.kind]} className="mt-1 size-6 text-accent" />
          <div className="grid gap-1">
            <p className="text-sm text-muted">
              {t(`kind.${publication.kind}`)}
              {DOT}
              {t(`language.${publication.language}`)}
            </p>
            <Heading className="text-lg">
              <Link href={`/library/${publication.slug}`} lang={publication.language} className="py-0.5">
                {publication.title}
              </Link>
            </Heading>
            <p className="max-w-prose text-muted" lang={publication.language}>
              {publication.summary}
            </p>
            <p className="text-sm text-muted">
              {publication.publisher}, {dayText(publication.publishedOn, locale)}
            </p>
          </div>
        </li>
      ))}
    </ul>
  );
}

type PublicationListProps = {
  publications: readonly PublicationCard[];
  total: number;
  page: number;
  pageSize: number;
  params: SearchParams;
};

/** What there is to read and hear, with its filters. */
export function PublicationList({ publications, total, page, pageSize, params }: PublicationListProps) {
  const t = useTranslations("library");
  const filters: Filter[] = [
    { name: "q", label: t("filter.words"), kind: "search" },
    {
      name: "kind",
      label: t("filter.kind"),
      kind: "choice",
      all: t("filter.everyKind"),
      options: Object.values(PublicationKind).map((value) => ({ value, label: t(`kind.${value}`) })),
    },
    {
      name: "language",
      label: t("filter.language"),
      kind: "choice",
      all: t("filter.everyLanguage"),
      options: Object.values(Locale).map((value) => ({ value, label: t(`language.${value}`) })),
    },
  ];
  return (
    <>
      <FilterBar path={PATH} params={params} filters={filters} label={t("filter.label")} />
      <p role="status" className="mb-4 text-muted">
        {t("count", { count: total })}
      </p>
      {total === 0 ? (
        <EmptyState
          icon="search"
          title={t("none")}
          actions={<LinkButton href={PATH}>{t("showAll")}</LinkButton>}
        >
          {t("noneLead")}
        </EmptyState>
      ) : (
        <PublicationCards publications={publications} level="h2" />
      )}
      <Pagination path={PATH} params={params} page={page} pageSize={pageSize} total={total} />
    </>
  );
}
