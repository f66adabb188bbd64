import { useLocale, useTranslations } from "next-intl";
import { dayText } from "@/components/cohorts/day-text";
import { PageHeader } from "@/components/ui/page-header";
import { PrintButton } from "@/components/ui/print-button";
import { ProseText } from "@/components/ui/prose-text";
import { Section } from "@/components/ui/section";
import { DOT } from "@/lib/i18n/format";
import type { PublicationDetail } from "@/lib/library/queries/get-publication";

/** One publication in full. */
export function PublicationPage({ publication }: { publication: PublicationDetail }) {
  const t = useTranslations("library");
  const locale = useLocale();
  const { publisher } = publication;
  const from = publisher
    ? publisher.renamed
      ? t("publisherRenamed", { past: publisher.atTheTime, now: publisher.now })
      : publisher.atTheTime
    : "";
  return (
    <>
      <PageHeader
        crumbs={[{ label: t("title"), href: "/library" }]}
        kicker={t(`kind.${publication.kind}`)}
        title={<span lang={publication.language}>{publication.title}</span>}
        lead={<span lang={publication.language}>{publication.summary}</span>}
        meta={
          <p className="text-muted">
            {from}, {dayText(publication.publishedOn, locale)}
            {DOT}
            {t(`language.${publication.language}`)}
          </p>
        }
        actions={<PrintButton />}
      />
      <article lang={publication.language}>
        <ProseText text={publication.body} />
      </article>
      {publication.criteria.length > 0 ? (
        <Section title={t("criteria")} lead={t("criteriaLead")}>
          <ul className="grid max-w-prose gap-2">
            {publication.criteria.map((criterion) => (
              <li key={criterion.code} className="flex gap-3">
                <span className="font-semibold text-accent">{criterion.code}</span>
                {criterion.name}
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
    </>
  );
}
