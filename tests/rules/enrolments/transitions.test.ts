import { describe, expect, it } from "vitest";
import { decideTransition } from "@/lib/core/transitions";
import type { EnrolmentState, WaitlistState } from "@/lib/db/generated/enums";
import { enrolmentTransitions, holdsSeat, waitlistTransitions } from "@/lib/enrolments/rules/transitions";

/** The arrows of design/domain.md, written out once more by hand. */
const ENROLMENT = [
  "reserved → active",
  "reserved → withdrawn",
  "reserved → substituted",
  "reserved → transferred",
  "active → completed",
  "active → not_completed",
  "active → withdrawn",
  "active → substituted",
  "active → transferred",
  "active → paused",
  "paused → active",
];
const WAITLIST = [
  "waiting → offered",
  "waiting → withdrawn",
  "offered → accepted",
  "offered → expired",
  "offered → refused",
  "offered → withdrawn",
];
const enrolmentStates = Object.keys(enrolmentTransitions) as EnrolmentState[];
const waitlistStates = Object.keys(waitlistTransitions) as WaitlistState[];

describe("an enrolment", () => {
  it.each(enrolmentStates.flatMap((from) => enrolmentStates.map((to) => [from, to] as const)))(
    "%s → %s",
    (from, to) => {
      const { ok } = decideTransition("enrolment", enrolmentTransitions, from, to);
      expect(ok).toBe(ENROLMENT.includes(`${from} → ${to}`));
    },
  );

  it("holds a seat from the reservation to the end, whatever the end, unless it is given up", () => {
    expect(enrolmentStates.filter(holdsSeat)).toEqual([
      "reserved",
      "active",
      "paused",
      "completed",
      "not_completed",
    ]);
  });
});

describe("a place in the queue", () => {
  it.each(waitlistStates.flatMap((from) => waitlistStates.map((to) => [from, to] as const)))(
    "%s → %s",
    (from, to) => {
      const { ok } = decideTransition("waitlist_entry", waitlistTransitions, from, to);
      expect(ok).toBe(WAITLIST.includes(`${from} → ${to}`));
    },
  );
});
