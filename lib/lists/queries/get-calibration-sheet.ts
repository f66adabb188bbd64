import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { listRounds } from "@/lib/calibration/queries/list-rounds";
import type { Locale } from "@/lib/db/generated/enums";
import { translatorFor } from "@/lib/i18n/translator";
import type { Sheet } from "@/lib/spreadsheet/sheet";

/** A body's calibration rounds, the newest first: the case, where the round stands, and how many have rated it. */
export async function getCalibrationSheet(acting: Acting, locale: Locale): Promise<Sheet> {
  const [rounds, t, words] = await Promise.all([
    listRounds(acting),
    translatorFor(locale, "lists"),
    translatorFor(locale, "calibration"),
  ]);
  return {
    name: t("calibrations.name"),
    columns: [
      { header: words("case") },
      { header: t("column.state") },
      { header: t("column.rateBy"), kind: "day" },
      { header: t("column.ratings"), kind: "number" },
    ],
    rows: rounds.map((round) => [round.title, words(`state.${round.state}`), round.dueOn, round.answers]),
  };
}
