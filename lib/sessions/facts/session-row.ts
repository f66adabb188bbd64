import "server-only";
import type { SessionFormat, SessionState } from "@/lib/db/generated/enums";
import { whereabouts } from "../rules/whereabouts";

/** A session in the plan of a cohort. */
export type SessionRow = {
  readonly id: string;
  readonly cohortId: string;
  readonly version: number;
  readonly state: SessionState;
  readonly theme: string;
  readonly format: SessionFormat;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly timeZone: string;
  readonly where: string;
  readonly link: string | null;
  readonly city: string;
  readonly facilitators: readonly { id: string; name: string }[];
};

/** What a list of sessions reads. */
export const sessionRowSelect = {
  id: true,
  cohortId: true,
  version: true,
  state: true,
  theme: true,
  format: true,
  startsAt: true,
  endsAt: true,
  timeZone: true,
  place: true,
  link: true,
  room: { select: { name: true, venue: { select: { name: true, city: true } } } },
  cohort: { select: { name: true, city: true, state: true } },
  facilitators: { select: { person: { select: { id: true, name: true } } } },
} as const;

type Raw = {
  place: string | null;
  room: { name: string; venue: { name: string; city: string } } | null;
  cohort: { name: string; city: string };
  facilitators: { person: { id: string; name: string } }[];
};

/** A row of the plan out of a row of the database. */
export function toSessionRow<T extends Raw>({ place, room, cohort, facilitators, ...session }: T) {
  return {
    ...session,
    where: whereabouts({ place, room }),
    city: room?.venue.city ?? cohort.city,
    facilitators: facilitators.map((each) => each.person),
  };
}
