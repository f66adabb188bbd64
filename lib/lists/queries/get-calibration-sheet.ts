import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { listRounds } from "@/lib/calibration/queries/list-rounds";
import type { Locale } from "@/lib/db/generated/enums";
import { translatorFor } from "@/lib/i18n/translator";
import type { LongSheet } from "@/lib/spreadsheet/sheet";
import { allPages } from "../facts/portions";

/**
 * A body's calibration rounds, the newest first: the case, where the round stands, how many have rated it, and for an assessor
 * (`forAssessor`) whether their own rating is in.
 */
export async function getCalibrationSheet(
  acting: Acting,
  locale: Locale,
  forAssessor: boolean,
): Promise<LongSheet> {
  const [t, words] = await Promise.all([
    translatorFor(locale, "lists"),
    translatorFor(locale, "calibration"),
  ]);
  const pages = await allPages(
    (page) => listRounds(acting, page),
    (round) => [
      round.title,
      words(`state.${round.state}`),
      round.dueOn,
      round.answers,
      ...(forAssessor ? [round.done ? words("rateDone") : null] : []),
    ],
  );
  return {
    name: t(forAssessor ? "ratedCalibrations.name" : "calibrations.name"),
    columns: [
      { header: words("case") },
      { header: t("column.state") },
      { header: t("column.rateBy"), kind: "day" },
      { header: t("column.ratings"), kind: "number" },
      ...(forAssessor ? [{ header: words("mine") }] : []),
    ],
    ...pages,
  };
}
