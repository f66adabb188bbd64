import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleApplications } from "@/lib/auth/scope";
import { civilDay } from "@/lib/core/dates";
import { database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { ApplicationState } from "@/lib/db/generated/enums";
import { namesSelect } from "@/lib/organisations/facts/names";
import { nameAt } from "@/lib/organisations/rules/name-at";
import { INBOX_PAGE, type InboxView, pageThatIs, type Tray, trays } from "../rules/inbox";

export type CohortApplicationRow = Awaited<ReturnType<typeof listCohortApplications>>["rows"][number];

function countIn(groups: readonly { state: ApplicationState; _count: number }[], tray: Tray): number {
  const states: readonly ApplicationState[] = trays[tray];
  return groups.filter((group) => states.includes(group.state)).reduce((sum, group) => sum + group._count, 0);
}

function matching({ search, role, trackId }: InboxView): Prisma.ApplicationWhereInput {
  const text = { contains: search, mode: "insensitive" } as const;
  return {
    ...(role ? { participantRole: role } : {}),
    ...(trackId ? { trackId } : {}),
    ...(search
      ? {
          OR: [
            { person: { name: text } },
            { person: { email: text } },
            { organisationOther: text },
            { organisation: { names: { some: { OR: [{ name: text }, { shortName: text }] } } } },
          ],
        }
      : {}),
  };
}

function ordering({ order, descending }: InboxView): Prisma.ApplicationOrderByWithRelationInput[] {
  const direction = descending ? "desc" : "asc";
  const by = {
    submitted: { submittedAt: direction },
    name: { person: { name: direction } },
    role: { participantRole: direction },
  } as const;
  return [by[order], { submittedAt: "asc" }, { id: "asc" }];
}

function readRows(where: Prisma.ApplicationWhereInput, view: InboxView, page: number) {
  return database().application.findMany({
    where,
    orderBy: ordering(view),
    skip: (page - 1) * INBOX_PAGE,
    take: INBOX_PAGE,
    select: {
      id: true,
      state: true,
      version: true,
      submittedAt: true,
      participantRole: true,
      organisationOther: true,
      personId: true,
      person: { select: { name: true } },
      organisation: {
        select: { names: namesSelect },
      },
      _count: { select: { notes: true } },
    },
  });
}

/**
 * One page of a tray of a cohort's inbox as `view` asks for it, how many match, and how many each tray holds. Drafts are nobody's but
 * the writer's. Three statements, however many there are.
 */
export async function listCohortApplications(acting: Acting, cohortId: string, view: InboxView, now: Date) {
  const scope = visibleApplications(acting);
  const handedIn = { cohortId, submittedAt: { not: null } };
  const where = { AND: [handedIn, { state: { in: [...trays[view.tray]] } }, matching(view), scope] };
  const [groups, total] = await Promise.all([
    database().application.groupBy({
      by: ["state"],
      where: { AND: [handedIn, { state: { not: "draft" } }, scope] },
      _count: true,
    }),
    database().application.count({ where }),
  ]);
  const page = pageThatIs(view.page, total);
  const rows = await readRows(where, view, page);
  const today = civilDay(now);
  return {
    page,
    total,
    counts: {
      todo: countIn(groups, "todo"),
      manager: countIn(groups, "manager"),
      queued: countIn(groups, "queued"),
      decided: countIn(groups, "decided"),
    },
    rows: rows.map(({ person, personId, organisation, organisationOther, _count, ...row }) => ({
      ...row,
      own: personId === acting.personId,
      notes: _count.notes,
      name: person.name,
      organisation: (organisation && nameAt(organisation.names, today)?.shortName) ?? organisationOther,
    })),
  };
}
