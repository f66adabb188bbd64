import type { ApplicationState, WaitlistState } from "../../lib/db/generated/enums.ts";
import { advance } from "./advance.ts";
import { idOf, past, type Seed } from "./base.ts";
import { openCases } from "./cases.ts";
import { admit, asParticipant, COMMON, crowd, eightDays, openCohort } from "./certified-coming.ts";
import { certifiedTrackId } from "./certified-programme.ts";
import { applicationFacts, applicationId, enrolmentId, seedEnrolments } from "./enrol.ts";
import { personId, type Someone, seedPeople } from "./people.ts";

/** A full cohort whose deadline has passed, with its queue: one seat is offered, others were refused, lapsed, accepted. */
export async function seedQueuedCohort(seed: Seed): Promise<void> {
  const cohortId = await openCohort(
    seed,
    {
      ...COMMON,
      slug: "vejle-fuldt",
      name: "Vejle, venteliste",
      state: "closed",
      capacity: 10,
      deadline: -4,
      startsOn: 21,
      endsOn: 169,
      city: "Vejle",
      facilitators: ["facilitator-3"],
    },
    eightDays(21, { place: "Havneparken 8, Vejle" }, "facilitator-3"),
  );
  await admit(seed, cohortId, crowd("full", { aadal: 3, klitborg: 3, region: 2 }), -40);
  const queue: readonly [WaitlistState, ApplicationState][] = [
    ["accepted", "admitted"],
    ["expired", "withdrawn"],
    ["refused", "withdrawn"],
    ["offered", "waitlisted"],
    ["withdrawn", "withdrawn"],
    ["waiting", "waitlisted"],
    ["waiting", "waitlisted"],
    ["waiting", "waitlisted"],
  ];
  const offered: Someone = {
    key: "offered",
    name: "Signe Hjortkær",
    email: "offered@soendermark.example",
    at: "soendermark",
    title: "Områdeleder",
    level: "department",
  };
  const others = crowd("queue", { styrelse: 4, soendermark: 3 });
  const people = [...others.slice(0, 3), offered, ...others.slice(3)];
  await seedPeople(seed, people);
  await seedQueue(
    seed,
    cohortId,
    people.map((person, index) => ({ person, states: queue[index] ?? ["waiting", "waitlisted"] })),
  );
}

async function seedQueue(
  seed: Seed,
  cohortId: string,
  queue: readonly { person: Someone; states: readonly [WaitlistState, ApplicationState] }[],
): Promise<void> {
  const { db } = seed;
  const rows = queue.map(({ person, states: [place, application] }, index) => ({
    person,
    place,
    application,
    position: index + 1,
    applicationId: applicationId(cohortId, person.key),
    entryId: idOf(`queue ${cohortId} ${person.key}`),
  }));
  await db.application.createMany({
    data: rows.map((row) => ({
      ...applicationFacts(row.person, row.position),
      id: row.applicationId,
      cohortId,
      personId: personId(row.person.key),
      participantRole: "manager" as const,
      trackId: certifiedTrackId(2, 1),
      submittedAt: past(seed, -38 + row.position, "13:00"),
      createdAt: past(seed, -38 + row.position, "12:30"),
      decidedAt: past(seed, -30 + row.position),
      decidedById: personId("staff"),
    })),
  });
  await advance(
    seed,
    "application",
    "draft",
    rows.map((row) => ({ id: row.applicationId, to: row.application, via: "waitlisted" })),
  );
  await db.waitlistEntry.createMany({
    data: rows.map((row) => entryRow(seed, cohortId, row)),
  });
  await db.cohort.update({ where: { id: cohortId }, data: { lastQueuePosition: rows.length } });
  await advance(
    seed,
    "waitlist_entry",
    "waiting",
    rows.map((row) => ({ id: row.entryId, to: row.place })),
  );
  await seatQueue(seed, cohortId, rows);
}

/** A place in the queue; one that was offered a seat had three days, and the live offer is of today. */
function entryRow(
  seed: Seed,
  cohortId: string,
  row: { place: WaitlistState; position: number; applicationId: string; entryId: string },
) {
  const wasOffered = ["accepted", "expired", "refused", "offered"].includes(row.place);
  const offeredAt = row.place === "offered" ? past(seed, 0, "08:00") : past(seed, -16 + row.position);
  return {
    id: row.entryId,
    cohortId,
    applicationId: row.applicationId,
    position: row.position,
    joinedAt: past(seed, -30 + row.position),
    offeredAt: wasOffered ? offeredAt : null,
    offerExpiresAt: wasOffered ? new Date(offeredAt.getTime() + 72 * 3_600_000) : null,
    answeredAt: wasOffered && row.place !== "offered" ? new Date(offeredAt.getTime() + 40 * 3_600_000) : null,
  };
}

/** Seats nine and ten: whoever accepted is in, and the live offer holds the last one. */
async function seatQueue(
  seed: Seed,
  cohortId: string,
  rows: readonly { person: Someone; place: WaitlistState; applicationId: string; entryId: string }[],
): Promise<void> {
  const accepted = rows.find((row) => row.place === "accepted");
  const offered = rows.find((row) => row.place === "offered");
  if (!accepted || !offered) throw new Error("the queue has no seat to give");
  const { person } = accepted;
  await seedEnrolments(seed, { cohortId, enrolledOn: -12, firstSeat: 9 }, [asParticipant(person, 0)]);
  await seed.db.enrolment.update({
    where: { id: enrolmentId(cohortId, person.key) },
    data: { applicationId: accepted.applicationId },
  });
  await openCases(seed, cohortId, {
    frameworkVersion: 2,
    openedOn: -12,
    evidenceDue: 330,
    people: [person.key],
  });
  await seed.db.seat.create({ data: { cohortId, number: 10, waitlistEntryId: offered.entryId } });
}
