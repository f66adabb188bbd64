import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { OwnCertificates } from "@/components/certificates/own-certificates";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { listMyCertificates } from "@/lib/certificates/queries/list-my-certificates";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("certificates.mine");
  return { title: t("title") };
}

export default async function MyCertificatesPage() {
  const acting = await requireActor("certificate.hold");
  const t = await getTranslations("certificates.mine");
  const certificates = await listMyCertificates(acting, await getLocale(), new Date());
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      {certificates.length === 0 ? (
        <EmptyState
          icon="award"
          title={t("none")}
          actions={
            <LinkButton href="/my/certification" tone="secondary">
              {t("toCertification")}
            </LinkButton>
          }
        >
          {t("noneHint")}
        </EmptyState>
      ) : (
        <OwnCertificates certificates={certificates} origin={process.env.PRAKSIS_URL ?? ""} />
      )}
    </>
  );
}
