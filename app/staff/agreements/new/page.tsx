import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CreateAgreementForm } from "@/components/agreements/create-agreement-form";
import { PageHeader } from "@/components/ui/page-header";
import { listAgreementParties } from "@/lib/agreements/queries/list-agreement-parties";
import { requireActor } from "@/lib/auth/actor";
import { listOwnProviders } from "@/lib/programmes/queries/list-own-providers";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("agreements"))("new") };
}

export default async function NewAgreementPage() {
  const acting = await requireActor("agreement.manage");
  const t = await getTranslations("agreements");
  const now = new Date();
  const [providers, parties] = await Promise.all([
    listOwnProviders(acting, now),
    listAgreementParties(acting, now),
  ]);
  return (
    <>
      <PageHeader
        crumbs={[{ label: t("title"), href: "/staff/agreements" }]}
        title={t("new")}
        lead={t("newLead")}
      />
      <CreateAgreementForm providers={providers} parties={parties} />
    </>
  );
}
