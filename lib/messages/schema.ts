import { z } from "zod";
import { freeText, shortText } from "@/lib/core/free-text";
import { MessageAudience, ReminderKind } from "@/lib/db/generated/enums";
import { parseLocalDate, parseLocalTime } from "@/lib/i18n/parse-local-date";

const subject = shortText(160);
const body = freeText(6000);
const version = z.coerce.number().int().min(0);

/** A day as people type it, or none. */
const optionalDay = z
  .string()
  .max(20)
  .default("")
  .transform((text, context) => {
    const day = text.trim() === "" ? "" : parseLocalDate(text);
    if (day === null) context.addIssue({ code: "custom", message: "date" });
    return day ?? "";
  });
const optionalTime = z
  .string()
  .max(10)
  .default("")
  .transform((text, context) => {
    const time = text.trim() === "" ? "" : parseLocalTime(text);
    if (time === null) context.addIssue({ code: "custom", message: "time" });
    return time ?? "";
  });

/** A template in up to three languages; one that is left empty in both is not written. `templateId` empty: a new one. */
export const saveTemplateInput = z.object({
  cohortId: z.uuid(),
  templateId: z.union([z.literal(""), z.uuid()]),
  version,
  name: shortText(80, { required: true }),
  texts: z.object({
    da: z.object({ subject, body }),
    sv: z.object({ subject, body }),
    en: z.object({ subject, body }),
  }),
});

export const templateInput = z.object({ cohortId: z.uuid(), templateId: z.uuid() });

/** Sends a template now (no day), or at a time of the cohort's zone. */
export const sendMessageInput = z.object({
  cohortId: z.uuid(),
  templateId: z.uuid(),
  audience: z.enum(MessageAudience),
  sessionId: z.union([z.literal(""), z.uuid()]).default(""),
  sendOn: optionalDay,
  sendTime: optionalTime,
});

export const messageInput = z.object({ cohortId: z.uuid(), messageId: z.uuid(), version });

export const addReminderInput = z.object({
  cohortId: z.uuid(),
  templateId: z.uuid(),
  kind: z.enum(ReminderKind),
  hoursBefore: z.coerce.number().int().min(1).max(1440),
});

export const reminderInput = z.object({ cohortId: z.uuid(), reminderId: z.uuid() });
