import "server-only";
import { visibleCohorts } from "@/lib/auth/scope";
import type { Work } from "@/lib/auth/work";
import { decideEditing } from "@/lib/cohorts/rules/planning";
import { endOfDay } from "@/lib/core/dates";
import { insist, RefusalError, refuse } from "@/lib/core/decision";
import { decideClass, decideKeeping, type HeldSeat } from "../rules/keeping";
import type { Belonging } from "../rules/seat-class";
import { lockCohort } from "./lock-cohort";
import { offerFreeSeats } from "./offer-free-seats";

/** What staff say of a class of seats: for whom, how many, and the last day on which they are kept (null: until it begins). */
export type ClassContent = Belonging & { readonly seats: number; readonly releasesOn: string | null };

/** A cohort whose seats staff keep, with its state; null where there is none for them. */
export async function loadCohortSeats(work: Work, cohortId: string) {
  const cohort = await work.tx.cohort.findFirst({
    where: { AND: [{ id: cohortId }, visibleCohorts(work.acting)] },
    select: {
      id: true,
      programmeVersion: {
        select: { tracks: { select: { id: true } }, programme: { select: { providerId: true } } },
      },
    },
  });
  if (!cohort) return null;
  const locked = await lockCohort(work, cohort.id);
  const { tracks, programme } = cohort.programmeVersion;
  return { ...locked, providerId: programme.providerId, trackIds: tracks.map((track) => track.id) };
}

export type CohortSeatsToKeep = NonNullable<Awaited<ReturnType<typeof loadCohortSeats>>>;

/** A class of seats that is not released, with its cohort locked; null where there is none for the acting person. */
export async function loadSeatClass(work: Work, seatClassId: string) {
  const select = { id: true, version: true, cohortId: true, organisationId: true, trackId: true } as const;
  const where = { id: seatClassId, releasedAt: null, cohort: visibleCohorts(work.acting) };
  const found = await work.tx.seatClass.findFirst({ where, select });
  const cohort = found && (await loadCohortSeats(work, found.cohortId));
  const seatClass = cohort && (await work.tx.seatClass.findFirst({ where, select }));
  return seatClass && { ...seatClass, cohort, providerId: cohort.providerId };
}

export type LoadedSeatClass = NonNullable<Awaited<ReturnType<typeof loadSeatClass>>>;

/** Who has the taken seats, by an enrolment or by a live offer. */
async function heldSeats(work: Work, cohortId: string): Promise<HeldSeat[]> {
  const belonging = { organisationId: true, trackId: true } as const;
  const seats = await work.tx.seat.findMany({
    where: { cohortId },
    select: {
      number: true,
      enrolment: { select: belonging },
      waitlistEntry: { select: { application: { select: belonging } } },
    },
  });
  return seats.flatMap(({ number, enrolment, waitlistEntry }) => {
    const holder = enrolment ?? waitlistEntry?.application;
    return holder ? [{ number, ...holder }] : [];
  });
}

async function keepNumbers(
  work: Work,
  cohort: CohortSeatsToKeep,
  seatClassId: string,
  who: Belonging,
  seats: number,
): Promise<number[]> {
  const numbers = insist(decideKeeping({ ...cohort, held: await heldSeats(work, cohort.id) }, who, seats));
  await work.tx.keptSeat.createMany({
    data: numbers.map((number) => ({ cohortId: cohort.id, number, seatClassId })),
  });
  return numbers;
}

function checked(work: Work, cohort: CohortSeatsToKeep, content: ClassContent): Date | null {
  insist(decideEditing(cohort.cohortState));
  if (content.trackId !== null && !cohort.trackIds.includes(content.trackId))
    throw new RefusalError(refuse("notFound", undefined, "trackId").refusal);
  const releasesAt = content.releasesOn === null ? null : endOfDay(content.releasesOn, cohort.timeZone);
  insist(decideClass(content, releasesAt, work.now));
  return releasesAt;
}

/** Keeps seats of a cohort for an organisation, a track or one of the other; returns the class's id. */
export async function keepSeats(
  work: Work,
  cohort: CohortSeatsToKeep,
  content: ClassContent,
): Promise<string> {
  const releasesAt = checked(work, cohort, content);
  const { organisationId, trackId } = content;
  const { id } = await work.tx.seatClass.create({
    data: { cohortId: cohort.id, organisationId, trackId, releasesAt, createdAt: work.now },
    select: { id: true },
  });
  const numbers = await keepNumbers(work, cohort, id, content, content.seats);
  await work.audit({
    stream: `cohort:${cohort.id}`,
    action: "seatClass.kept",
    entity: "seatClass",
    entityId: id,
    detail: { organisationId, trackId, numbers, releasesAt: releasesAt?.toISOString() ?? null },
  });
  return id;
}

/** Changes how many seats a class has and until when. Seats that it no longer has go to whoever waits. */
export async function changeKeptSeats(
  work: Work,
  seatClass: LoadedSeatClass,
  version: number,
  { seats, releasesOn }: Pick<ClassContent, "seats" | "releasesOn">,
): Promise<void> {
  const { cohort, organisationId, trackId } = seatClass;
  const releasesAt = checked(work, cohort, { organisationId, trackId, seats, releasesOn });
  const { count } = await work.tx.seatClass.updateMany({
    where: { id: seatClass.id, version, releasedAt: null },
    data: { version: { increment: 1 }, releasesAt },
  });
  if (count === 0) throw new RefusalError({ code: "conflict" });
  await work.tx.keptSeat.deleteMany({ where: { seatClassId: seatClass.id } });
  const anew = await lockCohort(work, cohort.id);
  const numbers = await keepNumbers(work, { ...cohort, ...anew }, seatClass.id, seatClass, seats);
  await work.audit({
    stream: `cohort:${cohort.id}`,
    action: "seatClass.changed",
    entity: "seatClass",
    entityId: seatClass.id,
    detail: { numbers, releasesAt: releasesAt?.toISOString() ?? null },
  });
  await offerFreeSeats(work, cohort.id);
}
