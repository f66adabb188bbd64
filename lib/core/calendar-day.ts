import { z } from "zod";

/**
 * A calendar day `2026-05-13` that exists, in the years that people mean: 0026 is a slip of the hand, and PostgreSQL has no year
 * 0000. Otherwise the message `date` (lib/i18n/translate-issue.ts).
 */
export const calendarDay = z.iso
  .date("date")
  .refine((day) => day >= "1900-01-01" && day <= "2199-12-31", "date");
