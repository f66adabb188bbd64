import "server-only";
import type { Db, Transaction } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { MessageAudience } from "@/lib/db/generated/enums";
import { EXPECTED } from "@/lib/enrolments/rules/transitions";

/** Whom an audience of a cohort is, once each: those with an address and an account that is not closed. */
export function recipientsOf(db: Db | Transaction, cohortId: string, audience: MessageAudience) {
  const participants: Prisma.PersonWhereInput = {
    enrolments: { some: { cohortId, state: { in: [...EXPECTED] } } },
  };
  const facilitators: Prisma.PersonWhereInput = { cohortsFacilitated: { some: { cohortId } } };
  const applicants: Prisma.PersonWhereInput = {
    applications: {
      some: {
        cohortId,
        state: {
          in: ["draft", "submitted", "manager_pending", "manager_approved", "under_review", "waitlisted"],
        },
      },
    },
  };
  const who: Record<MessageAudience, Prisma.PersonWhereInput[]> = {
    participants: [participants],
    facilitators: [facilitators],
    applicants: [applicants],
    everybody: [participants, facilitators],
  };
  return db.person.findMany({
    where: { email: { not: null }, closedAt: null, OR: who[audience] },
    select: { id: true, name: true, email: true, locale: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
}

/** The text for a reader: in their language, else in the programme's, else in the first there is; null where there is none. */
export function textFor<T extends { readonly locale: string }>(
  texts: readonly T[],
  locale: string,
  programmeLanguage: string,
): T | null {
  const inLanguage = (wanted: string) => texts.find((text) => text.locale === wanted);
  return inLanguage(locale) ?? inLanguage(programmeLanguage) ?? texts[0] ?? null;
}
