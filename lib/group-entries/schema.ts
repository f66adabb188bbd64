import { z } from "zod";
import { freeText, shortText } from "@/lib/core/free-text";
import { digitsOf, isGln } from "@/lib/organisations/rules/gln";

/** The headings under which a file may name people, in the languages they are written in. */
export const entryColumns = [
  { key: "name", word: "lists.column.name", names: ["Navn", "Namn", "Name"], required: true },
  {
    key: "email",
    word: "lists.column.email",
    names: ["E-mail", "Email", "Mail", "E-post", "E-postadress"],
    required: true,
  },
  {
    key: "title",
    word: "lists.column.title",
    names: ["Stilling", "Titel", "Befattning", "Title", "Position"],
    required: true,
  },
  { key: "role", word: "lists.column.role", names: ["Rolle", "Roll", "Role"], required: true },
  { key: "track", word: "lists.column.track", names: ["Spor", "Spår", "Track"] },
] as const;

/** So many people at once. */
export const MOST_PEOPLE = 200;

/** Rows may be wrong while they are on the list: bounds only. */
const rowFields = {
  name: z.string().max(200).default(""),
  email: z.string().max(320).default(""),
  title: z.string().max(200).default(""),
  role: z.string().max(100).default(""),
  track: z.string().max(200).default(""),
};

/** A list is begun, with a file or empty. */
export const startEntrySchema = z.object({
  cohortId: z.uuid(),
  organisationId: z.uuid(),
  file: z.instanceof(File).optional(),
});

export const addRowSchema = z.object({ groupEntryId: z.uuid(), ...rowFields });
export const changeRowSchema = z.object({ groupEntryId: z.uuid(), rowId: z.uuid(), ...rowFields });
export const removeRowSchema = z.object({ groupEntryId: z.uuid(), rowId: z.uuid() });
export const discardEntrySchema = z.object({ groupEntryId: z.uuid() });

const gln = z
  .string()
  .max(20)
  .default("")
  .transform(digitsOf)
  .refine((value) => value === "" || isGln(value), "gln");

/** What is common to everybody on a list that is handed in. */
export const submitEntrySchema = z.object({
  groupEntryId: z.uuid(),
  motivation: freeText(2000, { required: true }),
  payerGln: gln,
  payerReference: shortText(100),
});

/** Somebody is named for a seat of the organisation's own. */
export const nameForSeatSchema = z.object({
  seatClassId: z.uuid(),
  name: shortText(120, { required: true }),
  email: z
    .string()
    .transform((text) => text.normalize("NFKC").trim().toLowerCase())
    .pipe(z.email("email").max(254)),
  title: shortText(120, { required: true }),
  role: z.string().min(1, "required").max(100),
  trackId: z.union([z.literal(""), z.uuid()]).default(""),
});
