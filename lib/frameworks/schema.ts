import { z } from "zod";
import { parseLocalDate } from "@/lib/i18n/parse-local-date";

const id = z.uuid();

/** A calendar day in any way people write it, as `2027-05-31`. */
const day = z
  .string()
  .max(20)
  .transform((text, context) => {
    const parsed = parseLocalDate(text);
    if (parsed !== null) return parsed;
    context.addIssue({ code: "custom", message: text.trim() === "" ? "required" : "date" });
    return z.NEVER;
  });

export const authoriseSchema = z.object({ personId: id, frameworkVersionId: id, until: day });
export const endAuthorisationSchema = z.object({ personId: id, frameworkVersionId: id });
