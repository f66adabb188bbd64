import type { Metadata } from "next";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ApplyPage } from "@/components/applications/apply-page";
import { firstParam, type SearchParams } from "@/components/ui/search-params";
import { getApplicationForm } from "@/lib/applications/queries/get-application-form";
import { requireActor } from "@/lib/auth/actor";

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<SearchParams> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("applications");
  return { title: t("form.pageTitle") };
}

export default async function Page({ params, searchParams }: Props) {
  const acting = await requireActor("application.write");
  const { slug } = await params;
  const cohort = firstParam(await searchParams, "cohort");
  const form = await getApplicationForm(acting, slug, cohort, new Date());
  if (!form) notFound();
  if (form.applied) redirect(`/my/applications/${form.applied.id}`);
  return <ApplyPage form={form} />;
}
