import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { BillingProfileForm } from "@/components/billing/billing-profile-form";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { requireActor } from "@/lib/auth/actor";
import { listBillingProfiles } from "@/lib/billing/queries/list-billing-profiles";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("billing");
  return { title: t("profile.title") };
}

export default async function Page() {
  const acting = await requireActor("billing.manage");
  const t = await getTranslations("billing");
  const providers = await listBillingProfiles(acting, new Date());
  return (
    <>
      <PageHeader title={t("profile.title")} lead={t("profile.lead")} />
      {providers.map((provider) => (
        <Section key={provider.id} title={provider.name}>
          <BillingProfileForm provider={provider} />
        </Section>
      ))}
    </>
  );
}
