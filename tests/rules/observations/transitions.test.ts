import { describe, expect, it } from "vitest";
import { decideTransition, type Transitions } from "@/lib/core/transitions";
import { frameworkVersionTransitions } from "@/lib/frameworks/rules/transitions";
import { observationTransitions, visitTransitions } from "@/lib/observations/rules/transitions";
import { projectTransitions } from "@/lib/portfolio/rules/transitions";

/** Every move that domain.md draws; all others are illegal. */
const drawn: [string, Transitions<string>, string[]][] = [
  [
    "visit",
    visitTransitions,
    [
      "requested proposed",
      "requested cancelled",
      "proposed booked",
      "proposed cancelled",
      "booked done",
      "booked missed",
      "booked cancelled",
    ],
  ],
  [
    "observation",
    observationTransitions,
    [
      "draft submitted",
      "submitted returned",
      "submitted shared",
      "returned draft",
      "shared responded",
      "shared response_lapsed",
      "responded locked",
      "response_lapsed locked",
    ],
  ],
  [
    "project",
    projectTransitions,
    [
      "proposed agreed",
      "proposed abandoned",
      "agreed active",
      "agreed abandoned",
      "active concluded",
      "active abandoned",
    ],
  ],
  ["framework", frameworkVersionTransitions, ["draft approved", "approved in_use", "in_use retired"]],
];

describe.each(drawn)("the moves of %s", (machine, transitions, legal) => {
  const states = Object.keys(transitions);
  const pairs = states.flatMap((from) => states.map((to) => [from, to] as const));

  it.each(pairs)("%s → %s", (from, to) => {
    const decision = decideTransition(machine, transitions, from, to);
    expect(decision.ok).toBe(legal.includes(`${from} ${to}`));
    if (!decision.ok) expect(decision.refusal.code).toBe(`${machine}.transition`);
  });
});
