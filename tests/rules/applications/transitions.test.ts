import { describe, expect, it } from "vitest";
import { applicationTransitions, isOpenApplication } from "@/lib/applications/rules/transitions";
import { decideTransition } from "@/lib/core/transitions";
import type { ApplicationState } from "@/lib/db/generated/enums";

/** The arrows of design/domain.md, written out once more by hand. */
const ARROWS = [
  "draft → submitted",
  "draft → withdrawn",
  "submitted → manager_pending",
  "submitted → under_review",
  "submitted → withdrawn",
  "manager_pending → manager_approved",
  "manager_pending → manager_declined",
  "manager_pending → withdrawn",
  "manager_approved → under_review",
  "manager_approved → withdrawn",
  "under_review → admitted",
  "under_review → waitlisted",
  "under_review → declined",
  "under_review → withdrawn",
  "waitlisted → admitted",
  "waitlisted → declined",
  "waitlisted → withdrawn",
];
const states = Object.keys(applicationTransitions) as ApplicationState[];
const moves = states.flatMap((from) => states.map((to) => [from, to] as const));

describe("an application", () => {
  it.each(moves)("%s → %s", (from, to) => {
    const decision = decideTransition("application", applicationTransitions, from, to);
    expect(decision.ok).toBe(ARROWS.includes(`${from} → ${to}`));
    if (!decision.ok)
      expect(decision.refusal).toEqual({ code: "application.transition", params: { from, to } });
  });

  it("is open as long as it can still lead to a seat", () => {
    expect(states.filter(isOpenApplication)).toEqual([
      "draft",
      "submitted",
      "manager_pending",
      "manager_approved",
      "under_review",
      "waitlisted",
    ]);
  });
});
