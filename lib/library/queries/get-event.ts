import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { presentName } from "@/lib/cohorts/facts/public-cohort";
import { database } from "@/lib/db/client";
import { type EventRow, eventSelect } from "../facts/event-row";

/** One event; null where there is none at this address. */
export async function getEvent(_acting: Acting, slug: string, now: Date): Promise<EventRow | null> {
  const event = await database().event.findUnique({ where: { slug }, select: eventSelect });
  if (!event) return null;
  const { organisation, ...rest } = event;
  return { ...rest, host: presentName(organisation.names, now) };
}
