import "server-only";
import type { z } from "zod";
import { insist } from "@/lib/core/decision";
import { locales } from "@/lib/i18n/locales";
import { type TranslatableIssue, translateIssue } from "@/lib/i18n/translate-issue";
import { translatorFor } from "@/lib/i18n/translator";
import { readTable } from "@/lib/spreadsheet/read-table";
import type { ImportProblem, ImportRow } from "../rules/import-outcome";

/** A file's rows checked one by one. `value` is null where a cell is wrong; `right` is what the right ones say. */
export type CheckedRows<T> = {
  readonly rows: readonly (ImportRow & { readonly value: T | null; readonly right: Partial<T> })[];
  readonly problems: readonly ImportProblem[];
  readonly unknown: readonly string[];
};

/** Headings of a column in every language, as the export writes them. */
async function headingsOf(key: string): Promise<string[]> {
  const translators = await Promise.all(locales.map((locale) => translatorFor(locale, "lists")));
  return [key, ...translators.map((t) => t(`column.${key}`))];
}

/** What those cells of a row say that are right for themselves. */
function rightOf({ shape }: z.ZodObject, given: Readonly<Record<string, string>>): Record<string, unknown> {
  const fields = Object.entries(shape as Readonly<Record<string, z.ZodType>>);
  const checked = fields.map(([key, field]) => ({ key, cell: field.safeParse(given[key]) }));
  return Object.fromEntries(checked.flatMap(({ key, cell }) => (cell.success ? [[key, cell.data]] : [])));
}

/**
 * Reads a file with one row a thing of `schema`, whose fields are its columns. Throws the refusal where the file cannot be read or lacks
 * one of the columns `required`.
 */
export async function readRows<Shape extends z.ZodObject>(
  file: File,
  schema: Shape,
  required: readonly string[],
): Promise<CheckedRows<z.output<Shape>>> {
  const columns = Object.keys(schema.shape);
  const wanted = await Promise.all(
    columns.map(async (key) => ({
      key,
      names: await headingsOf(key),
      word: `lists.column.${key}`,
      required: required.includes(key),
    })),
  );
  const table = insist(readTable(new Uint8Array(await file.arrayBuffer()), wanted));
  const problems: ImportProblem[] = [];
  const rows = table.rows.map((row) => {
    const given = Object.fromEntries(columns.map((key) => [key, row.cell(key)]));
    const checked = schema.safeParse(given);
    for (const issue of checked.error?.issues ?? []) {
      const { key, params } = translateIssue(issue as unknown as TranslatableIssue);
      problems.push({ line: row.line, column: String(issue.path[0] ?? ""), key, params });
    }
    const value = checked.success ? (checked.data as z.output<Shape>) : null;
    const right = value ?? (rightOf(schema, given) as Partial<z.output<Shape>>);
    return { line: row.line, cells: columns.map((key) => row.cell(key)), value, right };
  });
  return { rows, problems, unknown: table.unknown };
}
