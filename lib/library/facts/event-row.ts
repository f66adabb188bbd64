import "server-only";
import { namesSelect } from "@/lib/organisations/facts/names";

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

/** What is read of an event. */
export const eventSelect = {
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
    select: { names: namesSelect },
  },
} as const;
