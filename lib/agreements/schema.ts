import { z } from "zod";
import { calendarDay } from "@/lib/core/calendar-day";
import { shortText } from "@/lib/core/free-text";
import { rowVersion } from "@/lib/core/row-version";
import { AgreementKind, AgreementState, ParticipantRole } from "@/lib/db/generated/enums";
import { parsePrice } from "@/lib/programmes/rules/price";
import { type AgreementTerms, termsChecks } from "./rules/content";

const optionalId = z.union([z.literal(""), z.uuid()]);

const amount = z
  .string()
  .trim()
  .max(20)
  .transform((text, context) => {
    if (text === "") return null;
    const minor = parsePrice(text);
    if (minor !== null) return minor;
    context.addIssue({ code: "custom", message: "number" });
    return z.NEVER;
  });

/** A number of people that may be left empty: 0. */
const people = z.union([z.literal("").transform(() => 0), z.coerce.number().int().min(0).max(1000)]);

const whatItIs = {
  kind: z.enum(AgreementKind),
  title: shortText(200, { required: true }),
  validFrom: calendarDay,
  validTo: z.union([z.literal(""), calendarDay]),
  /** Who pays for it, where it is funded. */
  funderId: optionalId,
  diaryNumber: shortText(60),
  amount,
  currency: z.enum(["DKK", "SEK", "EUR"]),
  coordinatorId: optionalId,
  partnerIds: z.array(z.uuid()).max(100).default([]),
  roleTargets: z
    .array(z.strictObject({ participantRole: z.enum(ParticipantRole), number: people }))
    .max(20)
    .default([]),
};

/** What a form says at a field of terms that do not hold together. Of one partner only it is the rule's own sentence that tells. */
const words: Readonly<Record<string, string>> = {
  endsBeforeStart: "endsBeforeStart",
  partnersMissing: "tooFew",
  funderMissing: "choose",
  diaryNumberMissing: "required",
  amountMissing: "required",
};

/** The terms of what was sent, as far as they can be read. */
function termsIn(input: unknown): Partial<AgreementTerms> {
  const terms = input as Partial<AgreementTerms>;
  const day = (text: unknown) => calendarDay.safeParse(text).data ?? "";
  return { ...terms, validFrom: day(terms.validFrom), validTo: day(terms.validTo) };
}

/**
 * Terms that do not hold together (`decideTerms` has the last word) are told at once, with whatever else is wrong: a check of the
 * whole object otherwise waits until every field is right for itself.
 */
function holdingTogether<Schema extends z.ZodType>(schema: Schema): Schema {
  return termsChecks.reduce((whole, { field, code, isWrong }) => {
    const message = words[code];
    if (!message) return whole;
    const told = { path: [field], message, params: { minimum: 1 }, when: () => true };
    return whole.refine((input) => !isWrong(termsIn(input)), told);
  }, schema);
}

export const createAgreementInput = holdingTogether(z.object({ providerId: z.uuid(), ...whatItIs }));
export const editAgreementInput = holdingTogether(
  z.object({ agreementId: z.uuid(), version: rowVersion, ...whatItIs }),
);
export const changeAgreementStateInput = z.object({
  agreementId: z.uuid(),
  version: rowVersion,
  state: z.enum(AgreementState),
});
export const setSeatsInput = z.object({
  agreementId: z.uuid(),
  organisationId: z.uuid(),
  /** Empty: on any track. */
  trackId: optionalId,
  seats: z.coerce.number().int().min(1).max(1000),
});
export const removeSeatsInput = z.object({ agreementId: z.uuid(), allocationId: z.uuid() });
