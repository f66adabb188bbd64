import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CohortState, WaitlistState } from "@/lib/db/generated/enums";
import { lastOvertakenAt, placeInQueue, placesInQueue } from "@/lib/enrolments/rules/place";
import {
  byTurn,
  decideAdvancing,
  decideOfferAnswer,
  isOfferOver,
  nextOffers,
  offerExpiry,
} from "@/lib/enrolments/rules/queue";
import { isKeptFor } from "@/lib/enrolments/rules/seat-class";

const NOW = new Date("2027-01-10T12:00:00Z");
const place = (position: number, advancedAt: Date | null = null) => ({
  id: `p${position}`,
  position,
  advancedAt,
  organisationId: null as string | null,
  trackId: null as string | null,
});

describe("whose turn it is", () => {
  it("is by joining", () => {
    expect([place(3), place(1), place(2)].sort(byTurn).map((each) => each.id)).toEqual(["p1", "p2", "p3"]);
  });

  it("is first whom staff moved to the front, the earlier moved the earlier", () => {
    const later = new Date(NOW.getTime() + 1);
    const queue = [place(1), place(2, later), place(3), place(4, NOW)];
    expect(queue.sort(byTurn).map((each) => each.id)).toEqual(["p4", "p2", "p1", "p3"]);
  });
});

describe("the offers to be made", () => {
  const waiting = [place(2), place(1), place(3)];
  it.each<[string, CohortState, number, number[], string[]]>([
    ["none where it is full", "open", 2, [1, 2], []],
    ["one for one seat", "open", 2, [1], ["p1→2"]],
    ["two for two", "closed", 3, [2], ["p1→1", "p2→3"]],
    ["no more than wait", "open", 9, [], ["p1→1", "p2→2", "p3→3"]],
    ["none once the cohort runs", "running", 9, [], []],
    ["none before it is open", "draft", 9, [], []],
  ])("%s", (_name, cohortState, capacity, takenSeats, expected) => {
    const offers = nextOffers({ cohortState, capacity, takenSeats, keptSeats: [], waiting });
    expect(offers.map((offer) => `${offer.entryId}→${offer.seat}`)).toEqual(expected);
  });

  it("never pass anybody over, and never give a seat twice or beyond the capacity", () => {
    const seats = fc.uniqueArray(fc.integer({ min: 1, max: 30 }), { maxLength: 30 });
    const queue = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 30 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), seats, queue, (capacity, takenSeats, positions) => {
        const all = positions.map((position) => place(position));
        const offers = nextOffers({ cohortState: "open", capacity, takenSeats, keptSeats: [], waiting: all });
        const inTurn = [...all].sort(byTurn).map((each) => each.id);
        expect(offers.map((offer) => offer.entryId)).toEqual(inTurn.slice(0, offers.length));
        const given = offers.map((offer) => offer.seat);
        expect(new Set([...given, ...takenSeats]).size).toBe(given.length + takenSeats.length);
        expect(given.every((seat) => seat <= capacity)).toBe(true);
        const free = capacity - takenSeats.filter((seat) => seat <= capacity).length;
        expect(offers.length).toBe(Math.min(free, all.length));
      }),
      { numRuns: 1000 },
    );
  });
});

describe("the offers of kept seats", () => {
  const from = (position: number, organisationId: string | null, trackId: string | null = null) => ({
    ...place(position),
    organisationId,
    trackId,
  });
  const keptSeats = [{ number: 1, organisationId: "odense", trackId: null }];
  const offersTo = (waiting: ReturnType<typeof from>[], takenSeats: number[]) =>
    nextOffers({ cohortState: "open", capacity: 3, takenSeats, keptSeats, waiting }).map(
      (offer) => `${offer.entryId}→${offer.seat}`,
    );

  it("go to the first whom they are kept for; the others are not passed over, it is not for them", () => {
    expect(offersTo([from(1, "vejle"), from(2, "odense")], [2, 3])).toEqual(["p2→1"]);
    expect(offersTo([from(1, "vejle"), from(2, "odense")], [2])).toEqual(["p1→3", "p2→1"]);
    expect(offersTo([from(1, "odense"), from(2, "odense"), from(3, "vejle")], [3])).toEqual(["p1→1", "p2→2"]);
  });

  it("leave nobody waiting for a seat that they could have, and pass nobody over for one", () => {
    const somewhere = fc.constantFrom(null, "a", "b");
    const keep = fc.record({
      number: fc.integer({ min: 1, max: 8 }),
      organisationId: somewhere,
      trackId: somewhere,
    });
    const waits = fc.record({ organisationId: somewhere, trackId: somewhere });
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 8 }),
        fc.uniqueArray(fc.integer({ min: 1, max: 8 })),
        fc.uniqueArray(keep, { selector: (seat) => seat.number }),
        fc.array(waits, { maxLength: 10 }),
        (capacity, takenSeats, kept, people) => {
          const waiting = people.map((who, index) => ({ ...place(index + 1), ...who }));
          const offers = nextOffers({ cohortState: "open", capacity, takenSeats, keptSeats: kept, waiting });
          const mayHave = (entryId: string, number: number) => {
            const seat = kept.find((each) => each.number === number);
            const who = waiting.find((each) => each.id === entryId);
            return who !== undefined && (seat === undefined || isKeptFor(seat, who));
          };
          const given = offers.map((offer) => offer.seat);
          expect(new Set([...given, ...takenSeats]).size).toBe(given.length + takenSeats.length);
          for (const offer of offers) {
            expect(mayHave(offer.entryId, offer.seat)).toBe(true);
            // Whoever is before them and was offered nothing could not have had this seat.
            const before = waiting.slice(
              0,
              waiting.findIndex((each) => each.id === offer.entryId),
            );
            for (const each of before)
              if (!offers.some((other) => other.entryId === each.id))
                expect(mayHave(each.id, offer.seat)).toBe(false);
          }
          for (const each of waiting) {
            if (offers.some((offer) => offer.entryId === each.id)) continue;
            for (let number = 1; number <= capacity; number++)
              if (!takenSeats.includes(number) && !given.includes(number))
                expect(mayHave(each.id, number)).toBe(false);
          }
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("have a queue of their own", () => {
    const queue = [from(1, "vejle"), from(2, "odense"), from(3, "vejle"), from(4, "odense")];
    const placesOf = (index: number) => placesInQueue(queue, queue[index] ?? from(9, null), keptSeats);
    expect([0, 1, 2, 3].map(placesOf)).toEqual([
      { open: 1, kept: null },
      { open: 2, kept: 1 },
      { open: 3, kept: null },
      { open: 4, kept: 2 },
    ]);
    expect(placesOf(7)).toBeNull();
  });
});

describe("an offer", () => {
  const until = offerExpiry(NOW, 72);
  const answer = (state: WaitlistState, now: Date, cohortState: CohortState = "open") => {
    const decision = decideOfferAnswer({ state, offerExpiresAt: until, cohortState }, now);
    return decision.ok ? "ok" : decision.refusal.code;
  };

  it("is held for the cohort's hours", () => {
    expect(until.toISOString()).toBe("2027-01-13T12:00:00.000Z");
  });

  it("expires on time, though the job is late", () => {
    const last = new Date(until.getTime() - 1);
    expect(answer("offered", last)).toBe("ok");
    expect(answer("offered", until)).toBe("offer.expired");
    expect(isOfferOver({ state: "offered", offerExpiresAt: until }, last)).toBe(false);
    expect(isOfferOver({ state: "offered", offerExpiresAt: until }, until)).toBe(true);
    expect(isOfferOver({ state: "accepted", offerExpiresAt: until }, until)).toBe(false);
  });

  it.each<[WaitlistState, string]>([
    ["waiting", "offer.notOffered"],
    ["accepted", "offer.alreadyAccepted"],
    ["refused", "offer.alreadyRefused"],
    ["expired", "offer.expired"],
    ["withdrawn", "offer.notOffered"],
  ])("that is %s: %s", (state, expected) => {
    expect(answer(state, NOW)).toBe(expected);
  });

  it("is of no use once the cohort runs", () => {
    expect(answer("offered", NOW, "running")).toBe("application.cohortNotFilling");
  });
});

describe("moving somebody to the front", () => {
  const word = (state: WaitlistState, advancedAt: Date | null, reason: string) => {
    const decision = decideAdvancing({ state, advancedAt }, reason);
    return decision.ok ? "ok" : decision.refusal.code;
  };
  it("needs a reason, once, for somebody who waits", () => {
    expect(word("waiting", null, "Flyttedag")).toBe("ok");
    expect(word("waiting", null, " ")).toBe("waitlist.reasonMissing");
    expect(word("offered", null, "Flyttedag")).toBe("waitlist.notWaiting");
    expect(word("waiting", NOW, "Flyttedag")).toBe("waitlist.alreadyAdvanced");
  });

  it("shows in the place, and to those who were passed only", () => {
    const moved = place(3, NOW);
    const queue = [place(1), place(2), moved, place(4)];
    expect(queue.map((each) => placeInQueue(queue, each.id))).toEqual([2, 3, 1, 4]);
    expect(placeInQueue(queue, "p9")).toBeNull();
    const joined = { joinedAt: new Date(NOW.getTime() - 1) };
    expect(lastOvertakenAt({ ...place(1), ...joined }, [moved])).toEqual(NOW);
    expect(lastOvertakenAt({ ...place(4), ...joined }, [moved])).toBeNull();
    expect(lastOvertakenAt({ ...moved, ...joined }, [moved])).toBeNull();
  });
});
