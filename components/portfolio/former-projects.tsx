import { useTranslations } from "next-intl";
import { Section } from "@/components/ui/section";
import type { ProjectView } from "@/lib/portfolio/queries/get-project";
import { ProjectText } from "./project-text";

/** Projects that were abandoned and replaced: what was tried before. */
export function FormerProjects({ former }: { former: readonly ProjectView[] }) {
  const t = useTranslations("observations.project");
  if (former.length === 0) return null;
  return (
    <Section title={t("former")}>
      <ul className="grid gap-4">
        {former.map((project) => (
          <li key={project.id}>
            <details className="border-t border-line py-1">
              <summary className="flex min-h-target items-center font-medium text-accent">
                {project.title}
              </summary>
              <div className="pt-3 pb-5">
                <ProjectText project={project} />
              </div>
            </details>
          </li>
        ))}
      </ul>
    </Section>
  );
}
