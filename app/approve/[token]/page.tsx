import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ApprovalQuestion } from "@/components/applications/approval-question";
import { ForwardedApproval } from "@/components/applications/forwarded-approval";
import { getApproval } from "@/lib/applications/queries/get-approval";
import { getForwardedApproval } from "@/lib/applications/queries/get-forwarded-approval";
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
  const given = decodeURIComponent(token);
  const { secret } = settings();
  const question = await getApproval(acting, given, secret, new Date());
  if (question) return <ApprovalQuestion question={question} token={token} />;
  const forward = await getForwardedApproval(acting, given, secret);
  if (!forward) notFound();
  return <ForwardedApproval forward={forward} />;
}
