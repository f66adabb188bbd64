import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { CancelSessionPage } from "@/components/sessions/cancel-session-page";
import { decideEditingSession } from "@/lib/sessions/rules/planning";
import { loadSessionPage } from "../load-session";

type Props = { params: Promise<{ cohortId: string; sessionId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { cohortId, sessionId } = await params;
  const t = await getTranslations("cohorts");
  const { session } = await loadSessionPage(cohortId, sessionId);
  return { title: t("session.cancelQuestion", { theme: session.theme }) };
}

export default async function Page({ params }: Props) {
  const { cohortId, sessionId } = await params;
  const { cohort, session } = await loadSessionPage(cohortId, sessionId);
  if (!decideEditingSession(session.cohortState, session.state).ok) notFound();
  return <CancelSessionPage cohort={cohort} session={session} />;
}
