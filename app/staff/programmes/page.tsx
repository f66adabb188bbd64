import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ExportLinks } from "@/components/lists/export-links";
import { ProgrammeTable } from "@/components/programmes/programme-table";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { listProgrammes } from "@/lib/programmes/queries/list-programmes";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("programmes"))("staff.title") };
}

export default async function StaffProgrammesPage() {
  const acting = await requireActor("programme.manage");
  const t = await getTranslations("programmes");
  return (
    <>
      <PageHeader
        title={t("staff.title")}
        lead={t("staff.lead")}
        actions={
          <LinkButton href="/staff/programmes/new" icon="plus">
            {t("staff.new")}
          </LinkButton>
        }
      />
      <ExportLinks list="programmes" />
      <ProgrammeTable programmes={await listProgrammes(acting)} />
    </>
  );
}
