import "server-only";
import { visibleEnquiries } from "@/lib/auth/scope";
import type { Work } from "@/lib/auth/work";
import { lockRow } from "@/lib/db/lock-row";

const loadedEnquiry = {
  id: true,
  state: true,
  version: true,
  name: true,
  email: true,
  question: true,
  toOrganisationId: true,
  assignedToId: true,
  answerDueAt: true,
  toOrganisation: { select: { kind: true } },
} as const;

/** Locks and reads an enquiry within reach of the acting person; null where there is none for them. */
export async function loadEnquiry(work: Work, enquiryId: string) {
  if (!(await lockRow(work.tx, "enquiry", enquiryId))) return null;
  const row = await work.tx.enquiry.findFirst({
    where: { AND: [{ id: enquiryId }, visibleEnquiries(work.acting)] },
    select: loadedEnquiry,
  });
  if (!row) return null;
  const { toOrganisation, ...enquiry } = row;
  return { ...enquiry, toKind: toOrganisation.kind };
}

export type LoadedEnquiry = NonNullable<Awaited<ReturnType<typeof loadEnquiry>>>;
