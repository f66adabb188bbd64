import { useTranslations } from "next-intl";
import { DescriptionList } from "@/components/ui/description-list";
import { ProseText } from "@/components/ui/prose-text";
import type { ProjectView } from "@/lib/portfolio/queries/get-project";

/** What is told of a practice project. */
export function ProjectText({ project }: { project: ProjectView }) {
  const t = useTranslations("observations.project");
  const parts = [
    { term: t("task"), text: project.task },
    { term: t("usersInvolved"), text: project.usersInvolved },
    { term: t("methodsUsed"), text: project.methodsUsed },
    { term: t("outcome"), text: project.outcome },
  ].filter((part) => part.text);
  return (
    <DescriptionList items={parts.map(({ term, text }) => ({ term, detail: <ProseText text={text} /> }))} />
  );
}
