import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button";
import { Callout } from "@/components/ui/callout";
import { agreeProjectAction } from "@/lib/portfolio/actions";
import type { ProjectView } from "@/lib/portfolio/queries/get-project";

/** The facilitator's yes to a proposed project; nothing where it is not asked for. */
export function AgreeProject({ project }: { project: ProjectView }) {
  const t = useTranslations("facilitate.project");
  if (project.state !== "proposed") return null;
  return (
    <Callout
      title={t("waiting")}
      actions={
        <ActionButton
          action={agreeProjectAction}
          fields={{ projectId: project.id, version: project.version }}
          tone="primary"
          confirm={{ title: t("agreeTitle"), consequences: t("agreeText"), confirmLabel: t("agree") }}
        >
          {t("agree")}
        </ActionButton>
      }
    />
  );
}
