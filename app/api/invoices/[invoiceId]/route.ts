import { actingWith } from "@/lib/auth/acting";
import { currentActor } from "@/lib/auth/actor";
import { getInvoiceFile } from "@/lib/billing/queries/get-invoice-file";
import { isId } from "@/lib/core/ids";

const headers = { "Cache-Control": "private, no-store" };

/** An invoice or credit note as a Peppol file, for the provider's staff. To everybody else there is no such file. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ invoiceId: string }> },
): Promise<Response> {
  const { invoiceId } = await params;
  const acting = actingWith(await currentActor(), "billing.manage");
  const file = acting && isId(invoiceId) ? await getInvoiceFile(acting, invoiceId) : null;
  if (!file) return new Response("Not found", { status: 404, headers });
  return new Response(file.xml, {
    headers: {
      ...headers,
      "Content-Type": "application/xml; charset=utf-8",
      // A letter and digits: nothing in it needs quoting.
      "Content-Disposition": `attachment; filename="${file.name}"`,
    },
  });
}
