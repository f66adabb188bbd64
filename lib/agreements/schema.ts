import { z } from "zod";
import { calendarDay } from "@/lib/core/calendar-day";
import { shortText } from "@/lib/core/free-text";
import { rowVersion } from "@/lib/core/row-version";
import { AgreementKind, AgreementState, ParticipantRole } from "@/lib/db/generated/enums";
import { parsePrice } from "@/lib/programmes/rules/price";

const optionalId = z.union([z.literal(""), z.uuid()]);

const amount = z
  .string()
  .trim()
  .max(20)
  .transform((text, context) => {
    if (text === "") return null;
    const minor = parsePrice(text);
    if (minor === null) context.addIssue({ code: "custom", message: "number" });
    return minor;
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

export const createAgreementInput = z.object({ providerId: z.uuid(), ...whatItIs });
export const editAgreementInput = z.object({ agreementId: z.uuid(), version: rowVersion, ...whatItIs });
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
