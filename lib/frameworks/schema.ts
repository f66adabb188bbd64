import { z } from "zod";
import { freeText, shortText } from "@/lib/core/free-text";
import { rowVersion } from "@/lib/core/row-version";
import { localDay } from "@/lib/i18n/local-day";
import { checkbox, linesOf } from "@/lib/programmes/schema";

const id = z.uuid();

export const authoriseSchema = z.object({ personId: id, frameworkVersionId: id, until: localDay });
export const endAuthorisationSchema = z.object({ personId: id, frameworkVersionId: id });

const inThree = <T extends z.ZodType>(text: T) => z.object({ da: text, sv: text, en: text });
const draft = { frameworkVersionId: id, version: rowVersion };
const code = shortText(8, { required: true });

export const createFrameworkSchema = z.object({
  certifyingBodyId: id,
  title: shortText(160, { required: true }),
});
export const nextFrameworkSchema = z.object({ frameworkId: id });
export const frameworkVersionSchema = z.object(draft);

export const saveSchemeSchema = z.object({
  ...draft,
  minObservations: z.coerce.number().int().min(1).max(20),
  minAssessors: z.coerce.number().int().min(1).max(20),
  attendanceMinimumPercent: z.coerce.number().int().min(0).max(100),
  requiresConcludedProject: checkbox,
  responseDays: z.coerce.number().int().min(1).max(90),
  /** Empty: certificates by it have no end. */
  certificateValidityMonths: z
    .union([z.literal(""), z.coerce.number().int().min(1).max(240)])
    .transform((months) => (months === "" ? null : months)),
  texts: inThree(z.object({ title: shortText(160), scope: freeText(600) })),
});

export const addCriterionSchema = z.object({
  ...draft,
  code,
  /** The key of an earlier criterion that it continues; empty for a new one. */
  continues: z
    .string()
    .max(90)
    .regex(/^[a-z0-9-]*$/, "format"),
  names: inThree(shortText(160, { required: true })),
});

/** A criterion's words in one language; its levels as one list, which is empty where none is described. */
const criterionWords = z
  .object({
    name: shortText(160),
    description: freeText(1000),
    indicators: linesOf(12, 300),
    notReached: freeText(600),
    partly: freeText(600),
    reached: freeText(600),
  })
  .transform(({ notReached, partly, reached, ...words }) => {
    const levels = [notReached, partly, reached];
    return { ...words, levels: levels.every((level) => level === "") ? [] : levels };
  });

const criterion = { ...draft, criterionId: id };
export const saveCriterionSchema = z.object({
  ...criterion,
  code,
  minOccasions: z.coerce.number().int().min(1).max(10),
  texts: inThree(criterionWords),
});
export const removeCriterionSchema = z.object(criterion);
export const moveCriterionSchema = z.object({ ...criterion, direction: z.enum(["up", "down"]) });
