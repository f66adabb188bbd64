/**
 * Promise 2 of design/trust.md: random schedules of admitting, leaving, offering, accepting, refusing, expiring, resizing and moving to
 * the front, carried out by the real commands on a real database and compared after every step with a model of the queue that
 * knows nothing of them. `npm run test:faults` runs 1,000 schedules; tests/rules/enrolments/waiting-list.test.ts always does, on the
 * rules alone.
 */
import fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { loadApplication } from "@/lib/applications/commands/load-application";
import { withdrawApplication } from "@/lib/applications/commands/withdraw-application";
import type { Work } from "@/lib/auth/work";
import type { PrismaClient } from "@/lib/db/generated/client";
import { advanceEntry, loadEntry } from "@/lib/enrolments/commands/advance-entry";
import { acceptOffer, refuseOffer } from "@/lib/enrolments/commands/answer-offer";
import { expireOffers } from "@/lib/enrolments/commands/expire-offers";
import { loadEnrolment } from "@/lib/enrolments/commands/load-enrolment";
import { loadOffer } from "@/lib/enrolments/commands/load-offer";
import { offerFreeSeats } from "@/lib/enrolments/commands/offer-free-seats";
import { withdrawEnrolment } from "@/lib/enrolments/commands/withdraw-enrolment";
import { HOUR_MS } from "../../factories/unique";
import { freshDatabase } from "../../setup/database";
import { howOften } from "../../setup/how-often";
import { admit, doing, makeStage, type Stage, standing } from "./stage";

const SCHEDULES = howOften(200, 1000);
/** So many schedules go on at once, each on a cohort of its own: the database and this process work side by side. */
const TOGETHER = 4;
const OFFER_HOURS = 72;

type Step =
  | { readonly kind: "admit" }
  | { readonly kind: "leave" | "accept" | "refuse" | "drop" | "advance"; readonly pick: number }
  | { readonly kind: "resize"; readonly capacity: number }
  | { readonly kind: "wait"; readonly hours: number };

const pick = fc.nat({ max: 99 });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 6, arbitrary: fc.constant({ kind: "admit" as const }) },
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constantFrom(
        "leave" as const,
        "accept" as const,
        "refuse" as const,
        "drop" as const,
        "advance" as const,
      ),
      pick,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant("resize" as const), capacity: fc.integer({ min: 1, max: 4 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant("wait" as const), hours: fc.integer({ min: 10, max: 80 }) }),
  },
);

/** The queue as its users understand it. Persons by id; seats have no numbers here. */
class Model {
  capacity: number;
  enrolled: string[] = [];
  offers: { person: string; until: number }[] = [];
  /** In turn. */
  advanced: string[] = [];
  waiting: string[] = [];
  constructor(capacity: number) {
    this.capacity = capacity;
  }
  private fill(now: number) {
    while (this.enrolled.length + this.offers.length < this.capacity) {
      const person = this.advanced.shift() ?? this.waiting.shift();
      if (person === undefined) return;
      this.offers.push({ person, until: now + OFFER_HOURS * HOUR_MS });
    }
  }
  admit(person: string) {
    const queueIsEmpty = this.advanced.length + this.waiting.length === 0;
    if (queueIsEmpty && this.enrolled.length + this.offers.length < this.capacity) this.enrolled.push(person);
    else this.waiting.push(person);
  }
  leave(person: string, now: number) {
    this.enrolled = this.enrolled.filter((each) => each !== person);
    this.fill(now);
  }
  accept(person: string) {
    this.offers = this.offers.filter((offer) => offer.person !== person);
    this.enrolled.push(person);
  }
  refuse(person: string, now: number) {
    this.offers = this.offers.filter((offer) => offer.person !== person);
    this.fill(now);
  }
  drop(person: string) {
    this.waiting = this.waiting.filter((each) => each !== person);
    this.advanced = this.advanced.filter((each) => each !== person);
  }
  advance(person: string) {
    this.waiting = this.waiting.filter((each) => each !== person);
    this.advanced.push(person);
  }
  resize(capacity: number, now: number) {
    this.capacity = capacity;
    this.fill(now);
  }
  expire(now: number) {
    this.offers = this.offers.filter((offer) => offer.until > now);
    this.fill(now);
  }
}

let client: PrismaClient;
let stage: Stage;

beforeAll(async () => {
  client = (await freshDatabase()).client;
  stage = await makeStage(client);
}, 60_000);

/** What the schedules got to: a run that never makes an offer would prove nothing. */
const reached = new Set<string>();

type Run = { readonly cohortId: string; readonly model: Model; now: Date };

const asStaff = <T>(run: Run, work: (work: Work) => Promise<T>) =>
  doing(client, stage.staffActing, work, run.now);
const asPerson = <T>(run: Run, personId: string, work: (work: Work) => Promise<T>) =>
  doing(client, { personId, permission: "offer.answer", role: "person", grants: [] }, work, run.now);

function present<T>(value: T | null): T {
  if (value === null) throw new Error("not found");
  return value;
}

const chosen = <T>(list: readonly T[], index: number): T | undefined =>
  list[index % Math.max(1, list.length)];

async function admitNext(run: Run) {
  const { person, application } = await stage.applicant(run.cohortId);
  await asStaff(run, (work) => admit(work, application.id));
  run.model.admit(person.id);
}

async function entryOf(run: Run, personId: string): Promise<string> {
  const where = { cohortId: run.cohortId, application: { personId } };
  return (await client.waitlistEntry.findFirstOrThrow({ where, select: { id: true } })).id;
}

async function carryOut(run: Run, { kind, pick: index }: Extract<Step, { pick: number }>): Promise<void> {
  const { model, cohortId } = run;
  const now = run.now.getTime();
  const group = { leave: model.enrolled, accept: model.offers.map((offer) => offer.person) };
  const choices = {
    leave: group.leave,
    accept: group.accept,
    refuse: group.accept,
    drop: [...model.advanced, ...model.waiting],
    advance: model.waiting,
  };
  const person = chosen(choices[kind], index);
  if (person === undefined) return;
  reached.add(kind);
  if (kind === "leave") {
    const { id } = await client.enrolment.findFirstOrThrow({ where: { cohortId, personId: person } });
    await asStaff(run, async (work) =>
      withdrawEnrolment(work, present(await loadEnrolment(work, id)), "Andet"),
    );
    model.leave(person, now);
  } else if (kind === "accept") {
    const id = await entryOf(run, person);
    await asPerson(run, person, async (work) => acceptOffer(work, present(await loadOffer(work, id))));
    model.accept(person);
  } else if (kind === "refuse") {
    const id = await entryOf(run, person);
    await asPerson(run, person, async (work) => refuseOffer(work, present(await loadOffer(work, id))));
    model.refuse(person, now);
  } else if (kind === "drop") {
    const { id } = await client.application.findFirstOrThrow({ where: { cohortId, personId: person } });
    await asPerson(run, person, async (work) =>
      withdrawApplication(work, present(await loadApplication(work, id))),
    );
    model.drop(person);
  } else {
    const id = await entryOf(run, person);
    await asStaff(run, async (work) => advanceEntry(work, present(await loadEntry(work, id)), "Flyttedag"));
    model.advance(person);
  }
}

async function resize(run: Run, capacity: number): Promise<void> {
  const highest = await client.seat.aggregate({ where: { cohortId: run.cohortId }, _max: { number: true } });
  if (capacity < (highest._max.number ?? 0)) return;
  await asStaff(run, async (work) => {
    await work.tx.cohort.update({ where: { id: run.cohortId }, data: { capacity } });
    await offerFreeSeats(work, run.cohortId);
  });
  run.model.resize(capacity, run.now.getTime());
  reached.add("resize");
}

async function perform(run: Run, next: Step): Promise<void> {
  // Two things never happen at the same millisecond, so that "moved up earlier" is always clear.
  run.now = new Date(run.now.getTime() + 1000);
  if (next.kind === "admit") await admitNext(run);
  else if (next.kind === "resize") await resize(run, next.capacity);
  else if (next.kind === "wait") {
    run.now = new Date(run.now.getTime() + next.hours * HOUR_MS);
    const ended = await asStaff(run, (work) => expireOffers(work, run.cohortId));
    if (ended > 0) reached.add("expire");
    run.model.expire(run.now.getTime());
  } else await carryOut(run, next);
}

async function compare({ cohortId, model }: Run): Promise<void> {
  const real = await standing(client, cohortId);
  const byTurn = real.entries.filter((entry) => entry.state === "waiting");
  const advanced = byTurn
    .filter((entry) => entry.advancedAt)
    .sort((a, b) => Number(a.advancedAt) - Number(b.advancedAt));
  expect(real.enrolled.sort()).toEqual([...model.enrolled].sort());
  expect(real.offered.sort()).toEqual(model.offers.map((offer) => offer.person).sort());
  expect(advanced.map((entry) => entry.application.personId)).toEqual(model.advanced);
  expect(byTurn.filter((entry) => !entry.advancedAt).map((entry) => entry.application.personId)).toEqual(
    model.waiting,
  );
  expect(real.seats.length).toBe(model.enrolled.length + model.offers.length);
  expect(real.seats.length).toBeLessThanOrEqual(real.capacity);
  expect(real.seats.every((seat) => seat.number <= real.capacity)).toBe(true);
}

/** A cohort's capacity, and what happens there. */
const schedule = fc.record({
  capacity: fc.integer({ min: 1, max: 3 }),
  steps: fc.array(step, { minLength: 4, maxLength: 14 }),
});
type Schedule = { readonly capacity: number; readonly steps: readonly Step[] };

/** One schedule that gets to every kind of step, whatever the random ones do. */
const EVERY_KIND: Schedule = {
  capacity: 1,
  steps: [
    ...Array.from({ length: 6 }, () => ({ kind: "admit" as const })),
    { kind: "advance", pick: 2 },
    { kind: "drop", pick: 3 },
    { kind: "leave", pick: 0 },
    { kind: "refuse", pick: 0 },
    { kind: "wait", hours: 80 },
    { kind: "accept", pick: 0 },
    { kind: "resize", capacity: 4 },
  ],
};

async function follow({ capacity, steps }: Schedule): Promise<void> {
  const cohort = await stage.cohort({
    capacity,
    offerHours: OFFER_HOURS,
    endsOn: new Date("2029-01-01T00:00:00Z"),
  });
  const run: Run = {
    cohortId: cohort.id,
    model: new Model(capacity),
    now: new Date("2027-01-10T12:00:00Z"),
  };
  for (const next of steps) {
    await perform(run, next);
    await compare(run);
  }
}

it(`keeps the queue fair and the cohort within its capacity over ${SCHEDULES} random schedules`, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(schedule, { minLength: TOGETHER, maxLength: TOGETHER }),
      async (schedules) => void (await Promise.all(schedules.map(follow))),
    ),
    { numRuns: SCHEDULES / TOGETHER, examples: [[Array.from({ length: TOGETHER }, () => EVERY_KIND)]] },
  );
  expect([...reached].sort()).toEqual(["accept", "advance", "drop", "expire", "leave", "refuse", "resize"]);
}, 1_800_000);
