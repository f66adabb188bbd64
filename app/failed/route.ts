import { failedPage } from "@/components/shell/failed-page.html";

/** The path of ours that `from` is; the front page where it is anything else. */
function pathOf(from: string | null): string {
  return from && /^\/(?![/\\])[^\s\\]*$/.test(from) ? from : "/";
}

/** Where a page that failed leads those who have no scripts (components/shell/answered-without-scripts.tsx). It failed: 500 here too. */
export function GET(request: Request): Response {
  const from = pathOf(new URL(request.url).searchParams.get("from"));
  return new Response(failedPage(from), {
    status: 500,
    headers: { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" },
  });
}
