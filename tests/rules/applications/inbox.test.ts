import { describe, expect, it } from "vitest";
import { expectedPlace } from "@/lib/applications/rules/inbox";
import type { ParticipantRole } from "@/lib/db/generated/enums";
import type { SeatFacts } from "@/lib/enrolments/rules/capacity";

const OURS = "0198c0de-0000-7000-8000-000000000001";
const OTHERS = "0198c0de-0000-7000-8000-000000000002";
const TRACK = "0198c0de-0000-7000-8000-00000000000a";
const of = (organisationId: string | null, trackId: string | null = null) => ({ organisationId, trackId });
const kept = (number: number, who = of(OURS)) => ({ number, ...who });

const place = (
  facts: Partial<SeatFacts>,
  who = of(OTHERS),
  participantRole: ParticipantRole | null = "manager",
) =>
  expectedPlace(
    { capacity: 3, takenSeats: [], keptSeats: [], waiting: 0, waitingFrom: [], ...facts },
    { ...who, participantRole },
  );

describe("where an applicant would go who is admitted now", () => {
  it.each<[string, number | null, number | null]>([
    ["a free seat", place({ takenSeats: [1, 2] }), null],
    ["a full cohort", place({ takenSeats: [1, 2, 3], waiting: 2 }), 3],
    ["a free seat that somebody waits for", place({ takenSeats: [1], waiting: 1 }), 2],
    ["only seats that are kept for others", place({ takenSeats: [1, 2], keptSeats: [kept(3)] }), 1],
    [
      "a seat that is kept for their workplace",
      place({ takenSeats: [1, 2], keptSeats: [kept(3)] }, of(OURS)),
      null,
    ],
    [
      "a seat kept for their workplace, past those who wait for the others",
      place({ takenSeats: [1, 2], keptSeats: [kept(3)], waiting: 4, waitingFrom: [of(OTHERS)] }, of(OURS)),
      null,
    ],
    [
      "a seat kept for their workplace that a colleague waits for",
      place({ takenSeats: [1, 2], keptSeats: [kept(3)], waiting: 1, waitingFrom: [of(OURS)] }, of(OURS)),
      2,
    ],
    [
      "a seat that is kept for their track",
      place({ takenSeats: [1, 2], keptSeats: [kept(3, of(null, TRACK))] }, of(OTHERS, TRACK)),
      null,
    ],
    [
      "a seat that is kept for another track",
      place({ takenSeats: [1, 2], keptSeats: [kept(3, of(null, TRACK))] }),
      1,
    ],
    ["a guest, who takes no seat", place({ takenSeats: [1, 2, 3], waiting: 9 }, of(null), "guest"), null],
  ])("%s", (_name, found, expected) => {
    expect(found).toBe(expected);
  });
});
