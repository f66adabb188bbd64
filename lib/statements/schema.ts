import { z } from "zod";
import { freeText, shortText } from "@/lib/core/free-text";

/** The statements there are; `was` and `privacy` are their addresses. */
export const statementNames = ["accessibility", "privacy"] as const;

export const statementName = z.enum(statementNames);

/** A new wording of a statement in one language; `number` is the one that it replaces, 0 where the text came with Praksis. */
export const wordingInput = z.object({
  name: statementName,
  locale: z.enum(["da", "sv", "en"]),
  number: z.coerce.number().int().min(0).max(100_000),
  lead: shortText(400, { required: true }),
  body: freeText(20_000, { required: true }),
});
