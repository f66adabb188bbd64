import { z } from "zod";
import { emailAddress } from "@/lib/auth/sign-in/schema";
import { MOST_UPLOAD_BYTES } from "@/lib/core/file-limits";
import { freeText, shortText } from "@/lib/core/free-text";
import { parseLocalDate, parseLocalTime } from "@/lib/i18n/parse-local-date";

/** What `parse` makes of a cell; a cell it can make nothing of is told by `key`. */
const cell = (key: string, parse: (text: string) => string | null) =>
  z
    .string()
    .max(40, key)
    .transform((text, context) => {
      const value = text.trim() === "" ? null : parse(text);
      if (value === null)
        context.addIssue({ code: "custom", message: text.trim() === "" ? "required" : key });
      return value ?? "";
    });

/** A cell of an XLSX file may hold a day with a time; the day is meant. */
const day = cell("date", (text) => parseLocalDate(text.replace(/ \d{2}:\d{2}$/, "")));
const time = cell("time", (text) => parseLocalTime(text.replace(/^\d{4}-\d{2}-\d{2} /, "")));

/** One session in a file. What names a room, a format or people is looked up afterwards. */
export const sessionRow = z.object({
  theme: shortText(200, { required: true }),
  day,
  from: time,
  to: time,
  format: shortText(60),
  room: shortText(200),
  place: shortText(200),
  link: z.union([z.literal(""), z.url({ protocol: /^https$/, error: "url" }).max(500)], "url"),
  facilitators: shortText(1000),
  description: freeText(4000),
});

/** One person in a file. */
export const personRow = z.object({
  name: shortText(120, { required: true }),
  email: emailAddress,
  language: shortText(20),
});

/** A file to look at or to take in. */
const file = z.file("required").min(1, "fileEmpty").max(MOST_UPLOAD_BYTES, "fileTooBig");
const intent = z.enum(["check", "import"]);

/** What the browser can tell of a file before it is sent. */
export const importFile = z.object({ file });
export const importSessionsInput = z.object({ cohortId: z.uuid(), file, intent });
export const importPeopleInput = z.object({ file, intent });
