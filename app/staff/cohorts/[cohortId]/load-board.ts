import "server-only";
import { notFound } from "next/navigation";
import { cache } from "react";
import { requireActor } from "@/lib/auth/actor";
import { getCohortBoard } from "@/lib/cohorts/queries/get-cohort-board";
import { isId } from "@/lib/core/ids";

/** The cohort of a staff page, once a request: 404 where there is none for the person who asks. */
export const loadBoard = cache(async (cohortId: string) => {
  const acting = await requireActor("cohort.manage");
  const now = new Date();
  const cohort = isId(cohortId) ? await getCohortBoard(acting, cohortId, now) : null;
  if (!cohort) notFound();
  return { acting, cohort, now };
});
