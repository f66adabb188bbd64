import { expect, it } from "vitest";
import { auditActions, auditSubjects } from "@/lib/audit/rules/events";
import { locales } from "@/lib/i18n/locales";
import { scheduledJobs } from "@/lib/jobs/scheduled-jobs";
import { templates } from "@/lib/mail/templates/registry";
import { readText } from "./sources";

/** A code as people read it must not look like one: `case.decided`, `cohort-message`, `mail.deliver`. */
const LOOKS_LIKE_CODE = /^[a-z]+([.-][a-zA-Z]+)+$/;

type Tree = { readonly [name: string]: string | Tree };

/** The texts of a tree by their whole names. */
function textsOf(tree: Tree, before = ""): Map<string, string> {
  return new Map(
    Object.entries(tree).flatMap(([name, below]): [string, string][] =>
      typeof below === "string" ? [[`${before}${name}`, below]] : [...textsOf(below, `${before}${name}.`)],
    ),
  );
}

const at = (tree: Tree, path: readonly string[]): Tree =>
  path.reduce((found, name) => found[name] as Tree, tree);

it.each([
  ["every event of the trail", ["audit", "actions"], auditActions],
  ["every subject of the trail", ["audit", "subjects"], auditSubjects],
  ["every mail", ["jobs", "templates"], Object.keys(templates)],
  ["every job", ["jobs", "names"], scheduledJobs.map(({ name }) => name.replace(".", "_"))],
] as const)("%s has a name in three languages, and no name is of something else", (_, path, codes) => {
  expect(codes.length).toBeGreaterThan(10);
  for (const locale of locales) {
    const names = textsOf(at(JSON.parse(readText(`lib/i18n/messages/${locale}/admin.json`)) as Tree, path));
    expect([...names.keys()].sort(), locale).toEqual([...codes].sort());
    expect(
      [...names.values()].filter((name) => name === "" || LOOKS_LIKE_CODE.test(name)),
      locale,
    ).toEqual([]);
  }
});
