import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { MyProjectList } from "@/components/portfolio/my-project-list";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { listMyProjects } from "@/lib/portfolio/queries/list-my-projects";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("observations.project"))("title") };
}

export default async function MyProjectsPage() {
  const acting = await requireActor("my.view");
  const projects = await listMyProjects(acting);
  const [only, ...others] = projects;
  if (only && others.length === 0) redirect(`/my/projects/${only.enrolmentId}`);
  const t = await getTranslations("observations.project");
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <MyProjectList projects={projects} />
    </>
  );
}
