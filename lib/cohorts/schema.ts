import { z } from "zod";
import { freeText, shortText } from "@/lib/core/free-text";
import { CohortState } from "@/lib/db/generated/enums";
import { rowVersion, slugText } from "@/lib/programmes/schema";

/** The zones cohorts are held in; what people read are their names in the messages. */
export const cohortZones = [
  "Europe/Copenhagen",
  "Europe/Stockholm",
  "Europe/Helsinki",
  "Atlantic/Faroe",
  "America/Nuuk",
] as const;

/** A calendar day `2026-05-13` that exists. */
export const calendarDay = z.iso.date("date");

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

const capacity = z.coerce.number().int().min(1).max(1000);

export const createCohortInput = z.object({
  programmeVersionId: z.uuid(),
  /** Empty: open to everybody, without an agreement. */
  agreementId: z.union([z.literal(""), z.uuid()]),
  capacity,
  ...whatItIs,
});

export const editCohortInput = z.object({ cohortId: z.uuid(), version: rowVersion, ...whatItIs });

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
  isLead: z.union([z.literal("on").transform(() => true), z.undefined().transform(() => false)]),
});

export const teamMemberInput = z.object({ cohortId: z.uuid(), personId: z.uuid() });
