import "server-only";
import {
  listFacilitatedSessions,
  type SessionView,
} from "@/lib/attendance/queries/list-facilitated-sessions";
import type { Acting } from "@/lib/auth/acting";
import { wallTimeOf } from "@/lib/core/dates";
import type { Locale } from "@/lib/db/generated/enums";
import { translatorFor } from "@/lib/i18n/translator";
import type { LongSheet } from "@/lib/spreadsheet/sheet";
import { allPages } from "../facts/portions";

/** The sessions one teaches, as on the screen: when (as clocks there show it), where, and how many come, came and are not noted. */
export async function getTaughtSessionSheet(
  acting: Acting,
  locale: Locale,
  view: SessionView,
  now: Date,
): Promise<LongSheet> {
  const t = await translatorFor(locale, "lists");
  const pages = await allPages(
    (page) => listFacilitatedSessions(acting, view, now, page),
    (row) => [
      row.cohort,
      row.position,
      row.theme,
      wallTimeOf(row.startsAt, row.timeZone),
      wallTimeOf(row.endsAt, row.timeZone),
      row.place,
      row.link ?? "",
      row.expected,
      row.apologies,
      row.present,
      row.unnoted,
    ],
  );
  return {
    name: t("sessions.name"),
    columns: [
      { header: t("column.cohort") },
      { header: t("column.position"), kind: "number" },
      { header: t("column.theme") },
      { header: t("column.from"), kind: "time" },
      { header: t("column.to"), kind: "time" },
      { header: t("column.place") },
      { header: t("column.link") },
      { header: t("column.expected"), kind: "number" },
      { header: t("column.apologies"), kind: "number" },
      { header: t("column.present"), kind: "number" },
      { header: t("column.unnoted"), kind: "number" },
    ],
    ...pages,
  };
}
