import { actingWith } from "@/lib/auth/acting";
import { signedInRoute } from "@/lib/auth/signed-in-route";
import { getInvoiceFile } from "@/lib/billing/queries/get-invoice-file";
import { fileResponse } from "@/lib/core/file-response";
import { isId } from "@/lib/core/ids";

/** An invoice or credit note as a Peppol file, for the provider's staff. */
export const GET = signedInRoute<{ invoiceId: string }>(async ({ actor, params: { invoiceId } }) => {
  const acting = actingWith(actor, "billing.manage");
  const file = acting && isId(invoiceId) ? await getInvoiceFile(acting, invoiceId) : null;
  return file && fileResponse(file.xml, { type: "application/xml; charset=utf-8", name: file.name });
});
