import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readText, root } from "./sources";

const LOCALES = ["da", "sv", "en"] as const;
type Locale = (typeof LOCALES)[number];
type Texts = Map<string, string>;
type Catalogue = Record<Locale, Texts>;

function flatten(value: unknown, path: string, into: Texts): Texts {
  if (typeof value === "object" && value !== null)
    for (const [key, inner] of Object.entries(value)) flatten(inner, path ? `${path}.${key}` : key, into);
  else into.set(path, String(value));
  return into;
}

/** The names inside the outermost braces of a message, like `name` and `count` in "{name}: {count, plural, …}". */
function argumentsOf(text: string): string {
  const names = new Set<string>();
  let depth = 0;
  for (const [index, character] of [...text].entries()) {
    if (character === "}") depth--;
    if (character !== "{") continue;
    const name = depth % 2 === 0 && /^\{\s*(\w+)\s*[,}]/.exec([...text].slice(index).join(""))?.[1];
    if (name) names.add(name);
    depth++;
  }
  return [...names].sort().join(", ");
}

const wordsIn = (text: string): number => text.match(/\p{L}{2,}/gu)?.length ?? 0;

/** So many words are the same in two languages by chance only if nobody translated them; Danish and Swedish are close. */
const SAME_WORDS: [Locale, Locale, number][] = [
  ["da", "en", 4],
  ["sv", "en", 4],
  ["da", "sv", 6],
];

function problemsOf(catalogue: Catalogue): string[] {
  const problems: string[] = [];
  const keys = new Set(LOCALES.flatMap((locale) => [...catalogue[locale].keys()]));
  for (const key of keys) {
    const texts = LOCALES.map((locale) => catalogue[locale].get(key));
    for (const [index, text] of texts.entries()) {
      if (text === undefined) problems.push(`${key} is missing in ${LOCALES[index]}`);
      else if (!text.trim()) problems.push(`${key} is empty in ${LOCALES[index]}`);
      else if (/\b(TODO|FIXME|XXX)\b/.test(text)) problems.push(`${key} is unfinished in ${LOCALES[index]}`);
    }
    const given = texts.filter((text) => text !== undefined);
    if (new Set(given.map(argumentsOf)).size > 1)
      problems.push(`${key} takes different values in its languages`);
    for (const [a, b, words] of SAME_WORDS) {
      const text = catalogue[a].get(key);
      if (text !== undefined && text === catalogue[b].get(key) && wordsIn(text) >= words)
        problems.push(`${key} is the same in ${a} and ${b}`);
    }
  }
  return problems;
}

const areas = readdirSync(`${root}lib/i18n/messages/da`);

describe("messages", () => {
  it("have the same files in every language", () => {
    for (const locale of LOCALES) expect(readdirSync(`${root}lib/i18n/messages/${locale}`)).toEqual(areas);
  });

  it.each(areas)("are complete and translated: %s", (file) => {
    const read = (locale: Locale) =>
      flatten(JSON.parse(readText(`lib/i18n/messages/${locale}/${file}`)), "", new Map());
    expect(problemsOf({ da: read("da"), sv: read("sv"), en: read("en") })).toEqual([]);
  });

  it.each([
    [{ da: "Hold", sv: undefined, en: "Cohort" }, "is missing in sv"],
    [{ da: "Hold", sv: " ", en: "Cohort" }, "is empty in sv"],
    [{ da: "Hold", sv: "TODO", en: "Cohort" }, "is unfinished in sv"],
    [{ da: "Hej {name}", sv: "Hej {namn}", en: "Hello {name}" }, "takes different values in its languages"],
    [
      { da: "The seat is yours now", sv: "Platsen är din nu", en: "The seat is yours now" },
      "is the same in da and en",
    ],
  ])("are seen through: %j", (texts, problem) => {
    const of = (text: string | undefined): Texts => new Map(text === undefined ? [] : [["a.b", text]]);
    expect(problemsOf({ da: of(texts.da), sv: of(texts.sv), en: of(texts.en) })).toEqual([`a.b ${problem}`]);
  });

  it("may hold plurals", () => {
    expect(argumentsOf("{n, plural, one {# plads} other {# pladser}} af {all}")).toBe("all, n");
  });
});
