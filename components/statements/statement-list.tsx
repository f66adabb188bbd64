import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { Card, Section } from "@/components/ui/section";
import { formatDate } from "@/lib/i18n/format";
import { localeNames, locales } from "@/lib/i18n/locales";
import type { WordingRow } from "@/lib/statements/queries/list-wordings";
import { statementNames } from "@/lib/statements/schema";
import { pathOfStatement } from "./statement-path";

/** The statements with their languages, each with when it was worded last. */
export function StatementList({ wordings }: { wordings: readonly WordingRow[] }) {
  const t = useTranslations("admin.statements");
  const shown = useLocale();
  return statementNames.map((name) => (
    <Section
      key={name}
      title={t(`names.${name}`)}
      actions={
        <Link href={pathOfStatement(name)} aria-label={t("seeOf", { name: t(`names.${name}`) })}>
          {t("see")}
        </Link>
      }
    >
      <Card className="py-2!">
        <ul className="divide-y divide-line">
          {locales.map((locale) => {
            const worded = wordings.find((each) => each.name === name && each.locale === locale);
            return (
              <li key={locale} className="flex flex-wrap items-center justify-between gap-x-6 py-2">
                <Link
                  href={`/admin/statements/${name}?language=${locale}`}
                  className="inline-flex min-h-target items-center font-medium"
                >
                  {localeNames[locale]}
                </Link>
                <span className="text-muted">
                  {worded
                    ? t("since", { number: worded.number, date: formatDate(worded.wordedAt, shown) })
                    : t("shipped")}
                </span>
              </li>
            );
          })}
        </ul>
      </Card>
    </Section>
  ));
}
