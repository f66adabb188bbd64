/** Who stands near a case, as a certifier of the body where nothing else is said. */
export const people = [
  "nobody near",
  "the participant",
  "an assessor who observed",
  "a facilitator of the cohort",
  "the teacher of one session",
  "a teacher of the last two years",
  "the line manager",
  "of the same employer lately",
  "declared barred",
  "who took the case up",
  "the recommender",
  "the excepter",
  "who opened the hearing",
  "the decider",
  "the releaser",
  "an assessor who is no certifier",
  "a certifier of another body",
] as const;
export type Who = (typeof people)[number];

/** Barred from every part (forvaltningsloven § 3; ISO/IEC 17024 5.2). */
export const always: readonly Who[] = [
  "the participant",
  "a facilitator of the cohort",
  "the teacher of one session",
  "a teacher of the last two years",
  "the line manager",
  "of the same employer lately",
  "declared barred",
  "a certifier of another body",
];
export const certifiersOnly: readonly Who[] = [...always, "an assessor who is no certifier"];
export const involved: readonly Who[] = [
  "an assessor who observed",
  "who took the case up",
  "the recommender",
  "the excepter",
  "who opened the hearing",
  "the decider",
  "the releaser",
];
