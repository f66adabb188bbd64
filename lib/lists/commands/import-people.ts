import "server-only";
import type { Work } from "@/lib/auth/work";
import type { Locale } from "@/lib/db/generated/enums";
import { createPerson } from "@/lib/people/commands/manage-person";
import { personRow } from "../import-schema";
import { type ImportOutcome, type ImportProblem, repeated } from "../rules/import-outcome";
import { readRows } from "./read-rows";

/** Words for a language, in small letters; empty is Danish. */
const LANGUAGES: Readonly<Record<string, Locale>> = {
  "": "da",
  da: "da",
  dansk: "da",
  danska: "da",
  danish: "da",
  sv: "sv",
  svensk: "sv",
  svenska: "sv",
  swedish: "sv",
  en: "en",
  engelsk: "en",
  engelska: "en",
  english: "en",
};

/** What is wrong with a row that only the people known here and our languages tell. */
function problemsOf(
  line: number,
  { email, language }: { readonly email: string; readonly language: string },
  taken: ReadonlySet<string | null>,
): ImportProblem[] {
  const problems: ImportProblem[] = [];
  if (taken.has(email)) problems.push({ line, column: "email", key: "lists.import.emailKnown", params: {} });
  if (LANGUAGES[language.toLowerCase()] === undefined)
    problems.push({
      line,
      column: "language",
      key: "lists.import.languageUnknown",
      params: { value: language },
    });
  return problems;
}

/**
 * Looks at a file of people, and makes them where `take` and nothing is wrong with it: every row, or none. Somebody whose address is known is
 * a problem of their row. Throws the refusal where the file cannot be read.
 */
export async function importPeople(work: Work, file: File, take: boolean): Promise<ImportOutcome> {
  const read = await readRows(file, personRow, ["name", "email"]);
  const good = read.rows.flatMap(({ line, value }) => (value ? [{ line, value }] : []));
  const known = await work.tx.person.findMany({
    where: { email: { in: good.map(({ value }) => value.email) } },
    select: { email: true },
  });
  const taken = new Set(known.map(({ email }) => email));
  const found = good.map(({ line, value }) => ({
    line,
    name: value.name,
    email: value.email,
    locale: LANGUAGES[value.language.toLowerCase()],
    problems: problemsOf(line, value, taken),
  }));
  const problems: ImportProblem[] = [
    ...read.problems,
    ...found.flatMap((row) => row.problems),
    ...repeated(
      found.map(({ line, email }) => ({ line, value: email })),
      "email",
    ),
  ];
  const imports = take && problems.length === 0;
  if (imports)
    for (const { name, email, locale = "da" } of found) await createPerson(work, { name, email, locale });
  await work.audit({
    stream: "imports",
    action: imports ? "list.imported" : "list.checked",
    entity: "list",
    entityId: "people",
    detail: { list: "people", rows: read.rows.length, problems: problems.length },
  });
  return {
    columns: Object.keys(personRow.shape),
    rows: read.rows.map(({ line, cells }) => ({ line, cells })),
    problems,
    unknown: read.unknown,
    imported: imports ? found.length : 0,
  };
}
