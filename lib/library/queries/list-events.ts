import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { presentName } from "@/lib/cohorts/facts/public-cohort";
import { database } from "@/lib/db/client";
import { type EventRow, eventSelect } from "../facts/event-row";

const MOST_EVENTS = 50;

/** Events that are not over, soonest first; and, for who looks back, the last ones that are. */
export async function listEvents(
  _acting: Acting,
  now: Date,
): Promise<{ upcoming: EventRow[]; past: EventRow[] }> {
  const [upcoming, past] = await Promise.all([
    database().event.findMany({
      where: { endsAt: { gt: now } },
      select: eventSelect,
      orderBy: { startsAt: "asc" },
      take: MOST_EVENTS,
    }),
    database().event.findMany({
      where: { endsAt: { lte: now } },
      select: eventSelect,
      orderBy: { startsAt: "desc" },
      take: 10,
    }),
  ]);
  const withHost = ({ organisation, ...event }: (typeof upcoming)[number]) => ({
    ...event,
    host: presentName(organisation.names, now),
  });
  return { upcoming: upcoming.map(withHost), past: past.map(withHost) };
}
