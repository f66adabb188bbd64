import { beforeAll, describe, expect, it } from "vitest";
import { admitApplicationAction } from "@/lib/applications/actions";
import { changeCapacityAction } from "@/lib/cohorts/actions";
import type { PrismaClient } from "@/lib/db/generated/client";
import { keepSeatsAction, releaseSeatsAction, withdrawEnrolmentAction } from "@/lib/enrolments/actions";
import { releaseAllSeats } from "@/lib/jobs/release-seats";
import { makeApplication } from "../../factories/applications";
import { makeEnrolment } from "../../factories/enrolments";
import { makeOrganisation } from "../../factories/organisations";
import { makePerson } from "../../factories/people";
import { actorOf } from "../../factories/sign-in";
import { call, word } from "../../policy/call";
import { freshDatabase } from "../../setup/database";
import { makeStage, type Stage, standing } from "./stage";

let client: PrismaClient;
let stage: Stage;
let other: string;

beforeAll(async () => {
  client = (await freshDatabase()).client;
  stage = await makeStage(client);
  other = (await makeOrganisation(client, { kind: "municipality" })).id;
}, 60_000);

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
const asStaff = async (action: Parameters<typeof call>[1], values: Record<string, unknown>) =>
  word(await call(client, action, await actorOf(client, stage.staff.id), values));

async function keep(cohortId: string, seats: number, releasesOn = "") {
  const organisationId = stage.municipality.id;
  return asStaff(keepSeatsAction, {
    cohortId,
    organisationId,
    trackId: "",
    seats: String(seats),
    releasesOn,
  });
}

/** Somebody is admitted: "seat", or "queue". */
async function admitted(
  cohortId: string,
  organisationId: string,
  trackId: string | null = null,
): Promise<string> {
  const { id: personId } = await makePerson(client);
  const application = await makeApplication(client, {
    cohortId,
    personId,
    organisationId,
    trackId,
    state: "under_review",
  });
  const values = { applicationId: application.id, version: String(application.version) };
  expect(await asStaff(admitApplicationAction, values)).toBe("done");
  return (await client.enrolment.count({ where: { cohortId, personId } })) === 1 ? "seat" : "queue";
}

describe("kept seats", () => {
  it("go to those they are kept for, while others queue; the day after, to whoever waits", async () => {
    const cohort = await stage.cohort({ capacity: 3 });
    expect(await keep(cohort.id, 2, inDays(5))).toBe("done");
    expect(await admitted(cohort.id, other)).toBe("seat");
    expect(await admitted(cohort.id, other)).toBe("queue");
    expect(await admitted(cohort.id, stage.municipality.id)).toBe("seat");
    const before = await standing(client, cohort.id);
    expect([before.enrolled.length, before.offered.length, before.waiting.length]).toEqual([2, 0, 1]);
    await releaseAllSeats(client, new Date(Date.now() + 4 * 86_400_000));
    expect((await standing(client, cohort.id)).waiting).toHaveLength(1);
    expect(await releaseAllSeats(client, new Date(Date.now() + 6 * 86_400_000))).toEqual({ classes: 1 });
    expect((await standing(client, cohort.id)).offered).toEqual(before.waiting);
    expect(await releaseAllSeats(client, new Date(Date.now() + 6 * 86_400_000))).toEqual({ classes: 0 });
  });

  it("count those who are in already, and no more than there are", async () => {
    const cohort = await stage.cohort({ capacity: 3 });
    await makeEnrolment(client, { cohortId: cohort.id, organisationId: stage.municipality.id });
    await makeEnrolment(client, { cohortId: cohort.id, organisationId: other });
    expect(await keep(cohort.id, 3)).toBe("seatClass.notEnough");
    expect(await keep(cohort.id, 2)).toBe("done");
    expect(await keep(cohort.id, 1)).toBe("seatClass.taken");
    const kept = await client.keptSeat.findMany({
      where: { cohortId: cohort.id },
      orderBy: { number: "asc" },
    });
    expect(kept.map((seat) => seat.number)).toEqual([1, 3]);
  });

  it("are offered to the first of those they are kept for when one is freed", async () => {
    const cohort = await stage.cohort({ capacity: 2 });
    expect(await keep(cohort.id, 1)).toBe("done");
    expect(await admitted(cohort.id, stage.municipality.id)).toBe("seat");
    expect(await admitted(cohort.id, other)).toBe("seat");
    for (const organisationId of [other, stage.municipality.id])
      expect(await admitted(cohort.id, organisationId)).toBe("queue");
    const seated = await client.enrolment.findFirstOrThrow({
      where: { cohortId: cohort.id, organisationId: stage.municipality.id },
    });
    const gone = { enrolmentId: seated.id, version: String(seated.version), reason: "Nyt job" };
    expect(await asStaff(withdrawEnrolmentAction, gone)).toBe("done");
    const offers = await client.waitlistEntry.findMany({
      where: { cohortId: cohort.id, state: "offered" },
      select: { position: true, application: { select: { organisationId: true } } },
    });
    expect(offers).toEqual([{ position: 2, application: { organisationId: stage.municipality.id } }]);
  });

  it("are a track's own: whoever applies to another track queues while they are free", async () => {
    const cohort = await stage.cohort({ capacity: 3 });
    const [managers, consultants] = stage.programme.tracks.map((track) => track.id);
    if (!managers || !consultants) throw new Error("the programme has two tracks");
    const values = {
      cohortId: cohort.id,
      organisationId: "",
      trackId: consultants,
      seats: "2",
      releasesOn: "",
    };
    expect(await asStaff(keepSeatsAction, values)).toBe("done");
    expect(await admitted(cohort.id, other, managers)).toBe("seat");
    expect(await admitted(cohort.id, other, managers)).toBe("queue");
    expect(await admitted(cohort.id, other, consultants)).toBe("seat");
    expect(await admitted(cohort.id, stage.municipality.id, consultants)).toBe("seat");
    expect(await admitted(cohort.id, other, consultants)).toBe("queue");
  });

  it("are guarded by the database too", async () => {
    const cohort = await stage.cohort({ capacity: 2 });
    expect(await keep(cohort.id, 2)).toBe("done");
    await expect(makeEnrolment(client, { cohortId: cohort.id, organisationId: other })).rejects.toThrow(
      /seat_of_its_class/,
    );
  });

  it("are for everybody at once when staff release them", async () => {
    const cohort = await stage.cohort({ capacity: 1 });
    expect(await keep(cohort.id, 1)).toBe("done");
    expect(await admitted(cohort.id, other)).toBe("queue");
    const { id, version } = await client.seatClass.findFirstOrThrow({ where: { cohortId: cohort.id } });
    expect(await asStaff(releaseSeatsAction, { seatClassId: id, version: String(version) })).toBe("done");
    expect((await standing(client, cohort.id)).offered).toHaveLength(1);
  });
});

it("a cohort shrinks to what is taken or kept, and seats beyond are numbered anew", async () => {
  const cohort = await stage.cohort({ capacity: 6 });
  const people = [];
  for (let index = 0; index < 4; index++)
    people.push(await makeEnrolment(client, { cohortId: cohort.id, organisationId: other }));
  for (const gone of people.slice(0, 2)) {
    const values = { enrolmentId: gone.id, version: String(gone.version), reason: "Sygdom" };
    expect(await asStaff(withdrawEnrolmentAction, values)).toBe("done");
  }
  expect(await keep(cohort.id, 1)).toBe("done");
  const shrink = async (capacity: number) => {
    const { version } = await client.cohort.findUniqueOrThrow({ where: { id: cohort.id } });
    return asStaff(changeCapacityAction, {
      cohortId: cohort.id,
      version: String(version),
      capacity: String(capacity),
    });
  };
  expect(await shrink(2)).toBe("cohort.capacityBelow");
  expect(await shrink(3)).toBe("done");
  const { seats, capacity } = await standing(client, cohort.id);
  expect(capacity).toBe(3);
  expect(seats.map((seat) => seat.number)).toEqual([2, 3]);
});
