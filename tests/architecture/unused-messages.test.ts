import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { projectFiles, readText, root, sourceOf } from "./sources";
import { missingKeys, unusedKeys } from "./used-messages";

function keysOf(value: unknown, path: string): string[] {
  if (typeof value !== "object" || value === null) return [path];
  return Object.entries(value).flatMap(([key, inner]) => keysOf(inner, path ? `${path}.${key}` : key));
}

const folder = "lib/i18n/messages/da";
const keys = readdirSync(`${root}${folder}`).flatMap((file) =>
  keysOf(JSON.parse(readText(`${folder}/${file}`)), file.replace(/\.json$/, "")),
);

/** Keys below these are named without their branch: codes of refusals, what is wrong with a field, and the parts of mails (lib/mail). */
const everywhere = ["refusals", "ui.validation", "mail"];
/** Keys that a source puts together out of parts it does not write down itself. */
const dynamic = [
  // By the list that a page offers (components/lists/export-links.tsx).
  "lists.decisions.name",
  "lists.assessors.name",
  "lists.complaints.name",
  "lists.reviews.name",
  // The parts of the statements (lib/statements/facts/shipped-wording.ts).
  "public.was.",
  "public.privacy.",
  // By the name of a job, a mail and an event (components/admin); names-of-codes.test.ts keeps them to those there are.
  "admin.jobs.names.",
  "admin.jobs.templates.",
  "admin.audit.actions.",
  "admin.audit.subjects.",
  // By the kind of what may name somebody (lib/observations/rules/third-parties.ts).
  "observations.thirdParty.",
];

const sources = projectFiles()
  .filter((path) => /^(app|components|lib)\/.*\.tsx?$/.test(path) && !path.endsWith(".d.ts"))
  .map((path) => sourceOf(path, readText(path)));

it("every message that a source reads is there", () => {
  expect(missingKeys(keys, sources)).toEqual([]);
  const misspelt = sourceOf(
    "a.tsx",
    'const t = useTranslations("cohorts"); t("list.titel"); t.rich("list.title");',
  );
  expect(missingKeys(["cohorts.list.title"], [misspelt])).toEqual(["a.tsx: list.titel"]);
});

it("every message is read by some source", () => {
  expect(keys.length).toBeGreaterThan(1000);
  expect(unusedKeys(keys, sources, { everywhere, dynamic })).toEqual([]);
});

describe("what a source names", () => {
  const given = ["cohorts.list.title", "cohorts.state.open", "cohorts.state.closed", "refusals.seat.taken"];
  const unused = (text: string) =>
    unusedKeys(given, [sourceOf("a.ts", text)], { everywhere: ["refusals"], dynamic: [] });

  it.each<[string, string[]]>([
    ['const t = useTranslations("cohorts"); t("list.title");', ["cohorts.list.title"]],
    ['const t = useTranslations("cohorts.list"); t("title");', ["cohorts.list.title"]],
    ['const message = "cohorts.list.title";', ["cohorts.list.title"]],
    ['t("list.title");', []],
    [
      `const t = useTranslations("cohorts"); t(\`state.${"$"}{state}\`);`,
      ["cohorts.state.open", "cohorts.state.closed"],
    ],
    [`const t = useTranslations("cohorts"); t(\`${"$"}{part}.title\`);`, []],
    ['z.string().min(1, "cohorts:list.title");', ["cohorts.list.title"]],
    ['refuse("seat.taken");', ["refusals.seat.taken"]],
  ])("%s", (text, used) => {
    expect(unused(text)).toEqual(given.filter((key) => !used.includes(key)));
  });
});
