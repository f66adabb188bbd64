import { z } from "zod";
import { InvitationAnswer } from "@/lib/db/generated/enums";

/** The button pressed on the page that a link in an invitation leads to. */
export const answerInvitationInput = z.object({
  token: z.string().min(1).max(200),
  answer: z.enum(InvitationAnswer),
});

/** Making or ending the address of one's own calendar. */
export const feedInput = z.object({});
