import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import { DraftKeeper } from "@/components/ui/draft-keeper";
import { SubmitButton } from "@/components/ui/submit-button";
import { TextAreaField, TextField } from "@/components/ui/text-field";
import { concludeProjectAction, editProjectAction, proposeProjectAction } from "@/lib/portfolio/actions";
import type { ProjectView } from "@/lib/portfolio/queries/get-project";

function Fields({ project }: { project: ProjectView | null }) {
  const t = useTranslations("observations.project");
  const fixed = project !== null && project.state !== "proposed";
  return (
    <>
      {fixed ? (
        <p className="text-sm text-muted">{t("fixed")}</p>
      ) : (
        <>
          <TextField name="title" label={t("name")} defaultValue={project?.title} maxLength={160} />
          <TextAreaField
            name="task"
            label={t("task")}
            hint={t("taskHint")}
            defaultValue={project?.task}
            rows={5}
            maxLength={4000}
          />
        </>
      )}
      <TextAreaField
        name="usersInvolved"
        label={t("usersInvolved")}
        defaultValue={project?.usersInvolved}
        rows={2}
        maxLength={2000}
        optional
      />
      <TextAreaField
        name="methodsUsed"
        label={t("methodsUsed")}
        defaultValue={project?.methodsUsed}
        rows={2}
        maxLength={2000}
        optional
      />
    </>
  );
}

/** Where a participant proposes their practice project. */
export function ProposeProjectForm({ enrolmentId }: { enrolmentId: string }) {
  const t = useTranslations("observations.project");
  return (
    <ActionForm action={proposeProjectAction} fields={{ enrolmentId }} className="max-w-prose">
      <Fields project={null} />
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton>{t("propose")}</SubmitButton>
        <DraftKeeper storageKey={`project:${enrolmentId}`} />
      </div>
    </ActionForm>
  );
}

/** Where a participant changes what they tell of it. */
export function EditProjectForm({ project }: { project: ProjectView }) {
  const t = useTranslations("observations.project");
  return (
    <ActionForm
      action={editProjectAction}
      fields={{ projectId: project.id, version: project.version }}
      className="max-w-prose"
    >
      <Fields project={project} />
      <div>
        <SubmitButton tone="secondary">{t("save")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

/** Where a participant concludes it. */
export function ConcludeProjectForm({ project }: { project: ProjectView }) {
  const t = useTranslations("observations.project");
  return (
    <ActionForm
      action={concludeProjectAction}
      fields={{ projectId: project.id, version: project.version }}
      className="max-w-prose"
    >
      <TextAreaField name="outcome" label={t("outcome")} hint={t("outcomeHint")} rows={6} maxLength={6000} />
      <p className="text-sm text-muted">{t("concludeLead")}</p>
      <div className="flex flex-wrap items-center gap-4">
        <SubmitButton>{t("conclude")}</SubmitButton>
        <DraftKeeper storageKey={`project-outcome:${project.id}`} />
      </div>
    </ActionForm>
  );
}
