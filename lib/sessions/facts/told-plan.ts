import "server-only";
import type { ToldPlan } from "../rules/news";
import { whereabouts } from "../rules/whereabouts";

/** What a session's row says of its room, with its building, for those who are told of it. */
export const roomSelect = {
  select: { name: true, venue: { select: { name: true, address: true, city: true } } },
} as const;

/** When and where a session is, as people are told, out of its row. */
export function toldPlan(session: {
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly place: string | null;
  readonly link: string | null;
  readonly room: { name: string; venue: { name: string; address: string; city: string } } | null;
}): ToldPlan {
  const { startsAt, endsAt, link } = session;
  return { startsAt, endsAt, place: whereabouts(session), link: link ?? "" };
}
