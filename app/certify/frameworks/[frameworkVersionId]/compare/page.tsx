import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ChooseVersion, FrameworkComparison } from "@/components/frameworks/framework-comparison";
import { PageHeader } from "@/components/ui/page-header";
import { firstParam, type SearchParams } from "@/components/ui/search-params";
import { requireActor } from "@/lib/auth/actor";
import { isId } from "@/lib/core/ids";
import { getFramework } from "@/lib/frameworks/queries/get-framework";
import { compareFrameworks } from "@/lib/frameworks/rules/compare";
import { textIn } from "@/lib/frameworks/rules/text-in";

type Props = { params: Promise<{ frameworkVersionId: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("frameworks"))("compare.open") };
}

export default async function CompareFrameworksPage({ params, searchParams }: Props) {
  const acting = await requireActor("framework.manage");
  const { frameworkVersionId: id } = await params;
  const framework = (isId(id) ? await getFramework(acting, id) : null) ?? notFound();
  const asked = firstParam(await searchParams, "with");
  const others = framework.versions.filter((each) => each.id !== framework.id);
  const before =
    others.find((each) => each.id === asked) ?? others.find((each) => each.number < framework.number);
  const from = (await getFramework(acting, (before ?? others[0] ?? notFound()).id)) ?? notFound();
  const [t, locale] = [await getTranslations("frameworks"), await getLocale()];
  const criteria = [...framework.criteria, ...from.criteria];
  const nameOf = (key: string) =>
    textIn(criteria.find((each) => each.stableKey === key)?.texts ?? [], locale)?.name ||
    t("criterion.unnamed");
  const title = textIn(framework.texts, locale)?.title || t("untitled");
  return (
    <>
      <PageHeader
        crumbs={[
          { label: t("title"), href: "/certify/frameworks" },
          { label: title, href: `/certify/frameworks/${framework.id}` },
        ]}
        title={t("compare.title", { from: from.number, to: framework.number })}
        lead={t("compare.lead")}
      />
      <ChooseVersion framework={framework} from={from} />
      <FrameworkComparison difference={compareFrameworks(from, framework)} nameOf={nameOf} />
    </>
  );
}
