import { useTranslations } from "next-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { Card } from "@/components/ui/section";
import { DOT } from "@/lib/i18n/format";
import type { MyProject } from "@/lib/portfolio/queries/list-my-projects";
import { ProjectStateTag } from "./project-state";

/** One's projects, one for each cohort. */
export function MyProjectList({ projects }: { projects: MyProject[] }) {
  const t = useTranslations("observations.project");
  if (projects.length === 0) {
    return (
      <EmptyState
        icon="file"
        title={t("emptyTitle")}
        actions={<LinkButton href="/programmes">{t("findProgramme")}</LinkButton>}
      >
        {t("empty")}
      </EmptyState>
    );
  }
  return (
    <ul className="grid gap-3">
      {projects.map(({ enrolmentId, cohort, programme, project }) => (
        <li key={enrolmentId}>
          <Card className="flex flex-wrap items-center gap-x-6 gap-y-3">
            <div className="grid min-w-0 grow basis-64 justify-items-start gap-1">
              <p className="text-sm text-muted">
                {programme}
                {DOT}
                {cohort}
              </p>
              <p className="text-lg font-semibold">{project?.title ?? t("none")}</p>
              {project ? <ProjectStateTag state={project.state} /> : null}
            </div>
            <LinkButton href={`/my/projects/${enrolmentId}`} tone="secondary">
              {t("open")}
            </LinkButton>
          </Card>
        </li>
      ))}
    </ul>
  );
}
