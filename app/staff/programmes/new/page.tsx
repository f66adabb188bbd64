import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CreateProgrammeForm } from "@/components/programmes/create-programme-form";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { listOwnProviders } from "@/lib/programmes/queries/list-own-providers";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("programmes"))("create.heading") };
}

export default async function NewProgrammePage() {
  const acting = await requireActor("programme.manage");
  const t = await getTranslations("programmes");
  return (
    <>
      <PageHeader
        crumbs={[{ label: t("staff.title"), href: "/staff/programmes" }]}
        title={t("create.heading")}
        lead={t("create.lead")}
      />
      <CreateProgrammeForm providers={await listOwnProviders(acting, new Date())} />
    </>
  );
}
