import "server-only";
import type { Prisma } from "@/lib/db/generated/client";

/** What an applicant writes in the form, but for the answers to the cohort's own questions: to be spread into a `select`. */
export const writtenSelect = {
  participantRole: true,
  organisationOther: true,
  title: true,
  motivation: true,
  accommodation: true,
  managerName: true,
  managerEmail: true,
  payer: true,
  payerGln: true,
  payerReference: true,
} as const satisfies Prisma.ApplicationSelect;
