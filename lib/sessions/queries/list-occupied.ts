import "server-only";
import { type Acting, organisationsAs } from "@/lib/auth/acting";
import { visibleCohorts } from "@/lib/auth/scope";
import { database } from "@/lib/db/client";
import { loadOccupied } from "../facts/load-occupied";

/** What is taken, as a preview in the browser needs it. `label` is empty for what another provider plans. */
export type OccupiedPreview = {
  readonly sessions: readonly {
    readonly id: string;
    readonly startsAt: string;
    readonly endsAt: string;
    readonly roomId: string | null;
    readonly facilitatorIds: readonly string[];
    readonly label: string;
  }[];
  readonly absences: readonly {
    readonly personId: string;
    readonly startsAt: string;
    readonly endsAt: string;
  }[];
};

/** What takes up the provider's rooms and a cohort's teaching team between two instants; nothing for a cohort out of reach. */
export async function listOccupied(
  acting: Acting,
  cohortId: string,
  from: Date,
  until: Date,
): Promise<OccupiedPreview> {
  const cohort = await database().cohort.findFirst({
    where: { AND: [{ id: cohortId }, visibleCohorts(acting)] },
    select: {
      facilitators: { select: { personId: true } },
      programmeVersion: { select: { programme: { select: { providerId: true } } } },
    },
  });
  if (!cohort) return { sessions: [], absences: [] };
  const own = organisationsAs(acting, "staff");
  const rooms = await database().room.findMany({
    where: { venue: { providerId: cohort.programmeVersion.programme.providerId } },
    select: { id: true },
  });
  const taken = await loadOccupied(database(), {
    roomIds: rooms.map(({ id }) => id),
    personIds: cohort.facilitators.map(({ personId }) => personId),
    from,
    until,
  });
  return {
    sessions: taken.sessions.map((session) => ({
      id: session.id,
      startsAt: session.startsAt.toISOString(),
      endsAt: session.endsAt.toISOString(),
      roomId: session.roomId,
      facilitatorIds: session.facilitatorIds,
      label: own.includes(session.providerId) ? `${session.theme} (${session.cohort})` : "",
    })),
    absences: taken.absences.map(({ personId, startsAt, endsAt }) => ({
      personId,
      startsAt: startsAt.toISOString(),
      endsAt: endsAt.toISOString(),
    })),
  };
}
