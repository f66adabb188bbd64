import { z } from "zod";
import { calendarDay } from "@/lib/core/calendar-day";
import { freeText, shortText } from "@/lib/core/free-text";
import { rowVersion } from "@/lib/core/row-version";
import { Audience, CohortState, Locale } from "@/lib/db/generated/enums";
import { checkbox, slugText } from "@/lib/programmes/schema";

/** The zones cohorts are held in; what people read are their names in the messages. */
export const cohortZones = [
  "Europe/Copenhagen",
  "Europe/Stockholm",
  "Europe/Helsinki",
  "Atlantic/Faroe",
  "America/Nuuk",
] as const;

const whatItIs = {
  name: shortText(160, { required: true }),
  slug: slugText,
  city: shortText(80, { required: true }),
  startsOn: calendarDay,
  endsOn: calendarDay,
  deadlineOn: calendarDay,
  timeZone: z.enum(cohortZones),
  offerHours: z.coerce.number().int().min(1).max(720),
};

/**
 * Two of the days the wrong way round (`decideDates` has the last word) are told at once, with whatever else is wrong: a check of the
 * whole object otherwise waits until every field is right for itself.
 */
const endsAfterStart = {
  isRight: (input: unknown) => {
    const days = z.object({ startsOn: calendarDay, endsOn: calendarDay }).safeParse(input);
    return !days.success || days.data.startsOn <= days.data.endsOn;
  },
  told: { path: ["endsOn"], message: "endsBeforeStart", when: () => true },
};
const appliedBeforeStart = {
  isRight: (input: unknown) => {
    const days = z.object({ startsOn: calendarDay, deadlineOn: calendarDay }).safeParse(input);
    return !days.success || days.data.deadlineOn < days.data.startsOn;
  },
  told: { path: ["deadlineOn"], message: "deadlineAfterStart", when: () => true },
};

const capacity = z.coerce.number().int().min(1).max(1000);

export const createCohortInput = z
  .object({
    programmeVersionId: z.uuid(),
    /** Empty: open to everybody, without an agreement. */
    agreementId: z.union([z.literal(""), z.uuid()]),
    capacity,
    ...whatItIs,
  })
  .refine(endsAfterStart.isRight, endsAfterStart.told)
  .refine(appliedBeforeStart.isRight, appliedBeforeStart.told);

export const copyCohortInput = z.object({
  cohortId: z.uuid(),
  name: shortText(160, { required: true }),
  slug: slugText,
  firstDay: calendarDay,
  capacity,
});

/** The first day that an address asks a cohort to be repeated from; `otherwise` without one. */
export function copyDay(given: string | string[] | undefined, otherwise: string): string {
  return calendarDay.catch(otherwise).parse(given);
}

export const editCohortInput = z
  .object({ cohortId: z.uuid(), version: rowVersion, ...whatItIs })
  .refine(endsAfterStart.isRight, endsAfterStart.told)
  .refine(appliedBeforeStart.isRight, appliedBeforeStart.told);

export const changeCapacityInput = z.object({ cohortId: z.uuid(), version: rowVersion, capacity });

export const changeStateInput = z.object({
  cohortId: z.uuid(),
  version: rowVersion,
  state: z.enum(CohortState),
  /** Told to everybody concerned; asked for where a cohort is cancelled. */
  reason: freeText(1000),
});

export const addFacilitatorInput = z.object({
  cohortId: z.uuid(),
  personId: z.uuid(),
  isLead: checkbox,
});

export const teamMemberInput = z.object({ cohortId: z.uuid(), personId: z.uuid() });

const catalogueQuery = z.object({
  q: z.string().trim().max(80).optional().catch(undefined),
  audience: z.enum(Audience).optional().catch(undefined),
  language: z.enum(Locale).optional().catch(undefined),
  city: z.string().trim().max(80).optional().catch(undefined),
  month: z
    .string()
    .regex(/^20\d\d-(0[1-9]|1[0-2])$/)
    .optional()
    .catch(undefined),
});

/** What the address asks the catalogue for; what makes no sense is left out. */
export function catalogueFilter(params: Readonly<Record<string, unknown>>): {
  words?: string;
  audience?: Audience;
  language?: Locale;
  city?: string;
  month?: string;
} {
  const { q, ...rest } = catalogueQuery.parse(params);
  const filter = { ...rest, words: q };
  return Object.fromEntries(
    Object.entries(filter).filter(([, value]) => value !== undefined && value !== ""),
  );
}
