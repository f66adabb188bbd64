import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { FormBuilder } from "@/components/applications/form-builder";
import { getFormBuilder } from "@/lib/applications/queries/get-form-builder";
import { requireActor } from "@/lib/auth/actor";
import { isId } from "@/lib/core/ids";

type Props = { params: Promise<{ cohortId: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("applications");
  return { title: t("builder.pageTitle") };
}

export default async function Page({ params }: Props) {
  const acting = await requireActor("cohort.manage");
  const { cohortId } = await params;
  const builder = isId(cohortId) ? await getFormBuilder(acting, cohortId) : null;
  if (!builder) notFound();
  return <FormBuilder builder={builder} />;
}
