import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { CriterionForm } from "@/components/frameworks/criterion-form";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { isId } from "@/lib/core/ids";
import { getFramework } from "@/lib/frameworks/queries/get-framework";
import { textIn } from "@/lib/frameworks/rules/text-in";

type Props = { params: Promise<{ frameworkVersionId: string; criterionId: string }> };

async function load({ params }: Props) {
  const acting = await requireActor("framework.manage");
  const { frameworkVersionId: id, criterionId } = await params;
  const framework = (isId(id) ? await getFramework(acting, id) : null) ?? notFound();
  const criterion = framework.criteria.find((each) => each.id === criterionId) ?? notFound();
  if (framework.state !== "draft") notFound();
  const [t, locale] = [await getTranslations("frameworks"), await getLocale()];
  const name = textIn(criterion.texts, locale)?.name || t("criterion.unnamed");
  const title = textIn(framework.texts, locale)?.title || t("untitled");
  return { t, framework, criterion, name, title };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const { criterion, name } = await load(props);
  return { title: `${criterion.code} ${name}` };
}

export default async function CriterionPage(props: Props) {
  const { t, framework, criterion, name, title } = await load(props);
  return (
    <>
      <PageHeader
        crumbs={[
          { label: t("title"), href: "/certify/frameworks" },
          { label: title, href: `/certify/frameworks/${framework.id}` },
        ]}
        kicker={t("criterion.kicker", { number: framework.number })}
        title={`${criterion.code} ${name}`}
        lead={t("criterion.key", { key: criterion.stableKey })}
      />
      <CriterionForm framework={framework} criterion={criterion} />
    </>
  );
}
