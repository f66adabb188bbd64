import { z } from "zod";
import { CIVIL_ZONE } from "../../core/civil-zone.ts";
import { dayOf, endOfDay } from "../../core/dates.ts";

/** Days and names of a certificate are those of the certifying body's country. */
export const CERTIFICATE_ZONE = CIVIL_ZONE;

const day = z.iso.date();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const body = z.object({
  id: z.uuid(),
  name: z.string().min(1),
  shortName: z.string().min(1),
  /** The logo that it bore, by the hash of its file. */
  logo: sha256.optional(),
});
const inLocales = <T extends z.ZodType>(text: T) =>
  z.object({ da: text, sv: text.optional(), en: text.optional() });

/**
 * What a certificate says, frozen when it is issued (ISO/IEC 17024 9.4.8: holder, unique identification, certifying body,
 * scheme and version, scope, effective and expiry dates). Names are as printed; ids lead to what the bodies are called now.
 */
export const certificatePayloadSchema = z.object({
  /** The second has logos and a supplement: what was observed, how often, by how many. What was issued before stays as it was. */
  format: z.enum(["praksis.certificate/1", "praksis.certificate/2"]),
  publicId: z.string().min(22),
  serialNumber: z.string().min(1),
  holder: z.object({ name: z.string().min(1) }),
  programme: z.object({
    title: z.string().min(1),
    version: z.number().int(),
    language: z.enum(["da", "sv", "en"]),
    startsOn: day,
    endsOn: day,
    city: z.string(),
  }),
  provider: body,
  certifyingBody: body,
  scheme: z.object({
    version: z.number().int(),
    text: inLocales(z.object({ title: z.string().min(1), scope: z.string().min(1) })),
  }),
  /** The criteria that were reached, in the scheme's order. */
  criteria: z.array(
    z.object({
      code: z.string().min(1),
      name: inLocales(z.string().min(1)),
      description: inLocales(z.string()).optional(),
      /** On how many occasions it was seen reached. */
      occasions: z.number().int().positive().optional(),
    }),
  ),
  /** What the decision rests on: observed so often in one's own practice, by so many assessors, from one day to another. */
  observed: z
    .object({ occasions: z.number().int(), assessors: z.number().int(), from: day, to: day })
    .optional(),
  decidedOn: day,
  issuedOn: day,
  /** The last day on which it holds; null for one without end. */
  validUntilOn: day.nullable(),
});

export type CertificatePayload = z.infer<typeof certificatePayloadSchema>;

/** The text in a language, or in Danish, which is always there. */
export function textIn<T>(
  text: { da: T; sv?: T | undefined; en?: T | undefined },
  locale: "da" | "sv" | "en",
): T {
  return text[locale] ?? text.da;
}

/**
 * The last moment of a certificate issued at `issuedAt` that holds for `months`; null without an end. The day of the month
 * stays; where the month is shorter it is that month's last.
 */
export function validUntil(issuedAt: Date, months: number | null): Date | null {
  if (months === null) return null;
  const [year = 0, month = 1, date = 1] = dayOf(issuedAt, CERTIFICATE_ZONE).split("-").map(Number);
  const lastDay = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  const end = new Date(Date.UTC(year, month - 1 + months, Math.min(date, lastDay)));
  return endOfDay(end.toISOString().slice(0, 10), CERTIFICATE_ZONE);
}
