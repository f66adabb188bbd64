import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button";
import { Callout } from "@/components/ui/callout";
import { Section } from "@/components/ui/section";
import { abandonProjectAction, startProjectAction } from "@/lib/portfolio/actions";
import type { ProjectPage, ProjectView } from "@/lib/portfolio/queries/get-project";
import { decideProposing } from "@/lib/portfolio/rules/project";
import { FormerProjects } from "./former-projects";
import { ConcludeProjectForm, EditProjectForm, ProposeProjectForm } from "./project-form";
import { ProjectText } from "./project-text";

function NextStep({ project }: { project: ProjectView | null }) {
  const t = useTranslations("observations.project");
  const state = project?.state ?? "none";
  const tone = state === "concluded" ? "success" : "info";
  return (
    <Callout
      tone={tone}
      actions={
        project?.state === "agreed" ? (
          <ActionButton
            action={startProjectAction}
            fields={{ projectId: project.id, version: project.version }}
            tone="primary"
          >
            {t("start")}
          </ActionButton>
        ) : undefined
      }
    >
      {t(`next.${state}`)}
    </Callout>
  );
}

function Abandon({ project }: { project: ProjectView }) {
  const t = useTranslations("observations.project");
  return (
    <div className="mt-10 border-t border-line pt-4">
      <ActionButton
        action={abandonProjectAction}
        fields={{ projectId: project.id, version: project.version }}
        tone="quiet"
        confirm={{
          title: t("abandonTitle"),
          consequences: t("abandonText"),
          confirmLabel: t("abandon"),
        }}
      >
        {t("abandon")}
      </ActionButton>
    </div>
  );
}

/** A participant's own project: where it stands, what to do next, and the words to write. */
export function MyProject({ page }: { page: ProjectPage }) {
  const t = useTranslations("observations.project");
  const { project, mayWrite, enrolmentId, former } = page;
  const mayPropose = mayWrite && decideProposing(project?.state ?? null).ok;
  const ended = project?.state === "concluded" || project?.state === "abandoned";
  return (
    <>
      {mayWrite || project ? <NextStep project={project} /> : null}
      {mayPropose ? (
        <div className="mt-8">
          <ProposeProjectForm enrolmentId={enrolmentId} />
        </div>
      ) : null}
      {project ? (
        <div className="mt-8">
          <ProjectText project={project} />
        </div>
      ) : null}
      {project && mayWrite && project.state === "active" ? (
        <Section title={t("concludeTitle")}>
          <ConcludeProjectForm project={project} />
        </Section>
      ) : null}
      {project && mayWrite && !ended ? (
        <>
          <details className="mt-8 border-t border-line py-1">
            <summary className="flex min-h-target items-center font-medium text-accent">{t("edit")}</summary>
            <div className="pt-3 pb-5">
              <EditProjectForm project={project} />
            </div>
          </details>
          <Abandon project={project} />
        </>
      ) : null}
      <FormerProjects former={former} />
    </>
  );
}
