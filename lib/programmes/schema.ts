import { z } from "zod";
import { freeText, shortText } from "@/lib/core/free-text";
import { rowVersion } from "@/lib/core/row-version";
import { Audience, Locale } from "@/lib/db/generated/enums";
import { parsePrice } from "./rules/price";

const MOST_AIMS = 20;

/** A piece of an address; empty where it is to be made from the name. */
export const slugText = z.union([
  z.literal(""),
  z
    .string()
    .trim()
    .max(80)
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "format"),
]);

/** A single box: HTML sends `on`, or nothing. */
export const checkbox = z
  .literal("on")
  .optional()
  .transform((value) => value === "on");

/** Lines of a text area as a list: one thing a line, empty lines and list marks left out. */
export function linesOf(maxLines: number, maxLength: number) {
  return freeText(maxLines * (maxLength + 1))
    .transform((text) =>
      text
        .split("\n")
        .map((line) => line.replace(/^\s*(?:[-–•*]|\d{1,2}[.)])\s+/, "").trim())
        .filter((line) => line !== ""),
    )
    .pipe(z.array(z.string().max(maxLength)).max(maxLines));
}

const priceText = z
  .string()
  .trim()
  .max(20)
  .transform((text, context) => {
    if (text === "") return null;
    const minor = parsePrice(text);
    if (minor === null) context.addIssue({ code: "custom", message: "number" });
    return minor;
  });

const percent = z.coerce.number().int().min(0).max(100).default(0);

export const createProgrammeInput = z.object({
  providerId: z.uuid(),
  title: shortText(160, { required: true }),
  slug: slugText,
  language: z.enum(Locale),
});

export const saveDraftInput = z.object({
  versionId: z.uuid(),
  version: rowVersion,
  language: z.enum(Locale),
  title: shortText(160, { required: true }),
  summary: freeText(400),
  audience: freeText(800),
  aims: linesOf(MOST_AIMS, 300),
  description: freeText(8000),
  attendanceMinimumPercent: z.coerce.number().int().min(0).max(100),
  price: priceText,
  currency: z.enum(["DKK", "SEK", "EUR"]),
  priceCovers: freeText(600),
  vatPercent: z.enum(["0", "25"]).default("0").transform(Number),
  cancelFreeDays: z.coerce.number().int().min(0).max(365).default(0),
  cancelLatePercent: percent,
  /** At least what is owed before the first day. */
  cancelStartedPercent: percent,
  /** Empty: the programme does not certify. */
  frameworkVersionId: z.union([z.literal(""), z.uuid()]),
});

export const versionInput = z.object({ versionId: z.uuid(), version: rowVersion });

export const copyProgrammeInput = z.object({
  programmeId: z.uuid(),
  title: shortText(160, { required: true }),
  slug: slugText,
});

export const startDraftInput = z.object({ programmeId: z.uuid() });

const trackFields = {
  audience: z.enum(Audience),
  name: shortText(120, { required: true }),
  description: freeText(1000),
};

export const addTrackInput = z.object({ versionId: z.uuid(), ...trackFields });
export const editTrackInput = z.object({ versionId: z.uuid(), trackId: z.uuid(), ...trackFields });
export const moveTrackInput = z.object({
  versionId: z.uuid(),
  trackId: z.uuid(),
  direction: z.enum(["up", "down"]),
});
export const removeTrackInput = z.object({ versionId: z.uuid(), trackId: z.uuid() });
