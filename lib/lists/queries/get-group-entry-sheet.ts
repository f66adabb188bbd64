import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { isId } from "@/lib/core/ids";
import type { Locale } from "@/lib/db/generated/enums";
import { getGroupEntry } from "@/lib/group-entries/queries/get-group-entry";
import { translatorFor } from "@/lib/i18n/translator";
import type { Sheet } from "@/lib/spreadsheet/sheet";

/** The people on a coordinator's list, as they were entered, and what has to be put right of each; null where there is no such list. */
export async function getGroupEntrySheet(
  acting: Acting,
  id: string,
  locale: Locale,
  now: Date,
): Promise<Sheet | null> {
  const list = isId(id) ? await getGroupEntry(acting, id, now) : null;
  if (!list) return null;
  const [t, words] = await Promise.all([
    translatorFor(locale, "lists"),
    translatorFor(locale, "group-entries"),
  ]);
  return {
    name: t("groupEntry.name"),
    columns: [
      { header: words("list.line"), kind: "number" },
      { header: t("column.name") },
      { header: t("column.email") },
      { header: t("column.title") },
      { header: t("column.role") },
      { header: t("column.track") },
      { header: t("column.problems") },
    ],
    rows: list.entries.map(({ row, problems }) => [
      row.line,
      row.name,
      row.email,
      row.title,
      row.role,
      row.track,
      problems
        .map(
          ({ field, problem }) =>
            `${words(`list.${field === "title" ? "jobTitle" : field}`)}: ${words(`problem.${problem}`)}`,
        )
        .join(" "),
    ]),
  };
}
