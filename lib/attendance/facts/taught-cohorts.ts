import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleCohorts } from "@/lib/auth/scope";
import type { Prisma } from "@/lib/db/generated/client";
import { ON_THE_ROLL } from "./load-roll";

/** The cohorts that the acting person teaches; drafts, cancelled and archived ones are left out. */
export const taughtCohorts = (acting: Acting) =>
  ({
    AND: [visibleCohorts(acting), { state: { notIn: ["draft", "archived", "cancelled"] } }],
  }) satisfies Prisma.CohortWhereInput;

/** Those who are in it from end to end: guests have no project. */
export const taughtPeople = {
  state: { in: ON_THE_ROLL },
  participantRole: { not: "guest" },
} satisfies Prisma.EnrolmentWhereInput;
