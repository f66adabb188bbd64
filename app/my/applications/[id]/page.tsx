import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ApplicationStatus } from "@/components/applications/application-status";
import { getMyApplication } from "@/lib/applications/queries/get-my-application";
import { requireActor } from "@/lib/auth/actor";
import { isId } from "@/lib/core/ids";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("applications");
  return { title: t("status.pageTitle") };
}

export default async function Page({ params }: Props) {
  const acting = await requireActor("application.write");
  const { id } = await params;
  const application = isId(id) ? await getMyApplication(acting, id, new Date()) : null;
  if (!application) notFound();
  return <ApplicationStatus application={application} />;
}
