import type { Metadata } from "next";
import { SessionPage } from "@/components/sessions/session-page";
import { listRooms } from "@/lib/sessions/queries/list-rooms";
import { loadSessionPage } from "./load-session";

type Props = { params: Promise<{ cohortId: string; sessionId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { cohortId, sessionId } = await params;
  const { cohort, session } = await loadSessionPage(cohortId, sessionId);
  return { title: `${session.theme}, ${cohort.name}` };
}

export default async function Page({ params }: Props) {
  const { cohortId, sessionId } = await params;
  const { acting, cohort, session, now } = await loadSessionPage(cohortId, sessionId);
  const venues = await listRooms(acting, cohort.providerId);
  return <SessionPage cohort={cohort} session={session} venues={venues} now={now} />;
}
