import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ApprovalQuestion } from "@/components/applications/approval-question";
import { getApproval } from "@/lib/applications/queries/get-approval";
import { requireActor } from "@/lib/auth/actor";
import { settings } from "@/lib/core/env";

type Props = { params: Promise<{ token: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("applications");
  return { title: t("approve.pageTitle"), robots: { index: false, follow: false } };
}

export default async function Page({ params }: Props) {
  const acting = await requireActor("approval.answer");
  const { token } = await params;
  const question = await getApproval(acting, decodeURIComponent(token), settings().secret, new Date());
  if (!question) notFound();
  return <ApprovalQuestion question={question} token={token} />;
}
