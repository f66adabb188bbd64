import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CopyProgrammeForm } from "@/components/programmes/copy-programme-form";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { isId } from "@/lib/core/ids";
import { getProgramme } from "@/lib/programmes/queries/get-programme";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("programmes"))("copy.open") };
}

export default async function Page({ params }: { params: Promise<{ programmeId: string }> }) {
  const acting = await requireActor("programme.manage");
  const { programmeId } = await params;
  const programme = isId(programmeId) ? await getProgramme(acting, programmeId) : null;
  if (!programme) notFound();
  const t = await getTranslations("programmes");
  return (
    <>
      <PageHeader
        crumbs={[
          { label: t("staff.title"), href: "/staff/programmes" },
          { label: programme.title, href: `/staff/programmes/${programme.id}` },
        ]}
        title={t("copy.title", { title: programme.title })}
        lead={t("copy.lead")}
      />
      <CopyProgrammeForm programmeId={programme.id} />
    </>
  );
}
