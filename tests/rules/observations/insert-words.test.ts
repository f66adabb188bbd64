import { describe, expect, it } from "vitest";
import { insertWords } from "@/components/observations/write/insert-words";
import { problemOf } from "@/components/observations/write/speech";

describe("dictated words", () => {
  it.each([
    ["into nothing", "", 0, 0, "Hun spurgte.", "Hun spurgte.|"],
    ["at the end", "Møde.", 5, 5, "Hun spurgte.", "Møde. Hun spurgte.|"],
    ["after a break of line", "Møde.\n", 6, 6, "Hun spurgte.", "Møde.\nHun spurgte.|"],
    ["at the beginning", "Møde.", 0, 0, "Et", "Et| Møde."],
    ["between two words", "Hun ind.", 3, 3, "spurgte", "Hun spurgte| ind."],
    ["before a full stop", "Hun.", 3, 3, "spurgte", "Hun spurgte|."],
    ["in the place of what is marked", "Hun sagde ja.", 4, 9, "spurgte", "Hun spurgte| ja."],
  ])("go %s", (_where, text, from, to, words, expected) => {
    const put = insertWords(text, { from, to }, words);
    expect(`${put.text.slice(0, put.caret)}|${put.text.slice(put.caret)}`).toBe(expected);
  });

  it.each([
    ["not-allowed", "notAllowed"],
    ["service-not-allowed", "notAllowed"],
    ["audio-capture", "noMicrophone"],
    ["network", "network"],
    ["no-speech", "noSpeech"],
    ["language-not-supported", "language"],
    ["bad-grammar", "failed"],
    ["aborted", null],
  ])("end with %s, which is told as %s", (error, problem) => {
    expect(problemOf(error)).toBe(problem);
  });
});
