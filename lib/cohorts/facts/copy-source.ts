import "server-only";
import type { Prisma } from "@/lib/db/generated/client";
import { obligationsSelect } from "@/lib/sessions/facts/obligations";

/** What of a cohort is repeated. */
export const copySource = {
  id: true,
  name: true,
  city: true,
  capacity: true,
  offerHours: true,
  timeZone: true,
  startsOn: true,
  endsOn: true,
  applicationDeadline: true,
  agreementId: true,
  agreement: { select: { kind: true, state: true } },
  programmeVersion: {
    select: {
      id: true,
      tracks: { select: { id: true, name: true, audience: true } },
      programme: {
        select: {
          id: true,
          providerId: true,
          versions: {
            where: { state: "published" },
            select: {
              id: true,
              number: true,
              title: true,
              tracks: { select: { id: true, name: true, audience: true } },
            },
          },
        },
      },
    },
  },
  facilitators: {
    select: { personId: true, isLead: true, person: { select: { name: true } } },
    orderBy: [{ isLead: "desc" }, { person: { name: "asc" } }],
  },
  sessions: {
    where: { state: { not: "cancelled" } },
    select: {
      id: true,
      theme: true,
      description: true,
      format: true,
      contentOpen: true,
      startsLocal: true,
      endsLocal: true,
      startsAt: true,
      roomId: true,
      room: { select: { name: true, venue: { select: { name: true } } } },
      place: true,
      link: true,
      facilitators: { select: { personId: true, person: { select: { name: true } } } },
      obligations: obligationsSelect,
      materials: { select: { phase: true, title: true, link: true, fileId: true, note: true } },
    },
    orderBy: { startsAt: "asc" },
  },
} as const satisfies Prisma.CohortSelect;

/** A cohort as it is read to be repeated. */
export type CopySource = Prisma.CohortGetPayload<{ select: typeof copySource }>;
