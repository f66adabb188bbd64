import { getLocale } from "next-intl/server";
import { actingWith } from "@/lib/auth/acting";
import { currentActor } from "@/lib/auth/actor";
import { isId } from "@/lib/core/ids";
import { exportLists, filterOf, isExportList } from "@/lib/lists/rules/export-lists";
import { exportList } from "@/lib/spreadsheet/export-list";
import { isSheetFormat } from "@/lib/spreadsheet/sheet";

const headers = { "Cache-Control": "private, no-store" };
const missing = () => new Response("Not found", { status: 404, headers });

/**
 * A list as a file: `/api/lists/participants?format=xlsx&cohort=<id>`. Whoever is not signed in is sent to sign in; to whoever lacks the
 * permission, or the cohort, there is no such list.
 */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ list: string }> },
): Promise<Response> {
  const { list } = await params;
  const { pathname, search, searchParams } = new URL(request.url);
  const format = searchParams.get("format") ?? "csv";
  const cohortId = searchParams.get("cohort") ?? "";
  if (!isExportList(list) || !isSheetFormat(format)) return missing();
  const { permission, of } = exportLists[list];
  if (of === "cohort" ? !isId(cohortId) : cohortId !== "") return missing();
  const actor = await currentActor();
  if (actor.personId === null) {
    const back = encodeURIComponent(pathname + search);
    return new Response(null, {
      status: 303,
      headers: { ...headers, Location: `/sign-in?callbackUrl=${back}` },
    });
  }
  const acting = actingWith(actor, permission);
  if (!acting) return missing();
  const locale = await getLocale();
  const filter = filterOf(list, searchParams);
  return (await exportList(acting, { list, cohortId, format, locale, filter }, new Date())) ?? missing();
}
