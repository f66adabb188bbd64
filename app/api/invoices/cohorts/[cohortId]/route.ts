import { getLocale } from "next-intl/server";
import { actingWith } from "@/lib/auth/acting";
import { currentActor } from "@/lib/auth/actor";
import { getBasisSheet } from "@/lib/billing/queries/get-basis-sheet";
import { isId } from "@/lib/core/ids";
import { isSheetFormat } from "@/lib/spreadsheet/sheet";
import { sheetResponse } from "@/lib/spreadsheet/sheet-response";

/** A cohort's invoice basis as `?format=csv|xlsx`, for the provider's staff. To everybody else there is no such file. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ cohortId: string }> },
): Promise<Response> {
  const { cohortId } = await params;
  const format = new URL(request.url).searchParams.get("format") ?? "";
  const acting = actingWith(await currentActor(), "billing.manage");
  const now = new Date();
  const sheet =
    acting && isId(cohortId) && isSheetFormat(format)
      ? await getBasisSheet(acting, cohortId, await getLocale(), now)
      : null;
  if (!sheet || !isSheetFormat(format))
    return new Response("Not found", { status: 404, headers: { "Cache-Control": "private, no-store" } });
  return sheetResponse(format, `praksis-${sheet.name}-${now.toISOString().slice(0, 10)}`, sheet);
}
