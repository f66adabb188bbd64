import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { wallTimeOf } from "@/lib/core/dates";
import type { Locale } from "@/lib/db/generated/enums";
import { translatorFor } from "@/lib/i18n/translator";
import { listVisitPage } from "@/lib/observations/queries/list-visits";
import type { LongSheet } from "@/lib/spreadsheet/sheet";
import { allPages } from "../facts/portions";

/** An assessor's visits, ahead or behind as on the screen: whom, when (as clocks there show it), where and how it stands. */
export async function getVisitSheet(
  acting: Acting,
  locale: Locale,
  time: "ahead" | "behind",
): Promise<LongSheet> {
  const [t, words] = await Promise.all([
    translatorFor(locale, "lists"),
    translatorFor(locale, "observations"),
  ]);
  const pages = await allPages(
    (page) => listVisitPage(acting, { time }, page),
    (row) => [
      row.participant,
      row.organisation,
      wallTimeOf(row.startsAt, row.timeZone),
      wallTimeOf(row.endsAt, row.timeZone),
      row.place,
      row.assessor,
      words(`visitState.${row.state}`),
    ],
  );
  return {
    name: t("visits.name"),
    columns: [
      { header: t("column.participant") },
      { header: t("column.organisation") },
      { header: t("column.from"), kind: "time" },
      { header: t("column.to"), kind: "time" },
      { header: t("column.place") },
      { header: words("field.assessor") },
      { header: t("column.state") },
    ],
    ...pages,
  };
}
