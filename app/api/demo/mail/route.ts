import { settings } from "@/lib/core/env";
import { listDemoMails } from "@/lib/mail/queries/list-demo-mails";

/** `GET /demo/mail?to=<address>&format=json` of the demo: the mails to an address, newest first. */
export async function GET(request: Request): Promise<Response> {
  if (!settings().demo) return new Response(null, { status: 404 });
  const mails = await listDemoMails(new URL(request.url).searchParams.get("to") ?? "");
  return Response.json(
    mails.map(({ toEmail, subject, text, links, sentAt }) => ({ to: toEmail, subject, text, links, sentAt })),
    { headers: { "Cache-Control": "no-store" } },
  );
}
