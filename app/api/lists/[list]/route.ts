import { getLocale } from "next-intl/server";
import { actingWith } from "@/lib/auth/acting";
import { signedInRoute } from "@/lib/auth/signed-in-route";
import { isId } from "@/lib/core/ids";
import { exportLists, filterOf, isExportList } from "@/lib/lists/rules/export-lists";
import { exportList } from "@/lib/spreadsheet/export-list";
import { isSheetFormat } from "@/lib/spreadsheet/sheet";

/**
 * A list as a file: `/api/lists/participants?format=xlsx&cohort=<id>`. To whoever lacks the permission, or the cohort, there is no such
 * list.
 */
export const GET = signedInRoute<{ list: string }>(async ({ actor, params: { list }, url, now }) => {
  const format = url.searchParams.get("format") ?? "csv";
  const cohortId = url.searchParams.get("cohort") ?? "";
  if (!isExportList(list) || !isSheetFormat(format)) return null;
  const { permission, of } = exportLists[list];
  if (of === "cohort" ? !isId(cohortId) : cohortId !== "") return null;
  const acting = actingWith(actor, permission);
  if (!acting) return null;
  const filter = filterOf(list, url.searchParams);
  return exportList(acting, { list, cohortId, format, locale: await getLocale(), filter }, now);
});
