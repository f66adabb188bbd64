import { z } from "zod";
import { parseLocalDate } from "./parse-local-date";

/** A calendar day in any way people write it (`13.5.2026`, `2026-05-13`); comes out as `2026-05-13`. Issues: `required`, `date`. */
export const localDay = z
  .string()
  .max(20)
  .transform((text, context) => {
    const parsed = parseLocalDate(text);
    if (parsed !== null) return parsed;
    context.addIssue({ code: "custom", message: text.trim() === "" ? "required" : "date" });
    return z.NEVER;
  });
