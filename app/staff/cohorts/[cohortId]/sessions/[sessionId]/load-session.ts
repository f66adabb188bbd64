import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { isId } from "@/lib/core/ids";
import { getSession } from "@/lib/sessions/queries/get-session";
import { loadBoard } from "../../load-board";

/** The session of a staff page with its cohort, once a request: 404 where it is none of that cohort's. */
export const loadSessionPage = cache(async (cohortId: string, sessionId: string) => {
  const board = await loadBoard(cohortId);
  const session = isId(sessionId) ? await getSession(board.acting, sessionId) : null;
  if (session?.cohortId !== board.cohort.id) notFound();
  return { ...board, session };
});
