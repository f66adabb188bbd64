import "server-only";
import { publicCohorts } from "@/lib/auth/scope";
import { civilDay, dayOf } from "@/lib/core/dates";
import type { Prisma } from "@/lib/db/generated/client";
import type { Audience, CohortState, Locale } from "@/lib/db/generated/enums";
import { freeKeptSeats, freeSeatsSelect } from "@/lib/enrolments/facts/kept-seats";
import { namesSelect } from "@/lib/organisations/facts/names";
import {
  type NamePeriod,
  type NameThenAndNow,
  nameAt,
  nameThenAndNow,
} from "@/lib/organisations/rules/name-at";
import { type PublicPhase, publicPhase, seatsLeft } from "../rules/phase";

const names = {
  select: { names: namesSelect },
};

/** The catalogue holds what is still to come or under way; a completed cohort has its page, but is no longer offered. */
export const offeredCohorts: Prisma.CohortWhereInput = {
  AND: [publicCohorts, { state: { in: ["open", "closed", "running"] } }],
};

/** What the catalogue shows of a cohort. Seats and queue are counted in the same statement. */
export const publicCohortSelect = {
  ...freeSeatsSelect,
  slug: true,
  name: true,
  state: true,
  city: true,
  startsOn: true,
  endsOn: true,
  timeZone: true,
  capacity: true,
  applicationDeadline: true,
  _count: { select: { seats: true, waitlist: { where: { state: { in: ["waiting", "offered"] } } } } },
  programmeVersion: {
    select: {
      title: true,
      summary: true,
      language: true,
      priceMinor: true,
      currency: true,
      tracks: { select: { audience: true } },
      certifyingBody: names,
      programme: { select: { slug: true, provider: names } },
    },
  },
} satisfies Prisma.CohortSelect;

type Row = Prisma.CohortGetPayload<{ select: typeof publicCohortSelect }>;

/** A cohort in the catalogue. Days are `YYYY-MM-DD`, amounts in minor units. */
export type PublicCohort = {
  readonly slug: string;
  readonly name: string;
  readonly state: CohortState;
  readonly phase: PublicPhase;
  readonly programmeSlug: string;
  readonly title: string;
  readonly summary: string;
  readonly language: Locale;
  readonly audiences: readonly Audience[];
  readonly city: string;
  readonly startsOn: string;
  readonly endsOn: string;
  readonly timeZone: string;
  readonly deadline: Date;
  readonly capacity: number;
  /** Free for anybody. */
  readonly seatsLeft: number;
  /** Free, but kept for organisations or tracks. */
  readonly seatsKept: number;
  /** The instant from which the first of those are for anybody; null where they are kept until the cohort begins. */
  readonly keptUntil: Date | null;
  /** How many wait or hold an offer. */
  readonly queue: number;
  readonly priceMinor: number | null;
  readonly currency: string;
  readonly provider: string;
  /** Who certifies, as named on the first day and as named today; null where the programme does not certify. */
  readonly certifier: NameThenAndNow | null;
};

/** The short name of a body today. */
export function presentName(periods: readonly NamePeriod[], now: Date): string {
  return nameAt(periods, civilDay(now))?.shortName ?? "";
}

function firstRelease(kept: ReturnType<typeof freeKeptSeats>): Date | null {
  const times = kept.flatMap(({ seatClass }) => seatClass.releasesAt?.getTime() ?? []);
  return times.length > 0 ? new Date(Math.min(...times)) : null;
}

/** A row of the catalogue out of a row of the database. */
export function toPublicCohort(row: Row, now: Date): PublicCohort {
  const { programmeVersion: version, _count, startsOn, endsOn, applicationDeadline, ...rest } = row;
  const { seats, keptSeats, ...cohort } = rest;
  const kept = freeKeptSeats({ seats, keptSeats }, now);
  const left = seatsLeft(cohort.capacity, _count.seats, kept.length);
  const firstDay = startsOn.toISOString().slice(0, 10);
  const today = dayOf(now, cohort.timeZone);
  return {
    ...cohort,
    phase: publicPhase({ state: cohort.state, applicationDeadline, seatsLeft: left }, now),
    programmeSlug: version.programme.slug,
    title: version.title,
    summary: version.summary,
    language: version.language,
    audiences: [...new Set(version.tracks.map((track) => track.audience))],
    startsOn: firstDay,
    endsOn: endsOn.toISOString().slice(0, 10),
    deadline: applicationDeadline,
    seatsLeft: left,
    seatsKept: kept.length,
    keptUntil: firstRelease(kept),
    queue: _count.waitlist,
    priceMinor: version.priceMinor,
    currency: version.currency,
    provider: presentName(version.programme.provider.names, now),
    certifier: version.certifyingBody && nameThenAndNow(version.certifyingBody.names, firstDay, today),
  };
}
