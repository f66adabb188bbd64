import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { MyProject } from "@/components/portfolio/my-project";
import { ProjectStateTag } from "@/components/portfolio/project-state";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { isId } from "@/lib/core/ids";
import { formatDate } from "@/lib/i18n/format";
import { getProject } from "@/lib/portfolio/queries/get-project";

type Props = { params: Promise<{ enrolmentId: string }> };

async function load({ params }: Props) {
  const acting = await requireActor("my.view");
  const { enrolmentId } = await params;
  return (isId(enrolmentId) ? await getProject(acting, enrolmentId) : null) ?? notFound();
}

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("observations.project"))("title") };
}

export default async function MyProjectPage(props: Props) {
  const page = await load(props);
  const t = await getTranslations("observations.project");
  const updated = page.project && formatDate(page.project.updatedAt, await getLocale(), page.timeZone);
  return (
    <>
      <PageHeader
        kicker={page.cohort}
        title={page.project?.title ?? t("title")}
        lead={page.project ? undefined : t("lead")}
        meta={
          page.project && updated ? (
            <>
              <ProjectStateTag state={page.project.state} />
              <span className="text-sm text-muted">{t("updated", { date: updated })}</span>
            </>
          ) : null
        }
      />
      <MyProject page={page} />
    </>
  );
}
