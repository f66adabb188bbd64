import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { FrameworkPage } from "@/components/frameworks/framework-page";
import { requireActor } from "@/lib/auth/actor";
import { isId } from "@/lib/core/ids";
import { getFramework } from "@/lib/frameworks/queries/get-framework";
import { textIn } from "@/lib/frameworks/rules/text-in";

type Props = { params: Promise<{ frameworkVersionId: string }> };

async function load({ params }: Props) {
  const acting = await requireActor("framework.manage");
  const { frameworkVersionId: id } = await params;
  const framework = (isId(id) ? await getFramework(acting, id) : null) ?? notFound();
  return { framework, personId: acting.personId ?? "" };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const t = await getTranslations("frameworks");
  const { framework } = await load(props);
  const title = textIn(framework.texts, await getLocale())?.title || t("untitled");
  return { title: `${title}: ${t("version", { number: framework.number })}` };
}

export default async function FrameworkVersionPage(props: Props) {
  return <FrameworkPage {...(await load(props))} />;
}
