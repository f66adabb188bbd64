import { describe, expect, it } from "vitest";
import type { Locale } from "@/lib/db/generated/enums";
import { textIn } from "@/lib/frameworks/rules/text-in";

const texts = (...locales: Locale[]) => locales.map((locale) => ({ locale }));

describe("textIn", () => {
  it.each<[string, Locale[], Locale, Locale | null]>([
    ["the reader's language", ["da", "sv", "en"], "sv", "sv"],
    ["Danish where theirs is missing", ["en", "da"], "sv", "da"],
    ["whichever there is", ["en"], "sv", "en"],
    ["nothing where there is none", [], "da", null],
  ])("%s", (_, locales, wanted, expected) => {
    expect(textIn(texts(...locales), wanted)?.locale ?? null).toBe(expected);
  });
});
