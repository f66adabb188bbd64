import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { civilDay } from "@/lib/core/dates";
import type { Locale } from "@/lib/db/generated/enums";
import { listFrameworks } from "@/lib/frameworks/queries/list-frameworks";
import { translatorFor } from "@/lib/i18n/translator";
import type { Sheet } from "@/lib/spreadsheet/sheet";

/** Every version of a body's frameworks: where it stands, who approved it, since when it is used and in how many cases. */
export async function getFrameworkSheet(acting: Acting, locale: Locale): Promise<Sheet> {
  const [frameworks, t, words] = await Promise.all([
    listFrameworks(acting, locale),
    translatorFor(locale, "lists"),
    translatorFor(locale, "frameworks"),
  ]);
  return {
    name: t("frameworks.name"),
    columns: [
      { header: t("column.framework") },
      { header: t("column.version"), kind: "number" },
      { header: t("column.state") },
      { header: t("column.approvedBy") },
      { header: t("column.inUseFrom"), kind: "day" },
      { header: t("column.criteria"), kind: "number" },
      { header: t("column.cases"), kind: "number" },
    ],
    rows: frameworks.flatMap(({ title, versions }) =>
      versions.map((version) => [
        title,
        version.number,
        words(`state.${version.state}`),
        version.approvedBy.join(", "),
        version.inUseFrom && civilDay(version.inUseFrom),
        version.criteria,
        version.cases,
      ]),
    ),
  };
}
