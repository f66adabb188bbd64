import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chanceOf } from "@/lib/enrolments/rules/chance";
import { decideClass, decideKeeping, decideRenumbering } from "@/lib/enrolments/rules/keeping";

const NOW = new Date("2027-01-10T12:00:00Z");
const odense = { organisationId: "odense", trackId: null };
const vejle = { organisationId: "vejle", trackId: null };

describe("keeping seats", () => {
  const facts = {
    capacity: 6,
    takenSeats: [1, 2, 5],
    keptSeats: [{ number: 3, ...vejle }],
    held: [
      { number: 1, ...vejle },
      { number: 2, ...odense },
      { number: 5, ...odense },
    ],
  };
  const keep = (seats: number) => {
    const decision = decideKeeping(facts, odense, seats);
    return decision.ok ? decision.value : decision.refusal;
  };
  it("counts what they hold, then takes free ones that are kept for nobody", () => {
    expect(keep(1)).toEqual([2]);
    expect(keep(2)).toEqual([2, 5]);
    expect(keep(4)).toEqual([2, 5, 4, 6]);
  });
  it("says how many there are where they do not suffice", () => {
    expect(keep(5)).toEqual({ code: "seatClass.notEnough", params: { seats: 4 }, field: "seats" });
  });
  it.each([
    [odense, null, "ok"],
    [odense, new Date(NOW.getTime() + 1), "ok"],
    [odense, NOW, "seatClass.releasePast"],
    [{ organisationId: null, trackId: null }, null, "seatClass.forNobody"],
  ])("for %j until %s: %s", (who, releasesAt, expected) => {
    const decision = decideClass(who, releasesAt, NOW);
    expect(decision.ok ? "ok" : decision.refusal.code).toBe(expected);
  });
});

describe("numbering seats anew", () => {
  it("moves what is beyond the capacity into the gaps, and nothing else", () => {
    const decision = decideRenumbering(4, [1, 6], [3, 8]);
    expect(decision.ok && [...decision.value]).toEqual([
      [6, 2],
      [8, 4],
    ]);
  });
  it("keeps a kept seat and whoever has it together", () => {
    const decision = decideRenumbering(2, [9], [9]);
    expect(decision.ok && [...decision.value]).toEqual([[9, 1]]);
  });
  it("is refused below what is taken or kept", () => {
    expect(decideRenumbering(2, [1, 2], [2, 3])).toEqual({
      ok: false,
      refusal: { code: "cohort.capacityBelow", params: { seats: 3 }, field: "capacity" },
    });
  });
  it("loses no seat and gives none twice, whatever there is", () => {
    const numbers = fc.uniqueArray(fc.integer({ min: 1, max: 40 }), { maxLength: 30 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 40 }), numbers, numbers, (to, taken, kept) => {
        const occupied = new Set([...taken, ...kept]);
        const decision = decideRenumbering(to, taken, kept);
        expect(decision.ok).toBe(occupied.size <= to);
        if (!decision.ok) return;
        const after = [...occupied].map((number) => decision.value.get(number) ?? number);
        expect(new Set(after).size).toBe(occupied.size);
        expect(after.every((number) => number >= 1 && number <= to)).toBe(true);
      }),
    );
  });
});

describe("the chance of a place", () => {
  it("is counted from earlier queues, and not said where they are few", () => {
    expect(chanceOf(1, [])).toBeNull();
    expect(chanceOf(1, [4, 2])).toBeNull();
    expect(chanceOf(2, [4, 2, 0, 1])).toEqual({ reached: 2, cohorts: 4 });
    expect(chanceOf(5, [4, 2, 0, 1])).toEqual({ reached: 0, cohorts: 4 });
  });
});
