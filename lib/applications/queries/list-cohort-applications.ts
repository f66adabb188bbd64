import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleApplications } from "@/lib/auth/scope";
import { database } from "@/lib/db/client";
import type { ApplicationState } from "@/lib/db/generated/enums";
import { nameAt } from "@/lib/organisations/rules/name-at";
import { type Tray, trays } from "../rules/inbox";

export type CohortApplicationRow = Awaited<ReturnType<typeof listCohortApplications>>["rows"][number];

function countIn(groups: readonly { state: ApplicationState; _count: number }[], tray: Tray): number {
  const states: readonly ApplicationState[] = trays[tray];
  return groups.filter((group) => states.includes(group.state)).reduce((sum, group) => sum + group._count, 0);
}

/** The applications of one tray of a cohort's inbox, the oldest first, and how many each tray holds. Drafts are nobody's but the writer's. */
export async function listCohortApplications(acting: Acting, cohortId: string, tray: Tray, now: Date) {
  const scope = visibleApplications(acting);
  const [groups, rows] = await Promise.all([
    database().application.groupBy({
      by: ["state"],
      where: { AND: [{ cohortId, state: { not: "draft" }, submittedAt: { not: null } }, scope] },
      _count: true,
    }),
    database().application.findMany({
      where: { AND: [{ cohortId, submittedAt: { not: null }, state: { in: [...trays[tray]] } }, scope] },
      orderBy: [{ submittedAt: "asc" }, { id: "asc" }],
      select: {
        id: true,
        state: true,
        version: true,
        submittedAt: true,
        participantRole: true,
        organisationOther: true,
        person: { select: { name: true } },
        organisation: {
          select: { names: { select: { name: true, shortName: true, validFrom: true, validTo: true } } },
        },
      },
    }),
  ]);
  const today = now.toISOString().slice(0, 10);
  return {
    counts: {
      todo: countIn(groups, "todo"),
      manager: countIn(groups, "manager"),
      queued: countIn(groups, "queued"),
      decided: countIn(groups, "decided"),
    },
    rows: rows.map(({ person, organisation, organisationOther, ...row }) => ({
      ...row,
      name: person.name,
      organisation: (organisation && nameAt(organisation.names, today)?.shortName) ?? organisationOther,
    })),
  };
}
