import { useLocale, useTranslations } from "next-intl";
import { PageHeader } from "@/components/ui/page-header";
import { ProseText } from "@/components/ui/prose-text";
import { Section } from "@/components/ui/section";
import { formatDate } from "@/lib/i18n/format";
import type { Statement } from "@/lib/statements/queries/get-statement";
import { partsOf } from "@/lib/statements/rules/outline";

/** A statement that the law asks for, as it is in force, and since when where an administrator worded it. */
export function StatementPage({ title, statement }: { title: string; statement: Statement }) {
  const t = useTranslations("public");
  const locale = useLocale();
  return (
    <>
      <PageHeader
        title={title}
        lead={statement.lead}
        meta={
          statement.wordedAt ? (
            <p className="text-muted">{t("wordedOn", { date: formatDate(statement.wordedAt, locale) })}</p>
          ) : null
        }
      />
      {partsOf(statement.body).map((part) =>
        part.title ? (
          <Section key={part.title} title={part.title}>
            <ProseText text={part.text} />
          </Section>
        ) : (
          <ProseText key="" text={part.text} />
        ),
      )}
    </>
  );
}
