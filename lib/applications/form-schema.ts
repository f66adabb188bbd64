import { z } from "zod";
import { freeText, shortText } from "@/lib/core/free-text";
import { versionField } from "@/lib/core/version";

export const questionKinds = ["text", "choice", "number", "file", "consent"] as const;

const key = z.string().regex(/^[a-z][a-z0-9]{0,31}$/);

/** Lines of a text box, without empty ones. */
const lines = (max: number, each: number) =>
  freeText(max * (each + 1)).transform((text, context) => {
    const found = text
      .split("\n")
      .map((line) => line.trim())
      .filter(Boolean);
    if (found.length > max || found.some((line) => line.length > each)) {
      context.addIssue({ code: "custom", message: "applications:tooManyLines" });
    }
    return found;
  });

const bound = z
  .union([z.literal("").transform(() => null), z.coerce.number().int().min(-1_000_000).max(1_000_000)])
  .optional()
  .transform((value) => value ?? null);

/** A question as staff write it; without a key it is a new one. The condition is `<key>=<answer>`, or empty. */
export const questionSchema = z.object({
  cohortId: z.uuid(),
  key: z.union([z.literal("").transform(() => null), key]).optional(),
  kind: z.enum(questionKinds),
  label: shortText(200, { required: true }),
  hint: shortText(400),
  required: z.literal("on").optional(),
  options: lines(20, 120),
  minimum: bound,
  maximum: bound,
  condition: z
    .string()
    .max(200)
    .regex(/^$|^[a-z][a-z0-9]{0,31}=./)
    .default(""),
});

export type QuestionInput = z.output<typeof questionSchema>;

/** Which question is moved, and which way. */
export const moveQuestionSchema = z.object({ cohortId: z.uuid(), key, direction: z.enum(["up", "down"]) });

/** Which question is taken out. */
export const removeQuestionSchema = z.object({ cohortId: z.uuid(), key });

/** By what a cohort's applications are admitted, a line each, and how long managers have. */
export const admissionSchema = z.object({
  cohortId: z.uuid(),
  version: versionField,
  criteria: lines(12, 300),
  approvalDays: z.coerce.number().int().min(1).max(60),
});
