/**
 * Promise 2 of design/trust.md on the rules alone: 1,000 random schedules of a cohort with seats kept for some, and after every step
 * what has to hold of seats, offers and the queue. The commands are held to the same in tests/commands/enrolments/queue-model.test.ts.
 */
import fc from "fast-check";
import { expect, it } from "vitest";
import { afterPlacement, type CapacityFacts, decideEnrolment } from "@/lib/enrolments/rules/capacity";
import { decideKeeping, decideRenumbering } from "@/lib/enrolments/rules/keeping";
import {
  decideAdvancing,
  decideOfferAnswer,
  isOfferOver,
  nextOffers,
  offerExpiry,
  type QueuePlace,
} from "@/lib/enrolments/rules/queue";
import {
  type Belonging,
  freeSeatsFor,
  isKeptFor,
  isReleased,
  type KeptSeat,
} from "@/lib/enrolments/rules/seat-class";

const SCHEDULES = 1000;
const OFFER_HOURS = 72;
const HOUR_MS = 3_600_000;
const START = Date.parse("2027-01-10T12:00:00Z");
const RELEASE = new Date(START + 100 * HOUR_MS);
const LAST_DAY = new Date("2029-01-01T00:00:00Z");

type Waiting = QueuePlace & Belonging;
type Offer = Waiting & { readonly seat: number; readonly until: Date };
type Held = Belonging & { readonly seat: number };

/** A cohort as the rules see it, moved on by nothing but what they decide. */
type Cohort = {
  now: Date;
  capacity: number;
  kept: readonly KeptSeat[];
  held: Held[];
  offers: Offer[];
  waiting: Waiting[];
  lastPosition: number;
  /** Whether everything free was offered since time last passed. */
  settled: boolean;
};

const belonging: fc.Arbitrary<Belonging> = fc.record({
  organisationId: fc.constantFrom("fjordby", "aadal", null),
  trackId: fc.constantFrom("leaders", "consultants"),
});
const pick = fc.nat({ max: 99 });
const step = fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant("admit" as const), who: belonging }) },
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
    arbitrary: fc.record({ kind: fc.constant("resize" as const), capacity: fc.integer({ min: 1, max: 6 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant("wait" as const),
      hours: fc.integer({ min: 10, max: 80 }),
      jobIsLate: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant("keep" as const),
      who: belonging,
      seats: fc.integer({ min: 1, max: 3 }),
    }),
  },
);
type Step = typeof step extends fc.Arbitrary<infer Each> ? Each : never;

const takenSeats = (cohort: Cohort) => [...cohort.held, ...cohort.offers].map(({ seat }) => seat);
const keptNow = (cohort: Cohort) => (isReleased(RELEASE, cohort.now) ? [] : cohort.kept);
const seatMap = (cohort: Cohort) => ({
  capacity: cohort.capacity,
  takenSeats: takenSeats(cohort),
  keptSeats: keptNow(cohort),
});
const factsOf = (cohort: Cohort): CapacityFacts => ({
  ...seatMap(cohort),
  cohortState: "open",
  endsOn: LAST_DAY,
  waiting: cohort.waiting.length,
  waitingFrom: cohort.waiting.map(({ organisationId, trackId }) => ({ organisationId, trackId })),
  lastQueuePosition: cohort.lastPosition,
});

/** Whose turn it is, in this model's own words: whom staff moved up, in the order in which they did; then whoever came first. */
function isBefore(a: QueuePlace, b: QueuePlace): boolean {
  const turn = (place: QueuePlace) => place.advancedAt?.getTime() ?? Number.POSITIVE_INFINITY;
  return turn(a) === turn(b) ? a.position < b.position : turn(a) < turn(b);
}

/** Makes the offers that the rules ask for, and sees that each went to the first in turn who may have that seat. */
function offerFree(cohort: Cohort): void {
  const { now } = cohort;
  cohort.settled = true;
  for (const { entryId, seat } of nextOffers({
    ...seatMap(cohort),
    cohortState: "open",
    waiting: cohort.waiting,
  })) {
    const place = cohort.waiting.find((each) => each.id === entryId);
    if (!place) throw new Error("an offer to somebody who does not wait");
    const passedOver = cohort.waiting.filter(
      (each) =>
        isBefore(each, place) && freeSeatsFor(seatMap(cohort), each).some((free) => free.number === seat),
    );
    expect(passedOver, "nobody is passed over").toEqual([]);
    cohort.waiting = cohort.waiting.filter((each) => each !== place);
    cohort.offers.push({ ...place, seat, until: offerExpiry(now, OFFER_HOURS) });
  }
}

function admit(cohort: Cohort, who: Belonging): void {
  const facts = factsOf(cohort);
  const decision = decideEnrolment({ ...facts, ...who, role: "manager" }, cohort.now);
  if (!decision.ok) throw new Error(decision.refusal.code);
  const placement = decision.value;
  const after = afterPlacement(facts, placement, who);
  if (placement.kind === "seat") {
    const wanted = cohort.waiting.filter((each) =>
      freeSeatsFor(seatMap(cohort), each).some((free) => free.number === placement.number),
    );
    expect(wanted, "a newcomer takes no seat that somebody waits for").toEqual([]);
    cohort.held.push({ ...who, seat: placement.number });
  } else if (placement.kind === "queue") {
    expect(placement.position).toBeGreaterThan(cohort.lastPosition);
    cohort.lastPosition = placement.position;
    cohort.waiting.push({
      ...who,
      id: String(placement.position),
      position: placement.position,
      advancedAt: null,
    });
  }
  // The order of the taken seats says nothing.
  const sorted = (facts: CapacityFacts) => ({ ...facts, takenSeats: facts.takenSeats.toSorted() });
  expect(sorted(after)).toEqual(sorted(factsOf(cohort)));
}

function answer(cohort: Cohort, offer: Offer, accepts: boolean): void {
  const facts = { state: "offered", offerExpiresAt: offer.until, cohortState: "open" } as const;
  const isOver = isOfferOver(facts, cohort.now);
  expect(decideOfferAnswer(facts, cohort.now).ok, "an offer can be answered while it stands").toBe(!isOver);
  if (isOver) return;
  cohort.offers = cohort.offers.filter((each) => each !== offer);
  if (accepts) cohort.held.push(offer);
  else offerFree(cohort);
}

/** Time passes; the job that ends offers and gives kept seats to everybody may be late. Whether an offer was ended. */
function passTime(cohort: Cohort, hours: number, jobIsLate: boolean): boolean {
  cohort.now = new Date(cohort.now.getTime() + hours * HOUR_MS);
  cohort.settled = false;
  if (jobIsLate) return false;
  const over = cohort.offers.filter((each) =>
    isOfferOver({ state: "offered", offerExpiresAt: each.until }, cohort.now),
  );
  cohort.offers = cohort.offers.filter((each) => !over.includes(each));
  offerFree(cohort);
  return over.length > 0;
}

function resize(cohort: Cohort, to: number): boolean {
  const numbers = decideRenumbering(
    to,
    takenSeats(cohort),
    keptNow(cohort).map(({ number }) => number),
  );
  if (!numbers.ok) return false;
  const moved = (number: number) => numbers.value.get(number) ?? number;
  cohort.capacity = to;
  cohort.held = cohort.held.map((each) => ({ ...each, seat: moved(each.seat) }));
  cohort.offers = cohort.offers.map((each) => ({ ...each, seat: moved(each.seat) }));
  cohort.kept = keptNow(cohort).map((each) => ({ ...each, number: moved(each.number) }));
  offerFree(cohort);
  return true;
}

function keep(cohort: Cohort, who: Belonging, seats: number): boolean {
  if (isReleased(RELEASE, cohort.now)) return false;
  const held = [...cohort.held, ...cohort.offers].map(({ seat, ...each }) => ({ ...each, number: seat }));
  const numbers = decideKeeping({ ...seatMap(cohort), held }, who, seats);
  if (!numbers.ok) return false;
  const { organisationId, trackId } = who;
  cohort.kept = [...cohort.kept, ...numbers.value.map((number) => ({ number, organisationId, trackId }))];
  offerFree(cohort);
  return true;
}

const chosen = <T>(list: readonly T[], index: number): T | undefined =>
  list[index % Math.max(1, list.length)];

/** One that touches somebody in the cohort; whether there was anybody. */
function touch(cohort: Cohort, { kind, pick: index }: Extract<Step, { pick: number }>): boolean {
  if (kind === "accept" || kind === "refuse") {
    const offer = chosen(cohort.offers, index);
    if (offer) answer(cohort, offer, kind === "accept");
    return offer !== undefined;
  }
  if (kind === "leave") {
    const gone = chosen(cohort.held, index);
    cohort.held = cohort.held.filter((each) => each !== gone);
    offerFree(cohort);
    return gone !== undefined;
  }
  const place = chosen(
    cohort.waiting.filter((each) => each.advancedAt === null),
    index,
  );
  if (!place) return false;
  cohort.waiting = cohort.waiting.filter((each) => each !== place);
  if (kind === "advance") {
    expect(decideAdvancing({ state: "waiting", advancedAt: place.advancedAt }, "Flyttedag").ok).toBe(true);
    cohort.waiting.push({ ...place, advancedAt: cohort.now });
  }
  return true;
}

function carryOut(cohort: Cohort, next: Step): boolean {
  cohort.now = new Date(cohort.now.getTime() + 1000);
  if (next.kind === "admit") {
    admit(cohort, next.who);
    return true;
  }
  if (next.kind === "wait") return passTime(cohort, next.hours, next.jobIsLate);
  if (next.kind === "resize") return resize(cohort, next.capacity);
  if (next.kind === "keep") return keep(cohort, next.who, next.seats);
  return touch(cohort, next);
}

function check(cohort: Cohort): void {
  const taken = takenSeats(cohort);
  expect(new Set(taken).size, "a seat is taken once").toBe(taken.length);
  expect(taken.length).toBeLessThanOrEqual(cohort.capacity);
  expect(Math.max(0, ...taken)).toBeLessThanOrEqual(cohort.capacity);
  const intruders = [...cohort.held, ...cohort.offers].filter((holder) =>
    keptNow(cohort).some((kept) => kept.number === holder.seat && !isKeptFor(kept, holder)),
  );
  expect(intruders, "a kept seat is had by those it is kept for").toEqual([]);
  const idle = cohort.waiting.filter((each) => freeSeatsFor(seatMap(cohort), each).length > 0);
  if (cohort.settled) expect(idle, "nobody waits beside a free seat that they may have").toEqual([]);
  const positions = [...cohort.waiting, ...cohort.offers].map((each) => each.position);
  expect(new Set(positions).size).toBe(positions.length);
}

it(`keeps seats, classes and turns right over ${SCHEDULES} random schedules`, () => {
  const reached = new Set<string>();
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 4 }),
      fc.array(step, { minLength: 4, maxLength: 30 }),
      (capacity, steps) => {
        const cohort: Cohort = {
          now: new Date(START),
          capacity,
          kept: [],
          held: [],
          offers: [],
          waiting: [],
          lastPosition: 0,
          settled: true,
        };
        for (const next of steps) {
          if (carryOut(cohort, next)) reached.add(next.kind);
          check(cohort);
        }
      },
    ),
    { numRuns: SCHEDULES },
  );
  expect([...reached].sort()).toEqual(
    ["accept", "admit", "advance", "drop", "keep", "leave", "refuse", "resize", "wait"].sort(),
  );
});
