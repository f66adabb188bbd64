import { expect, it } from "vitest";
import { slugOf } from "@/lib/core/ids";

it.each([
  [
    "Certificeret uddannelse i offentlig innovationsledelse",
    "certificeret-uddannelse-i-offentlig-innovationsledelse",
  ],
  ["Hold 3 – Århus, Ærø & Øster Åby", "hold-3-aarhus-aeroe-oester-aaby"],
  ["Utbildning i Södermanland", "utbildning-i-sodermanland"],
  ["Crème brûlée", "creme-brulee"],
  ["  --  ", ""],
  [`${"a".repeat(79)}-b`, "a".repeat(79)],
])("the slug of %j is %j", (text, slug) => {
  expect(slugOf(text)).toBe(slug);
});
