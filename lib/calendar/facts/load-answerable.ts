import "server-only";
import type { Db, Transaction } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { UNDER_WAY_OR_COMPLETED } from "@/lib/enrolments/rules/transitions";
import { whereabouts } from "@/lib/sessions/rules/whereabouts";

/** A session or visit that somebody was invited to, as answering it needs it. */
export type AnswerableThing = {
  readonly kind: "session" | "visit";
  readonly id: string;
  readonly cohortId: string;
  readonly personId: string;
  readonly title: string;
  readonly cohort: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly timeZone: string;
  readonly place: string;
  readonly sequence: number;
  /** The SEQUENCE at which time and place were last changed. */
  readonly placedSequence: number;
  readonly cancelled: boolean;
};

/** By its id, out of a link, or by its UID, out of a mail. */
export type ThingKey = { readonly id: string } | { readonly icalUid: string };

const seat = (personId: string): Prisma.EnrolmentWhereInput => ({
  personId,
  state: { in: [...UNDER_WAY_OR_COMPLETED] },
});

async function session(
  db: Db | Transaction,
  key: ThingKey,
  personId: string,
): Promise<AnswerableThing | null> {
  const found = await db.session.findFirst({
    where: {
      ...key,
      OR: [{ facilitators: { some: { personId } } }, { cohort: { enrolments: { some: seat(personId) } } }],
    },
    select: {
      id: true,
      cohortId: true,
      theme: true,
      startsAt: true,
      endsAt: true,
      timeZone: true,
      sequence: true,
      placedSequence: true,
      state: true,
      place: true,
      link: true,
      room: { select: { name: true, venue: { select: { name: true, address: true, city: true } } } },
      cohort: { select: { name: true } },
    },
  });
  if (!found) return null;
  const { theme, state, cohort, room: _room, link, ...rest } = found;
  return {
    ...rest,
    kind: "session",
    personId,
    title: theme,
    cohort: cohort.name,
    place: whereabouts(found) || (link ?? ""),
    cancelled: state === "cancelled",
  };
}

async function visit(db: Db | Transaction, key: ThingKey, personId: string): Promise<AnswerableThing | null> {
  const found = await db.observationVisit.findFirst({
    where: {
      ...key,
      OR: [{ enrolment: { personId } }, { assessorId: personId }, { pair: { is: { secondId: personId } } }],
    },
    select: {
      id: true,
      startsAt: true,
      endsAt: true,
      timeZone: true,
      sequence: true,
      state: true,
      place: true,
      assessor: { select: { name: true } },
      enrolment: { select: { cohortId: true, cohort: { select: { name: true } } } },
    },
  });
  if (!found) return null;
  const { assessor, enrolment, state, ...rest } = found;
  return {
    ...rest,
    kind: "visit",
    placedSequence: rest.sequence,
    personId,
    cohortId: enrolment.cohortId,
    title: assessor.name,
    cohort: enrolment.cohort.name,
    cancelled: state === "cancelled",
  };
}

/** The session or visit of a key, if this person is invited to it: by a seat, by facilitating, by a visit to or of theirs. */
export async function loadAnswerable(
  db: Db | Transaction,
  key: ThingKey,
  personId: string,
): Promise<AnswerableThing | null> {
  return (await session(db, key, personId)) ?? (await visit(db, key, personId));
}

/** The thing and the person in the id of a signed link (lib/core/signed-link.ts, `pairId`); null where it holds no two. */
export function partsOfPair(id: string | null): { thingId: string; personId: string } | null {
  const [thingId, personId] = id?.split("~") ?? [];
  return thingId && personId ? { thingId, personId } : null;
}
