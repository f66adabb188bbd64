import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AgreementTable } from "@/components/agreements/agreement-table";
import { ExportLinks } from "@/components/lists/export-links";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { listAgreements } from "@/lib/agreements/queries/list-agreements";
import { requireActor } from "@/lib/auth/actor";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("agreements"))("title") };
}

export default async function AgreementsPage() {
  const acting = await requireActor("agreement.manage");
  const t = await getTranslations("agreements");
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={
          <LinkButton href="/staff/agreements/new" icon="plus">
            {t("new")}
          </LinkButton>
        }
      />
      <ExportLinks list="agreements" />
      <AgreementTable agreements={await listAgreements(acting, new Date())} />
    </>
  );
}
