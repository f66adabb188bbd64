import { getLocale } from "next-intl/server";
import { type Acting, actingWith } from "@/lib/auth/acting";
import { signedInRoute } from "@/lib/auth/signed-in-route";
import { civilDay } from "@/lib/core/dates";
import { isId } from "@/lib/core/ids";
import type { Locale } from "@/lib/db/generated/enums";
import { isSheetFormat, type Sheet } from "@/lib/spreadsheet/sheet";
import { sheetResponse } from "@/lib/spreadsheet/sheet-response";

/** An invoice basis as `?format=csv|xlsx`, for the provider's staff; `param` is the address's name for what it is of. */
export function basisRoute<Param extends string>(
  param: Param,
  read: (acting: Acting, id: string, locale: Locale, now: Date) => Promise<Sheet | null>,
) {
  return signedInRoute<Record<Param, string>>(async ({ actor, params, url, now }) => {
    const format = url.searchParams.get("format") ?? "";
    const acting = actingWith(actor, "billing.manage");
    if (!acting || !isId(params[param]) || !isSheetFormat(format)) return null;
    const sheet = await read(acting, params[param], await getLocale(), now);
    return sheet && sheetResponse(format, `praksis-${sheet.name}-${civilDay(now)}`, sheet);
  });
}
