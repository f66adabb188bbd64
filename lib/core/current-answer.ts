/** The answer that is being made to a request. */
export type Answer = {
  /** As far as it is decided. */
  readonly status: number;
  /** What parts of a page, of which some are rendered more than once, tell one another. */
  readonly notes: Set<string>;
};

type Told = { praksisAnswer?: () => Answer | undefined };

/** The answer being made; undefined in a browser and outside a request. Next tells a page nothing of it: see record-answers.ts. */
export function currentAnswer(): Answer | undefined {
  return (globalThis as Told).praksisAnswer?.();
}

/** From now on `currentAnswer` asks `answer`. Global, because Next bundles the two sides of a page apart, each with modules of its own. */
export function tellAnswers(answer: () => Answer | undefined): void {
  (globalThis as Told).praksisAnswer = answer;
}
