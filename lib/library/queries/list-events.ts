import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { presentName } from "@/lib/cohorts/queries/public-cohort-select";
import { database } from "@/lib/db/client";

/** Something to come to, like an innovation café. */
export type EventRow = {
  readonly id: string;
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly timeZone: string;
  readonly place: string;
  readonly link: string | null;
  readonly host: string;
};

const eventSelect = {
  id: true,
  slug: true,
  title: true,
  summary: true,
  startsAt: true,
  endsAt: true,
  timeZone: true,
  place: true,
  link: true,
  organisation: {
    select: { names: { select: { name: true, shortName: true, validFrom: true, validTo: true } } },
  },
} as const;

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

/** One event; null where there is none at this address. */
export async function getEvent(_acting: Acting, slug: string, now: Date): Promise<EventRow | null> {
  const event = await database().event.findUnique({ where: { slug }, select: eventSelect });
  if (!event) return null;
  const { organisation, ...rest } = event;
  return { ...rest, host: presentName(organisation.names, now) };
}
