import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { InvitationQuestion } from "@/components/calendar/invitation-question";
import { requireActor } from "@/lib/auth/actor";
import { getInvitation } from "@/lib/calendar/queries/get-invitation";
import { decideAnswering } from "@/lib/calendar/rules/answering";
import { settings } from "@/lib/core/env";

type Props = { params: Promise<{ token: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("calendar");
  return { title: t("answer.pageTitle"), robots: { index: false, follow: false } };
}

export default async function InvitationPage({ params }: Props) {
  const acting = await requireActor("invitation.answer");
  const token = decodeURIComponent((await params).token);
  const invitation = await getInvitation(acting, token, settings().secret);
  if (!invitation) notFound();
  const answerable = decideAnswering(invitation, new Date()).ok;
  return <InvitationQuestion invitation={invitation} token={token} answerable={answerable} />;
}
