import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { AuthoriseForm } from "@/components/certify/authorise-form";
import { PageHeader } from "@/components/ui/page-header";
import { requireActor } from "@/lib/auth/actor";
import { listAssessors } from "@/lib/frameworks/queries/list-assessors";

type Props = { params: Promise<{ personId: string }> };

async function load({ params }: Props) {
  const acting = await requireActor("assessor.authorise");
  const { personId } = await params;
  const now = new Date();
  const register = await listAssessors(acting, await getLocale(), now);
  const assessor = register.assessors.find((each) => each.id === personId) ?? notFound();
  return { assessor, versions: register.versions, now, own: acting.personId === personId };
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  return { title: (await load(props)).assessor.name };
}

export default async function AssessorPage(props: Props) {
  const { assessor, versions, now, own } = await load(props);
  const t = await getTranslations("certify.assessors");
  return (
    <>
      <PageHeader
        title={assessor.name}
        crumbs={[{ label: t("title"), href: "/certify/assessors" }]}
        lead={t("oneLead")}
      />
      <div className="grid gap-6">
        {versions.map((version) => (
          <AuthoriseForm key={version.id} assessor={assessor} version={version} now={now} own={own} />
        ))}
      </div>
    </>
  );
}
