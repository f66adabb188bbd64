import { z } from "zod";
import { calendarDay } from "@/lib/core/calendar-day";
import { freeText, shortText } from "@/lib/core/free-text";
import { rowVersion } from "@/lib/core/row-version";

const id = z.uuid();
const optionalDay = z
  .union([z.literal("").transform(() => null), calendarDay])
  .nullish()
  .transform((value) => value ?? null);

const outcome = z.enum(["certified", "repeat_requested", "not_certified"]);

/** A case at the version the person has seen. */
const onCase = { caseId: id, version: rowVersion };

export const recommendSchema = z.object({ ...onCase, outcome, reasons: freeText(4000, { required: true }) });

export const openHearingSchema = z.object({
  ...onCase,
  notice: freeText(8000, { required: true }),
  dueOn: calendarDay,
});

/** What each outcome brings with it is asked for at once (rules/decision.ts judges it): nobody sends the form once per field. */
export const decideSchema = z
  .object({
    ...onCase,
    outcome,
    reasonRules: freeText(4000),
    reasonMain: freeText(8000, { required: true }),
    reasonFacts: freeText(8000),
    repeatCriteria: z.array(z.string().min(1).max(20)).max(40).default([]),
    repeatGuidance: freeText(4000),
    repeatDueOn: optionalDay,
    appealGuidance: freeText(4000),
  })
  .superRefine((input, context) => {
    const wrong = (field: keyof typeof input, message = "required") =>
      context.addIssue({ code: "custom", message, path: [field], params: { minimum: 1 } });
    if (input.outcome === "repeat_requested") {
      if (input.repeatCriteria.length === 0) wrong("repeatCriteria", "tooFew");
      if (input.repeatGuidance === "") wrong("repeatGuidance");
      if (input.repeatDueOn === null) wrong("repeatDueOn");
    }
    if (input.outcome === "not_certified")
      for (const field of ["reasonFacts", "reasonRules", "appealGuidance"] as const)
        if (input[field] === "") wrong(field);
  });

export const caseSchema = z.object(onCase);

export const exceptSchema = z.object({
  ...onCase,
  requirement: z.enum(["attendance", "observations", "assessors", "criteria", "practice_project"]),
  reason: freeText(4000, { required: true }),
});

export const statementSchema = z.object({ caseId: id, statement: freeText(8000, { required: true }) });

export const appealSchema = z.object({ caseId: id, grounds: freeText(8000, { required: true }) });

/** About how a case was handled, beside what was decided in it. */
export const complaintSchema = z.object({
  caseId: id,
  about: z.enum(["conduct", "delay", "information", "partiality", "other"]),
  text: freeText(8000, { required: true }),
});

export const decideComplaintSchema = z.object({
  caseId: id,
  verdict: z.enum(["founded", "unfounded"]),
  reasons: freeText(8000, { required: true }),
});

export const appointSchema = z.object({
  caseId: id,
  name: shortText(120, { required: true }),
  email: z
    .string()
    .max(254)
    .transform((text) => text.normalize("NFKC").trim().toLowerCase())
    .pipe(z.email()),
});

export const representationSchema = z.object({ representationId: id });

export const decideAppealSchema = z
  .object({
    ...onCase,
    verdict: z.enum(["upheld", "certified", "repeat_requested"]),
    reasons: freeText(8000, { required: true }),
    repeatDueOn: optionalDay,
  })
  .superRefine(({ verdict, repeatDueOn }, context) => {
    if (verdict === "repeat_requested" && repeatDueOn === null)
      context.addIssue({ code: "custom", message: "required", path: ["repeatDueOn"] });
  });
