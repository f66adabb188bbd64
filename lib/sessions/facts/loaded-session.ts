import "server-only";
import type { Prisma } from "@/lib/db/generated/client";
import { obligationsSelect } from "./obligations";
import { roomSelect } from "./told-plan";

/** What actions on a session read of it. */
export const loadedSession = {
  id: true,
  cohortId: true,
  position: true,
  state: true,
  version: true,
  theme: true,
  startsAt: true,
  endsAt: true,
  roomId: true,
  place: true,
  link: true,
  timeZone: true,
  sequence: true,
  icalUid: true,
  startsLocal: true,
  endsLocal: true,
  room: roomSelect,
  facilitators: { select: { personId: true } },
  obligations: obligationsSelect,
  cohort: {
    select: {
      state: true,
      name: true,
      startsOn: true,
      endsOn: true,
      facilitators: { select: { personId: true } },
      programmeVersion: {
        select: { id: true, programme: { select: { providerId: true } } },
      },
    },
  },
} as const satisfies Prisma.SessionSelect;

/** A session as actions and previews know it. */
export type ReadSession = Prisma.SessionGetPayload<{ select: typeof loadedSession }>;

/** A session that an action has locked, with the provider it belongs to. */
export type LoadedSession = ReadSession & { readonly providerId: string };
