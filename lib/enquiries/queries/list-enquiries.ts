import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleEnquiries } from "@/lib/auth/scope";
import { presentName } from "@/lib/cohorts/facts/public-cohort";
import { database } from "@/lib/db/client";
import type { EnquiryState } from "@/lib/db/generated/enums";
import { namesSelect } from "@/lib/organisations/facts/names";
import { answerClock } from "../rules/answer-clock";

/** An enquiry in the list of those who answer. */
export type EnquiryRow = {
  readonly id: string;
  readonly state: EnquiryState;
  readonly name: string;
  /** The question's beginning. */
  readonly question: string;
  readonly createdAt: Date;
  readonly answerDueAt: Date;
  readonly clock: ReturnType<typeof answerClock>;
  readonly assignedTo: string | null;
  readonly to: string;
};

export const ENQUIRY_PAGE_SIZE = 50;
const openStates = ["new", "assigned"] as const;
const endedStates = ["answered", "closed"] as const;

/** Enquiries within reach, those to answer first by their deadline or the ended ones newest first; and how many in all. */
export async function listEnquiries(
  acting: Acting,
  show: "open" | "ended",
  page: number,
  now: Date,
): Promise<{ rows: EnquiryRow[]; total: number }> {
  const where = {
    AND: [visibleEnquiries(acting), { state: { in: show === "open" ? [...openStates] : [...endedStates] } }],
  };
  const [enquiries, total] = await Promise.all([
    database().enquiry.findMany({
      where,
      select: {
        id: true,
        state: true,
        name: true,
        question: true,
        createdAt: true,
        answerDueAt: true,
        answeredAt: true,
        assignedTo: { select: { name: true } },
        toOrganisation: {
          select: { names: namesSelect },
        },
      },
      orderBy:
        show === "open" ? [{ answerDueAt: "asc" }, { id: "asc" }] : [{ createdAt: "desc" }, { id: "asc" }],
      skip: (page - 1) * ENQUIRY_PAGE_SIZE,
      take: ENQUIRY_PAGE_SIZE,
    }),
    database().enquiry.count({ where }),
  ]);
  const rows = enquiries.map(({ assignedTo, toOrganisation, answeredAt, ...row }) => ({
    ...row,
    question: row.question.slice(0, 160),
    clock: answerClock({ answerDueAt: row.answerDueAt, answeredAt, closed: row.state === "closed" }, now),
    assignedTo: assignedTo?.name ?? null,
    to: presentName(toOrganisation.names, now),
  }));
  return { rows, total };
}
