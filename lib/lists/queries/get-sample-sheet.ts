import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { civilDay } from "@/lib/core/dates";
import type { Locale } from "@/lib/db/generated/enums";
import { translatorFor } from "@/lib/i18n/translator";
import { listSamples } from "@/lib/sampling/queries/list-samples";
import type { LongSheet } from "@/lib/spreadsheet/sheet";
import { allPages } from "../facts/portions";

/** A body's samples, the newest first, with how far the second looks are and what they found. */
export async function getSampleSheet(acting: Acting, locale: Locale): Promise<LongSheet> {
  const [t, words] = await Promise.all([translatorFor(locale, "lists"), translatorFor(locale, "sampling")]);
  const pages = await allPages(
    (page) => listSamples(acting, page),
    (row) => [
      row.fromDay,
      row.toDay,
      row.percent,
      row.population,
      row.drawn,
      civilDay(row.drawnAt),
      row.drawnBy,
      row.agreed,
      row.disagreed,
      row.drawn - row.agreed - row.disagreed,
    ],
  );
  return {
    name: t("samples.name"),
    columns: [
      { header: words("sheet.from"), kind: "day" },
      { header: words("sheet.to"), kind: "day" },
      { header: words("sheet.percent"), kind: "number" },
      { header: words("sheet.population"), kind: "number" },
      { header: words("column.drawn"), kind: "number" },
      { header: words("record.at"), kind: "day" },
      { header: words("sheet.drawnBy") },
      { header: words("column.agreed"), kind: "number" },
      { header: words("column.disagreed"), kind: "number" },
      { header: words("column.left"), kind: "number" },
    ],
    ...pages,
  };
}
