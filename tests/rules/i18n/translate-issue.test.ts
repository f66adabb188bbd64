import { expect, test } from "vitest";
import { z } from "zod";
import { safePath } from "@/lib/i18n/current-path";
import { issueField, type TranslatableIssue, translateIssue } from "@/lib/i18n/translate-issue";

function firstIssue(schema: z.ZodType, value: unknown) {
  const issue = schema.safeParse(value).error?.issues[0] as unknown as TranslatableIssue;
  return { ...translateIssue(issue), field: issueField(issue) };
}

test.each<[string, z.ZodType, unknown, string, Record<string, unknown>]>([
  ["a missing text", z.string(), undefined, "ui.validation.required", {}],
  ["an empty text", z.string().min(1), "", "ui.validation.required", { minimum: 1 }],
  ["a short text", z.string().min(10), "kort", "ui.validation.tooShort", { minimum: 10 }],
  ["a long text", z.string().max(3), "lang", "ui.validation.tooLong", { maximum: 3 }],
  ["an address", z.email(), "nej", "ui.validation.email", {}],
  ["a day", z.iso.date(), "13.5.", "ui.validation.date", {}],
  ["no number", z.number(), "tre", "ui.validation.number", {}],
  ["a small number", z.number().min(2), 1, "ui.validation.tooSmall", { minimum: 2 }],
  ["too few", z.array(z.string()).min(2), [], "ui.validation.tooFew", { minimum: 2 }],
  ["no such option", z.enum(["a", "b"]), "c", "ui.validation.choose", {}],
  ["nothing chosen of a list", z.uuid(), "", "ui.validation.choose", {}],
  ["a surplus field", z.strictObject({}), { role: "admin" }, "ui.validation.unexpected", {}],
  ["a schema's own key", z.string().max(3, "cvr"), "lang", "ui.validation.cvr", { maximum: 3 }],
  [
    "a key of another area",
    z.string().refine(() => false, "applications:motivation.thin"),
    "x",
    "applications.motivation.thin",
    {},
  ],
  ["a refinement without a word", z.string().refine(() => false), "x", "ui.validation.invalid", {}],
])("%s has its sentence", (_what, schema, value, key, params) => {
  const found = firstIssue(schema, value);
  expect(found.key).toBe(key);
  expect(found.params).toMatchObject(params);
});

test("the field of an issue is the name of its control", () => {
  const schema = z.object({ ratings: z.array(z.object({ level: z.string() })) });
  expect(firstIssue(schema, { ratings: [{}] }).field).toBe("ratings.0.level");
});

test.each([
  ["/programmes?q=æ", "/programmes?q=%C3%A6"],
  ["//evil.example", "/"],
  ["/\\evil.example", "/"],
  ["/\t/evil.example", "/"],
  ["https://evil.example", "/"],
  ["javascript:alert(1)", "/"],
  [undefined, "/"],
])("%j as a way back leads to %s", (value, path) => {
  expect(safePath(value)).toBe(path);
});
