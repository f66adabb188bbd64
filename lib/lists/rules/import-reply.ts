import type { ImportOutcome } from "./import-outcome";

/** What somebody is told of a file: on to the list where it was taken in, else what is in it and what is wrong. */
export function replyOf(outcome: ImportOutcome, listPath: string) {
  if (outcome.imported > 0) return { message: "lists.import.done", redirectTo: listPath };
  const message = outcome.problems.length > 0 ? "lists.import.hasProblems" : "lists.import.ready";
  return { message, data: outcome };
}
