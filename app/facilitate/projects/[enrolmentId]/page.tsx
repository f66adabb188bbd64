import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AgreeProject } from "@/components/facilitate/agree-project";
import { FormerProjects } from "@/components/portfolio/former-projects";
import { ProjectStateTag } from "@/components/portfolio/project-state";
import { ProjectText } from "@/components/portfolio/project-text";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { isId } from "@/lib/core/ids";
import { getProject } from "@/lib/portfolio/queries/get-project";

type Props = { params: Promise<{ enrolmentId: string }> };

async function load({ params }: Props) {
  const acting = await requireActor("project.agree");
  const { enrolmentId } = await params;
  return (isId(enrolmentId) ? await getProject(acting, enrolmentId) : null) ?? notFound();
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const t = await getTranslations("facilitate.project");
  return { title: t("title", { name: (await load(props)).participant }) };
}

export default async function ProjectPage(props: Props) {
  const { project, former, participant, organisation, cohort, cohortId } = await load(props);
  const t = await getTranslations("facilitate.project");
  return (
    <>
      <PageHeader
        crumbs={[{ label: cohort, href: `/facilitate/cohorts/${cohortId}` }]}
        kicker={t("title", { name: participant })}
        title={project?.title ?? t("none")}
        lead={organisation}
        meta={project ? <ProjectStateTag state={project.state} /> : null}
      />
      {project ? (
        <div className="grid gap-8">
          <AgreeProject project={project} />
          <ProjectText project={project} />
        </div>
      ) : null}
      <FormerProjects former={former} />
    </>
  );
}
