import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleCases } from "@/lib/auth/scope";
import { civilDay } from "@/lib/core/dates";
import { database } from "@/lib/db/client";
import type { Locale } from "@/lib/db/generated/enums";
import { translatorFor } from "@/lib/i18n/translator";
import { type After, portionsAfter } from "@/lib/lists/facts/portions";
import type { LongSheet } from "@/lib/spreadsheet/sheet";
import { complaintDueAt } from "../rules/complaint";

const complaintSelect = {
  id: true,
  caseId: true,
  about: true,
  text: true,
  filedAt: true,
  state: true,
  reasons: true,
  decidedAt: true,
  filedBy: { select: { name: true } },
  decidedBy: { select: { name: true } },
  case: { select: { enrolment: { select: { person: { select: { name: true } } } } } },
} as const;

/** Complaints about how cases were handled, received since a moment (null: ever), with their answers (ISO/IEC 17024 9.9). */
export async function getComplaintSheet(
  acting: Acting,
  locale: Locale,
  since: Date | null,
): Promise<LongSheet> {
  const where = { case: visibleCases(acting), ...(since && { filedAt: { gte: since } }) };
  const read = (after: After) =>
    database().caseComplaint.findMany({
      where,
      select: complaintSelect,
      orderBy: [{ filedAt: "desc" }, { id: "desc" }],
      ...after,
    });
  const [count, t, subjects] = await Promise.all([
    database().caseComplaint.count({ where }),
    translatorFor(locale, "certify"),
    translatorFor(locale, "certification"),
  ]);
  const column = (name: string, kind: "text" | "day" = "text") => ({
    header: t(`register.complaint.${name}`),
    kind,
  });
  return {
    name: t("register.complaints"),
    columns: [
      column("case"),
      column("participant"),
      column("filedBy"),
      column("about"),
      column("text"),
      column("filed", "day"),
      column("due", "day"),
      column("state"),
      column("answered", "day"),
      column("answeredBy"),
      column("answer"),
    ],
    count,
    portions: () =>
      portionsAfter(read, (row) => [
        row.caseId,
        row.case.enrolment.person.name,
        row.filedBy.name,
        subjects(`complaint.subject.${row.about}`),
        row.text,
        civilDay(row.filedAt),
        civilDay(complaintDueAt(row.filedAt)),
        t(`register.complaintState.${row.state}`),
        row.decidedAt && civilDay(row.decidedAt),
        row.decidedBy?.name ?? "",
        row.reasons,
      ]),
  };
}
