import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleEnquiries } from "@/lib/auth/scope";
import { presentName } from "@/lib/cohorts/facts/public-cohort";
import { database } from "@/lib/db/client";
import type { EnquiryState } from "@/lib/db/generated/enums";
import { namesSelect } from "@/lib/organisations/facts/names";
import { answerClock } from "../rules/answer-clock";

/** An enquiry with those who could answer it. */
export type EnquiryDetail = {
  readonly id: string;
  readonly state: EnquiryState;
  readonly version: number;
  readonly name: string;
  readonly email: string;
  readonly question: string;
  readonly answer: string;
  readonly createdAt: Date;
  readonly answerDueAt: Date;
  readonly answeredAt: Date | null;
  readonly clock: ReturnType<typeof answerClock>;
  readonly assignedTo: { readonly id: string; readonly name: string } | null;
  readonly to: string;
  readonly colleagues: readonly { id: string; name: string }[];
};

/** One enquiry within reach; null where there is none for the acting person. */
export async function getEnquiry(
  acting: Acting,
  enquiryId: string,
  now: Date,
): Promise<EnquiryDetail | null> {
  const row = await database().enquiry.findFirst({
    where: { AND: [{ id: enquiryId }, visibleEnquiries(acting)] },
    select: {
      id: true,
      state: true,
      version: true,
      name: true,
      email: true,
      question: true,
      answer: true,
      createdAt: true,
      answerDueAt: true,
      answeredAt: true,
      toOrganisationId: true,
      assignedTo: { select: { id: true, name: true } },
      toOrganisation: {
        select: { names: namesSelect },
      },
    },
  });
  if (!row) return null;
  const colleagues = await database().person.findMany({
    where: {
      closedAt: null,
      roleGrants: {
        some: {
          role: { in: ["staff", "certifier"] },
          organisationId: row.toOrganisationId,
          validFrom: { lte: now },
          OR: [{ validTo: null }, { validTo: { gt: now } }],
        },
      },
    },
    select: { id: true, name: true },
    orderBy: { name: "asc" },
  });
  const { toOrganisation, toOrganisationId: _, ...enquiry } = row;
  return {
    ...enquiry,
    clock: answerClock({ ...enquiry, closed: enquiry.state === "closed" }, now),
    to: presentName(toOrganisation.names, now),
    colleagues,
  };
}
