import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { StatementForm } from "@/components/statements/statement-form";
import { PageHeader } from "@/components/ui/page-header";
import { firstParam, type SearchParams } from "@/components/ui/search-params";
import { TabLinks } from "@/components/ui/tab-links";
import { requireActor } from "@/lib/auth/actor";
import { isLocale, localeNames, locales } from "@/lib/i18n/locales";
import { getStatement } from "@/lib/statements/queries/get-statement";
import { statementName } from "@/lib/statements/schema";

type Props = { params: Promise<{ name: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const name = statementName.safeParse((await params).name);
  const t = await getTranslations("admin.statements");
  return { title: name.success ? t(`names.${name.data}`) : t("title") };
}

export default async function WordStatementPage({ params, searchParams }: Props) {
  const acting = await requireActor("installation.manage");
  const name = statementName.safeParse((await params).name);
  if (!name.success) notFound();
  const asked = firstParam(await searchParams, "language");
  const locale = isLocale(asked) ? asked : await getLocale();
  const t = await getTranslations("admin.statements");
  const path = `/admin/statements/${name.data}`;
  return (
    <>
      <PageHeader
        title={t(`names.${name.data}`)}
        lead={t("formLead")}
        crumbs={[{ href: "/admin/statements", label: t("title") }, { label: t(`names.${name.data}`) }]}
      />
      <TabLinks
        label={t("language")}
        tabs={locales.map((each) => ({
          label: localeNames[each],
          href: `${path}?language=${each}`,
          current: each === locale,
        }))}
      />
      <StatementForm
        key={locale}
        name={name.data}
        locale={locale}
        statement={await getStatement(acting, name.data, locale)}
      />
    </>
  );
}
