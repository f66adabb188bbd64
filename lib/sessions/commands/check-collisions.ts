import "server-only";
import { type Acting, organisationsAs } from "@/lib/auth/acting";
import type { Work } from "@/lib/auth/work";
import { wallTimeOf } from "@/lib/core/dates";
import { insist, type Refusal, refuse } from "@/lib/core/decision";

/** What a session wants to occupy. */
export type Wanted = {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly roomId: string | null;
  readonly facilitatorIds: readonly string[];
  /** The session itself, where it is moved. */
  readonly sessionId: string | null;
};

const otherSession = {
  theme: true,
  startsAt: true,
  endsAt: true,
  timeZone: true,
  cohort: {
    select: { name: true, programmeVersion: { select: { programme: { select: { providerId: true } } } } },
  },
} as const;

type Other = {
  theme: string;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  cohort: { name: string; programmeVersion: { programme: { providerId: string } } };
};

/** The refusal's values. Of another provider's plan only the time is told, which whoever plans has to know. */
function whatCollides(acting: Acting, other: Other): NonNullable<Refusal["params"]> {
  const own = organisationsAs(acting, "staff").includes(other.cohort.programmeVersion.programme.providerId);
  const starts = wallTimeOf(other.startsAt, other.timeZone);
  return {
    day: starts.slice(0, 10),
    from: starts.slice(11),
    to: wallTimeOf(other.endsAt, other.timeZone).slice(11),
    own: own ? "yes" : "no",
    theme: own ? other.theme : "",
    cohort: own ? other.cohort.name : "",
  };
}

/**
 * Refuses what would collide, naming what it collides with: `session.roomBusyWith`, `session.facilitatorBusyWith`. Two
 * plans at the same instant both pass here; then the database lets one through (session_room_once, session_facilitator_once).
 */
export async function checkCollisions(work: Work, wanted: Wanted): Promise<void> {
  const overlap = { startsAt: { lt: wanted.endsAt }, endsAt: { gt: wanted.startsAt } };
  const notItself = wanted.sessionId ? { id: { not: wanted.sessionId } } : {};
  if (wanted.roomId) {
    const other = await work.tx.session.findFirst({
      where: { roomId: wanted.roomId, state: { not: "cancelled" }, ...overlap, ...notItself },
      select: { ...otherSession, room: { select: { name: true, venue: { select: { name: true } } } } },
    });
    if (other) {
      const room = other.room ? `${other.room.venue.name}, ${other.room.name}` : "";
      insist(refuse("session.roomBusyWith", { room, ...whatCollides(work.acting, other) }, "roomId"));
    }
  }
  const busy = await work.tx.sessionFacilitator.findFirst({
    where: {
      personId: { in: [...wanted.facilitatorIds] },
      isLive: true,
      ...overlap,
      ...(wanted.sessionId ? { sessionId: { not: wanted.sessionId } } : {}),
    },
    select: { person: { select: { name: true } }, session: { select: otherSession } },
  });
  if (busy)
    insist(
      refuse(
        "session.facilitatorBusyWith",
        { person: busy.person.name, ...whatCollides(work.acting, busy.session) },
        "facilitatorIds",
      ),
    );
}
