import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleCohorts } from "@/lib/auth/scope";
import { civilDay } from "@/lib/core/dates";
import { database } from "@/lib/db/client";
import { namesSelect } from "@/lib/organisations/facts/names";
import { nameAt } from "@/lib/organisations/rules/name-at";
import { byTurn } from "../rules/queue";

export type WaitlistRow = Awaited<ReturnType<typeof listWaitlist>>["waiting"][number];

/** A cohort's queue: live offers first, then who waits in the order of their turn, then who is out of it, the last first. */
export async function listWaitlist(acting: Acting, cohortId: string, now: Date) {
  const rows = await database().waitlistEntry.findMany({
    where: { cohortId, cohort: visibleCohorts(acting) },
    orderBy: { position: "asc" },
    select: {
      id: true,
      version: true,
      position: true,
      state: true,
      joinedAt: true,
      offeredAt: true,
      offerExpiresAt: true,
      answeredAt: true,
      advancedAt: true,
      advanceReason: true,
      advancedBy: { select: { name: true } },
      seat: { select: { number: true } },
      application: {
        select: {
          id: true,
          personId: true,
          participantRole: true,
          organisationOther: true,
          person: { select: { name: true } },
          organisation: {
            select: { names: namesSelect },
          },
        },
      },
    },
  });
  const today = civilDay(now);
  const entries = rows.map(({ application, advancedBy, seat, ...row }) => ({
    ...row,
    applicationId: application.id,
    own: application.personId === acting.personId,
    role: application.participantRole,
    name: application.person.name,
    organisation:
      (application.organisation && nameAt(application.organisation.names, today)?.shortName) ??
      application.organisationOther,
    advancedBy: advancedBy?.name ?? null,
    seat: seat?.number ?? null,
  }));
  return {
    offered: entries.filter((entry) => entry.state === "offered"),
    waiting: entries.filter((entry) => entry.state === "waiting").sort(byTurn),
    out: entries.filter((entry) => entry.state !== "offered" && entry.state !== "waiting").reverse(),
  };
}
