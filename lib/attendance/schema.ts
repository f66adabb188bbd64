import { z } from "zod";
import { freeText } from "@/lib/core/free-text";

const id = z.uuid();

/** What is noted of one person in a roll call; without a status nothing is. Minutes count for `partial` only. */
const noted = z
  .object({
    enrolmentId: id,
    status: z.enum(["present", "partial", "absent", "apology"]).optional(),
    minutes: z.preprocess(
      (typed) => (typeof typed === "string" && typed.trim() === "" ? undefined : typed),
      z.coerce.number().int().min(1).max(840).optional(),
    ),
  })
  .transform(({ enrolmentId, status, minutes }) => ({
    enrolmentId,
    status: status ?? null,
    minutes: status === "partial" ? (minutes ?? null) : null,
  }));

export const rollCallSchema = z.object({ sessionId: id, entries: z.array(noted).max(300) });
export type Noted = z.output<typeof noted>;

export const makeUpSchema = z.object({
  sessionId: id,
  enrolmentId: id,
  evidence: freeText(1_000, { required: true }),
});
