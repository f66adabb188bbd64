import { getLocale } from "next-intl/server";
import { actingWith } from "@/lib/auth/acting";
import { currentActor } from "@/lib/auth/actor";
import { getAgreementBasisSheet } from "@/lib/billing/queries/get-agreement-basis-sheet";
import { isId } from "@/lib/core/ids";
import { isSheetFormat } from "@/lib/spreadsheet/sheet";
import { sheetResponse } from "@/lib/spreadsheet/sheet-response";

/** An agreement's invoice basis as `?format=csv|xlsx`, for the provider's staff. To everybody else there is no such file. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ agreementId: string }> },
): Promise<Response> {
  const { agreementId } = await params;
  const format = new URL(request.url).searchParams.get("format") ?? "";
  const acting = actingWith(await currentActor(), "billing.manage");
  const now = new Date();
  const sheet =
    acting && isId(agreementId) && isSheetFormat(format)
      ? await getAgreementBasisSheet(acting, agreementId, await getLocale(), now)
      : null;
  if (!sheet || !isSheetFormat(format))
    return new Response("Not found", { status: 404, headers: { "Cache-Control": "private, no-store" } });
  return sheetResponse(format, `praksis-${sheet.name}-${now.toISOString().slice(0, 10)}`, sheet);
}
