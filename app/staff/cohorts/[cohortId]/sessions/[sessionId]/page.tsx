import type { Metadata } from "next";
import { SessionAnswers } from "@/components/calendar/session-answers";
import { PrintLinks } from "@/components/lists/print-links";
import { SessionPage } from "@/components/sessions/session-page";
import { listSessionAnswers } from "@/lib/calendar/queries/list-session-answers";
import { listSessionMaterials } from "@/lib/materials/queries/list-session-materials";
import { listClashes } from "@/lib/sessions/queries/list-clashes";
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
  const [venues, answers, materials, clashes] = await Promise.all([
    listRooms(acting, [cohort.providerId]),
    listSessionAnswers(acting, session.id),
    listSessionMaterials(acting, session.id),
    listClashes(acting, session.id, now),
  ]);
  return (
    <>
      <PrintLinks cohortId={cohort.id} sessionId={session.id} only="sign-in" />
      <SessionPage
        cohort={cohort}
        session={session}
        venues={venues}
        materials={materials}
        clashes={clashes}
        now={now}
      />
      <SessionAnswers answers={answers} />
    </>
  );
}
