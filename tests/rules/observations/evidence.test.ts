import { describe, expect, it } from "vitest";
import type { Rating } from "@/lib/db/generated/enums";
import { evidenceMatrix, type MatrixOccasion } from "@/lib/observations/rules/evidence-matrix";
import { type ForecastFacts, forecast } from "@/lib/observations/rules/forecast";

const criteria = [
  { id: "a", code: "K1", name: "Overblik", minOccasions: 1 },
  { id: "b", code: "K2", name: "Dialog", minOccasions: 2 },
];

function occasion(id: string, a: Rating | null, b: Rating | null, change: Partial<MatrixOccasion> = {}) {
  const ratings = [
    { criterionId: "a", rating: a },
    { criterionId: "b", rating: b },
  ].flatMap(({ criterionId, rating }) => (rating ? [{ criterionId, rating }] : []));
  return { observationId: id, observedOn: "2026-05-01", counts: true, ratings, ...change };
}

describe("evidenceMatrix", () => {
  it.each<[string, MatrixOccasion[], string, string]>([
    ["nothing yet", [], "not_seen 1", "not_seen 2"],
    [
      "looked for and not seen is not seen",
      [occasion("1", "not_seen", "not_seen")],
      "not_seen 1",
      "not_seen 2",
    ],
    ["not reached has been seen", [occasion("1", "not_reached", "partly")], "seen 1", "seen 2"],
    ["reached once", [occasion("1", "reached", "reached")], "met 0", "seen 1"],
    [
      "reached twice",
      [occasion("1", "reached", "reached"), occasion("2", "not_seen", "reached")],
      "met 0",
      "met 0",
    ],
    [
      "what does not count yet makes nothing met, and shows",
      [occasion("1", "reached", "reached", { counts: false })],
      "not_seen 1",
      "not_seen 2",
    ],
    [
      "a later miss takes nothing back",
      [occasion("1", "reached", null), occasion("2", "not_reached", null)],
      "met 0",
      "not_seen 2",
    ],
  ])("%s", (_, occasions, a, b) => {
    const { rows } = evidenceMatrix(criteria, occasions);
    expect(rows.map((row) => `${row.standing} ${row.missing}`)).toEqual([a, b]);
  });

  it("puts occasions in order of their day, cells with them", () => {
    const later = occasion("1", "partly", null, { observedOn: "2026-05-09" });
    const earlier = occasion("2", "reached", null, { observedOn: "2026-05-02" });
    const matrix = evidenceMatrix(criteria, [later, earlier]);
    expect(matrix.occasions.map((each) => each.observationId)).toEqual(["2", "1"]);
    expect(matrix.rows[0]?.cells).toEqual(["reached", "partly"]);
    expect(matrix.rows[1]?.cells).toEqual([null, null]);
  });
});

describe("forecast", () => {
  const NOW = new Date("2026-05-13T10:00:00Z");
  const facts: ForecastFacts = {
    matrix: evidenceMatrix(criteria, [occasion("1", "reached", "reached")]),
    minObservations: 2,
    minAssessors: 2,
    countingObservations: 1,
    assessors: 1,
    bookedVisits: [],
    evidenceDueOn: "2026-05-31",
    timeZone: "Europe/Copenhagen",
  };
  const visit = (day: string) => ({ startsAt: new Date(`${day}T08:00:00Z`) });

  it("says what is missing, how long there is, and that nobody is coming", () => {
    expect(forecast(facts, NOW)).toEqual({
      outlook: "open",
      missing: [{ code: "K2", standing: "seen", occasions: 1, reach: "open" }],
      observationsCounting: 1,
      observationsNeeded: 1,
      observationsAtLeast: 2,
      visits: [],
      visitsBooked: 0,
      nextVisitAt: null,
      daysLeft: 18,
    });
  });

  it.each<[string, Partial<ForecastFacts>, string, number, number | null]>([
    ["a visit is booked", { bookedVisits: [visit("2026-05-20")] }, "planned", 1, 18],
    ["a visit that has begun is no plan", { bookedVisits: [visit("2026-05-13")] }, "open", 1, 18],
    [
      "two are missing, one is booked",
      { minObservations: 3, bookedVisits: [visit("2026-05-20")] },
      "open",
      2,
      18,
    ],
    ["a second assessor is missing", { countingObservations: 2, minObservations: 2 }, "open", 1, 18],
    ["the last day", { evidenceDueOn: "2026-05-13" }, "open", 1, 0],
    ["the day after", { evidenceDueOn: "2026-05-12" }, "late", 1, -1],
    ["no last day", { evidenceDueOn: null }, "open", 1, null],
    [
      "everything is there",
      {
        matrix: evidenceMatrix(criteria, [
          occasion("1", "reached", "reached"),
          occasion("2", null, "reached"),
        ]),
        countingObservations: 2,
        assessors: 2,
      },
      "met",
      0,
      18,
    ],
  ])("%s", (_, change, outlook, needed, daysLeft) => {
    const result = forecast({ ...facts, ...change }, NOW);
    expect(result).toMatchObject({ outlook, observationsNeeded: needed, daysLeft });
  });

  it.each<[string, Partial<ForecastFacts>, [number, number, number]]>([
    ["fewer than the scheme asks for", {}, [1, 1, 2]],
    ["enough, of one assessor only", { countingObservations: 2 }, [2, 1, 3]],
    ["enough, a criterion unseen", { countingObservations: 3, assessors: 2 }, [3, 1, 4]],
  ])("the count and what is missing make the whole: %s", (_, change, figures) => {
    const result = forecast({ ...facts, ...change }, NOW);
    expect([result.observationsCounting, result.observationsNeeded, result.observationsAtLeast]).toEqual(
      figures,
    );
  });

  it("names the next visit", () => {
    const booked = [visit("2026-05-28"), visit("2026-05-20")];
    expect(forecast({ ...facts, bookedVisits: booked }, NOW).nextVisitAt).toEqual(
      visit("2026-05-20").startsAt,
    );
  });
});
