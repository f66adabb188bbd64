import { getLocale, getTranslations } from "next-intl/server";
import type { RollCall } from "@/lib/attendance/queries/get-roll-call";
import { formatDateTime } from "@/lib/i18n/format";

/** Who noted what of each person and when, in a sentence, by enrolment id; nothing of whom nothing is noted. */
export async function notesInWords(roll: RollCall): Promise<Record<string, string>> {
  const t = await getTranslations("facilitate.roll");
  const locale = await getLocale();
  const noted = roll.people.flatMap(({ enrolmentId, status, recordedBy, recordedAt }) => {
    if (!recordedBy || !recordedAt) return [];
    const date = formatDateTime(recordedAt, locale, roll.timeZone);
    return [[enrolmentId, t("by", { status: t(`status.${status}`), name: recordedBy, date })]];
  });
  return Object.fromEntries(noted);
}
