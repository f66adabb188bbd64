import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { CIVIL_ZONE } from "@/lib/core/civil-zone";
import { wallTimeOf } from "@/lib/core/dates";
import type { Locale } from "@/lib/db/generated/enums";
import { listEnquiries } from "@/lib/enquiries/queries/list-enquiries";
import { translatorFor } from "@/lib/i18n/translator";
import type { LongSheet } from "@/lib/spreadsheet/sheet";
import { allPages } from "../facts/portions";

/** The enquiries that wait for an answer, or those that are over: from whom, how they begin, by when and by whom. */
export async function getEnquirySheet(
  acting: Acting,
  locale: Locale,
  show: "open" | "ended",
  now: Date,
): Promise<LongSheet> {
  const [t, words] = await Promise.all([translatorFor(locale, "lists"), translatorFor(locale, "staff")]);
  const pages = await allPages(
    (page) => listEnquiries(acting, show, page, now),
    (row) => [
      row.name,
      row.to,
      row.question,
      wallTimeOf(row.createdAt, CIVIL_ZONE),
      wallTimeOf(row.answerDueAt, CIVIL_ZONE),
      row.state === "closed" ? words("enquiries.state.closed") : words(`enquiries.clock.${row.clock}`),
      row.assignedTo,
    ],
  );
  return {
    name: t("enquiries.name"),
    columns: [
      { header: t("column.name") },
      { header: t("column.addressee") },
      { header: t("column.question") },
      { header: t("column.received"), kind: "time" },
      { header: t("column.answerDue"), kind: "time" },
      { header: t("column.state") },
      { header: t("column.answeredBy") },
    ],
    ...pages,
  };
}
