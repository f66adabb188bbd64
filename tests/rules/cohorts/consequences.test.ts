import { createTranslator } from "next-intl";
import { describe, expect, it } from "vitest";
import { cohortConsequences } from "@/lib/cohorts/rules/consequences";
import { cohortTransitions } from "@/lib/cohorts/rules/transitions";
import da from "@/lib/i18n/messages/da/cohorts.json";
import en from "@/lib/i18n/messages/en/cohorts.json";
import sv from "@/lib/i18n/messages/sv/cohorts.json";

const targets = [...new Set(Object.values(cohortTransitions).flat())];

describe.each([
  ["da", da],
  ["sv", sv],
  ["en", en],
] as const)("what follows from a change of a cohort's state is said beforehand: %s", (locale, messages) => {
  const say = createTranslator({ locale, messages: messages as Record<string, unknown> }) as (
    key: string,
    counts: Record<string, string | number>,
  ) => string;

  it.each(targets)("to %s", (to) => {
    const keys = to === "draft" ? [] : cohortConsequences[to];
    expect(keys.length).toBeGreaterThan(1);
    for (const count of [0, 1, 7]) {
      const counts = { name: "Hold", enrolled: count, undecided: count, waiting: count, sessions: count };
      const sentences = [...keys, "title", "submit"].map((key) => say(`change.${to}.${key}`, counts));
      for (const sentence of sentences) expect(sentence).toMatch(/^[^{}]{3,}$/);
      expect(sentences.some((sentence) => sentence.startsWith("change."))).toBe(false);
    }
  });
});

it("cancelling says of seats, applications, the queue and sessions how many it concerns", () => {
  const say = createTranslator({ locale: "da", messages: da as Record<string, unknown> }) as (
    key: string,
    counts: Record<string, number>,
  ) => string;
  const counts = { enrolled: 19, undecided: 4, waiting: 6, sessions: 10 };
  const said = cohortConsequences.cancelled.map((key) => say(`change.cancelled.${key}`, counts)).join(" ");
  for (const count of Object.values(counts)) expect(said).toContain(String(count));
});
