import "server-only";
import { taughtCohorts, taughtPeople } from "@/lib/attendance/facts/taught-cohorts";
import type { Acting } from "@/lib/auth/acting";
import { database } from "@/lib/db/client";

/** How many projects wait for somebody to agree, in all the cohorts that the acting person teaches. */
export function countProposedProjects(acting: Acting): Promise<number> {
  return database().practiceProject.count({
    where: { state: "proposed", enrolment: { ...taughtPeople, cohort: taughtCohorts(acting) } },
  });
}
