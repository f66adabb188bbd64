import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { AssessorTable } from "@/components/certify/assessor-table";
import { FlaggedList } from "@/components/certify/flagged-list";
import { ExportLinks } from "@/components/lists/export-links";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { listAssessors } from "@/lib/frameworks/queries/list-assessors";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("certify.assessors"))("title") };
}

export default async function AssessorsPage() {
  const acting = await requireActor("assessor.authorise");
  const now = new Date();
  const t = await getTranslations("certify.assessors");
  const register = await listAssessors(acting, await getLocale(), now);
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <div className="grid gap-8">
        <FlaggedList flagged={register.flagged} />
        <div className="grid gap-4">
          <ExportLinks list="authorisations" />
          <AssessorTable register={register} now={now} />
        </div>
      </div>
    </>
  );
}
