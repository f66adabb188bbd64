import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AdminOverview } from "@/components/admin/admin-overview";
import { AuditTable } from "@/components/admin/audit-table";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Section } from "@/components/ui/section";
import { listAuditEvents } from "@/lib/audit/queries/list-audit-events";
import { requireActor } from "@/lib/auth/actor";
import { getInstallation } from "@/lib/installation/queries/get-installation";
import { listJobs } from "@/lib/jobs/queries/list-jobs";
import { listOutbox } from "@/lib/mail/queries/list-outbox";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("admin");
  return { title: t("area") };
}

export default async function AdminPage() {
  const acting = await requireActor("installation.view");
  const [figures, outbox, jobs, events, t] = await Promise.all([
    getInstallation(acting, new Date()),
    listOutbox(acting, {}, 1),
    listJobs(acting),
    listAuditEvents(await requireActor("audit.view"), {}, 1),
    getTranslations("admin.home"),
  ]);
  if (!figures) notFound();
  const calm = outbox.counts.failed === 0 && jobs.every(({ failures }) => failures === 0);
  return (
    <>
      <PageHeader title={t("title")} lead={calm ? t("calm") : undefined} />
      <AdminOverview figures={figures} mails={outbox.counts} jobs={jobs} />
      <Section
        title={t("latest")}
        actions={
          <LinkButton href="/admin/audit" tone="secondary" size="small">
            {t("all")}
          </LinkButton>
        }
      >
        <AuditTable rows={events.rows.slice(0, 10)} />
      </Section>
    </>
  );
}
