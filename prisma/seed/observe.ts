import type { ObservationState, Rating, VisitState } from "../../lib/db/generated/enums.ts";
import { contentHash } from "../../lib/observations/rules/content.ts";
import { responseDeadline } from "../../lib/observations/rules/response.ts";
import { advance } from "./advance.ts";
import { at, COPENHAGEN, dateOf, day, idOf, type Seed, workday } from "./base.ts";
import { enrolmentId } from "./enrol.ts";
import { criterionId } from "./framework.ts";
import { evidenceOf, interpretationOf, RESPONSE, seenOf, situationOf } from "./observation-texts.ts";
import { type OrganisationKey, organisationId } from "./organisations.ts";
import { personId } from "./people.ts";
import { type BesidePhoto, keepPhoto, type Photo } from "./photos.ts";

const LETTERS: Readonly<Record<string, Rating>> = {
  R: "reached",
  P: "partly",
  N: "not_reached",
  S: "not_seen",
};

/** One occasion on which an assessor saw a participant at work. */
export type Seen = {
  readonly person: string;
  readonly assessor: string;
  /** A calendar day, or days from now. */
  readonly on: number | string;
  readonly at: OrganisationKey;
  readonly state: ObservationState;
  /** A letter a criterion in order: R reached, P partly, N not reached, S not seen, `.` not rated yet (a draft's). */
  readonly ratings: string;
  /** A locked one was answered unless it lapsed. */
  readonly lapsed?: boolean;
  /** What was photographed there. */
  readonly photo?: Photo;
  /** Corrects the observation of this person by this assessor on this day. */
  readonly amends?: { readonly on: number | string; readonly reason: string };
};

/** The id of an observation: who was seen, by whom, when. */
export function observationId(cohortId: string, seen: Pick<Seen, "person" | "assessor" | "on">): string {
  return idOf(`observation ${cohortId} ${seen.person} ${seen.assessor} ${seen.on}`);
}

/** Writes observations with their visits and ratings, each taken to its state; of a draft only what is noted so far. */
export async function seedObservations(
  seed: Seed,
  cohortId: string,
  frameworkVersion: number,
  occasions: readonly Seen[],
): Promise<void> {
  const { db } = seed;
  const photos = await keepPhotos(seed, cohortId, frameworkVersion, occasions);
  const made = occasions.map((seen, index) =>
    observationOf(seed, { cohortId, version: frameworkVersion, seen, index, photos }),
  );
  await seedVisits(
    seed,
    cohortId,
    occasions.map((seen) => ({ ...seen, state: "done" as const })),
  );
  await db.observation.createMany({ data: made.map(({ row }) => row) });
  await db.criterionRating.createMany({
    data: made
      .filter(({ seen }) => seen.state !== "draft")
      .flatMap(({ row, ratings }) =>
        ratings.flatMap(({ rating, ...note }) =>
          rating ? [{ ...note, rating, observationId: row.id }] : [],
        ),
      ),
  });
  await db.ratingDraft.createMany({
    data: made
      .filter(({ seen }) => seen.state === "draft")
      .flatMap(({ row, ratings }) => ratings.map((note) => ({ ...note, observationId: row.id }))),
  });
  await db.observationFile.createMany({ data: made.flatMap(({ besides }) => besides) });
  const locked = (seen: Seen) => seen.state === "locked";
  await advance(
    seed,
    "observation",
    "draft",
    made.map(({ seen, row }) => ({
      id: row.id,
      to: seen.state,
      via: locked(seen) ? (seen.lapsed ? "response_lapsed" : "responded") : undefined,
    })),
  );
}

/** The observation whose photo is beside this one too: an amendment shows what the one before it did. */
function photographed(cohortId: string, seen: Seen): string {
  return observationId(cohortId, seen.amends ? { ...seen, on: seen.amends.on } : seen);
}

/** The photos that were taken, by the id of the observation that each was put beside. */
async function keepPhotos(seed: Seed, cohortId: string, version: number, occasions: readonly Seen[]) {
  const photos = new Map<string, BesidePhoto>();
  for (const { photo, person, assessor, on } of occasions) {
    const key = observationId(cohortId, { person, assessor, on });
    const kept = photo && (await keepPhoto(seed, { key, assessor, on, version }, photo));
    if (kept) photos.set(key, kept);
  }
  return photos;
}

type Making = {
  readonly cohortId: string;
  readonly version: number;
  readonly seen: Seen;
  readonly index: number;
  readonly photos: ReadonlyMap<string, BesidePhoto>;
};

function observationOf(seed: Seed, { cohortId, version, seen, index, photos }: Making) {
  const observedOn = workday(seed, seen.on);
  const content = {
    enrolmentId: enrolmentId(cohortId, seen.person),
    assessorId: personId(seen.assessor),
    organisationId: organisationId(seen.at),
    situation: situationOf(index),
    seen: seenOf(index),
    interpreted: seen.state === "draft" ? "" : interpretationOf(index),
    amendsId: seen.amends ? observationId(cohortId, { ...seen, on: seen.amends.on }) : null,
  };
  const ratings = [...seen.ratings].flatMap((letter, position) => {
    const rating = LETTERS[letter] ?? null;
    if (rating === null) return [];
    const evidence = rating === "not_seen" ? "" : evidenceOf(position, index);
    return [{ criterionId: criterionId(version, position + 1), rating, evidence }];
  });
  const photo = photos.get(photographed(cohortId, seen));
  const hash = contentHash({ ...content, observedOn, ratings, files: photo ? [photo] : [] });
  const row = {
    ...content,
    id: observationId(cohortId, seen),
    visitId: idOf(`visit ${cohortId} ${seen.person} ${seen.assessor} ${seen.on}`),
    observedOn: dateOf(observedOn),
    amendReason: seen.amends?.reason ?? null,
    createdAt: after(observedOn, 0, "13:20"),
    ...progressOf(seen, observedOn, hash),
  };
  const besides = photo ? [besideOf(row.id, photo)] : [];
  return { seen, row, ratings, besides };
}

function besideOf(id: string, { sha256: _, ...photo }: BesidePhoto) {
  return { ...photo, observationId: id };
}

function after(calendarDay: string, days: number, time: string): Date {
  const moment = new Date(`${calendarDay}T${time}:00Z`);
  moment.setUTCDate(moment.getUTCDate() + days);
  return moment;
}

/** What has happened to an observation by its state: submitted the next day, shared on the third, answered on the eighth. */
function progressOf(seen: Seen, observedOn: string, hash: string) {
  const none = {
    submittedAt: null as Date | null,
    contentHash: null as string | null,
    returnReason: null as string | null,
    sharedAt: null as Date | null,
    responseDueAt: null as Date | null,
    response: "",
    respondedAt: null as Date | null,
  };
  if (seen.state === "draft") return none;
  const submitted = { ...none, submittedAt: after(observedOn, 1, "08:15"), contentHash: hash };
  if (seen.state === "submitted") return submitted;
  if (seen.state === "returned")
    return {
      ...submitted,
      returnReason: "Under K3 står der, hvad du mener. Skriv også, hvad der blev sagt og tegnet.",
    };
  const sharedAt = after(observedOn, 2, "09:00");
  const shared = { ...submitted, sharedAt, responseDueAt: responseDeadline(sharedAt, 14, COPENHAGEN) };
  const answered = seen.state === "responded" || (seen.state === "locked" && !seen.lapsed);
  return answered ? { ...shared, response: RESPONSE, respondedAt: after(observedOn, 7, "18:40") } : shared;
}

/** An appointment at somebody's workplace. */
export type Visit = {
  readonly person: string;
  readonly assessor: string;
  readonly on: number | string;
  readonly state: VisitState;
  readonly from?: string;
  readonly place?: string;
  readonly prepared?: boolean;
  readonly cancelReason?: string;
};

const HOURS = ["09:30", "12:30", "15:00", "07:15"];

/** Writes visits, each taken to its state. */
export async function seedVisits(seed: Seed, cohortId: string, visits: readonly Visit[]): Promise<void> {
  const slots = new Map<string, number>();
  const rows = visits.map((visit, index) => {
    const calendarDay = workday(seed, visit.on);
    // A day moved off the weekend may meet another visit of the same assessor: it gets the next hours of that day.
    const slot = slots.get(`${visit.assessor} ${calendarDay}`) ?? 0;
    slots.set(`${visit.assessor} ${calendarDay}`, slot + 1);
    const prepared = visit.prepared ?? visit.state === "done";
    const startsAt = at(seed, calendarDay, visit.from ?? HOURS[slot % HOURS.length]);
    const id = idOf(`visit ${cohortId} ${visit.person} ${visit.assessor} ${visit.on}`);
    return {
      id,
      enrolmentId: enrolmentId(cohortId, visit.person),
      assessorId: personId(visit.assessor),
      state: "requested" as const,
      startsAt,
      endsAt: new Date(startsAt.getTime() + 2 * 3_600_000),
      place: visit.place ?? "Rådhuset, mødelokale 2",
      situation: prepared ? situationOf(index) : "",
      aim: prepared
        ? "At gruppen bliver enig om, hvad vi prøver af først, og hvordan vi ved, at det virker."
        : "",
      othersInRoom: prepared ? "Otte medarbejdere og to borgere" : "",
      othersInformed: prepared,
      cancelReason: visit.cancelReason ?? null,
      icalUid: `${id}@praksis.example`,
      createdAt: at(seed, typeof visit.on === "number" ? Math.min(visit.on - 21, -1) : day(seed, visit.on)),
    };
  });
  await seed.db.observationVisit.createMany({ data: rows });
  // What is proposed waits for the participant's choice: that time, or later the same day.
  await seed.db.visitSlot.createMany({
    data: rows.flatMap(({ id, startsAt, endsAt }, index) =>
      visits[index]?.state === "proposed"
        ? [0, 3].map((hours) => ({
            id: idOf(`slot ${id} ${hours}`),
            visitId: id,
            startsAt: new Date(startsAt.getTime() + hours * 3_600_000),
            endsAt: new Date(endsAt.getTime() + hours * 3_600_000),
          }))
        : [],
    ),
  });
  await advance(
    seed,
    "observation_visit",
    "requested",
    rows.map(({ id }, index) => ({ id, to: visits[index]?.state ?? "requested" })),
  );
}
