import type { NextRequest } from "next/server";
import { checkedCertificate } from "@/components/certificates/check-page.html";
import { failedCheck, noCertificate, slowDown } from "@/components/certificates/no-check.html";
import { requireActor } from "@/lib/auth/actor";
import { allowCheck, MISS } from "@/lib/certificates/queries/allow-check";
import { getPublicCertificate } from "@/lib/certificates/queries/get-public-certificate";
import { FILE_COOKIE } from "@/lib/certificates/rules/uploaded";
import { settings } from "@/lib/core/env";
import { logFault } from "@/lib/core/fault";
import type { Markup } from "@/lib/core/html";
import { type Locale, localeCookie, localeOfRequest } from "@/lib/i18n/locales";
import { isTheme, type Theme, themeCookie } from "@/lib/i18n/theme";
import { translatorFor } from "@/lib/i18n/translator";
import { bareFrame, framed, frameFor } from "../frame";

/** What proxy.ts sets for other pages (it does not run here), but stricter: there are no scripts, and none may come in. */
function documentHeaders(): Record<string, string> {
  const secure = settings().publicUrl.startsWith("https://");
  const policy = [
    "default-src 'none'",
    "script-src 'none'",
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(secure ? ["upgrade-insecure-requests"] : []),
  ];
  return {
    "Content-Security-Policy": policy.join("; "),
    "Referrer-Policy": "strict-origin-when-cross-origin",
    ...(secure ? { "Strict-Transport-Security": "max-age=63072000; includeSubDomains" } : {}),
  };
}

type Checked = { readonly content: Markup; readonly status: number; readonly wait?: number };

function chosen({ cookies, headers }: NextRequest): { locale: Locale; theme: Theme } {
  const theme = cookies.get(themeCookie)?.value;
  return {
    locale: localeOfRequest(cookies.get(localeCookie)?.value, headers.get("accept-language")),
    theme: isTheme(theme) ? theme : "system",
  };
}

async function check(request: NextRequest, publicId: string, locale: Locale): Promise<Checked> {
  const acting = await requireActor("certificate.verify");
  const wait = await allowCheck(acting);
  if (wait !== null) return { content: await slowDown(locale, wait), status: 429, wait };
  const now = new Date();
  const certificate = await getPublicCertificate(acting, publicId, now);
  if (!certificate) {
    await allowCheck(acting, MISS);
    return { content: await noCertificate(locale), status: 404 };
  }
  const fileChecked = request.cookies.get(FILE_COOKIE)?.value === publicId;
  return { content: await checkedCertificate({ certificate, fileChecked, now }, locale), status: 200 };
}

/**
 * The public check of a certificate for a stranger, at its address `/verify/<publicId>` (next.config.ts): the page as HTML and nothing else,
 * because most who open it do so once, on a phone. Nothing of it is kept; what it says is read at each request.
 */
export async function GET(request: NextRequest, { params }: { params: Promise<{ publicId: string }> }) {
  const { publicId } = await params;
  const path = `/verify/${publicId}`;
  const { locale, theme } = chosen(request);
  const t = await translatorFor(locale, "certificates");
  const frame = await frameFor(request.headers, locale, theme).catch((error: unknown) => {
    logFault({ route: "verify" }, error);
    return bareFrame(locale);
  });
  const { content, status, wait } = await check(request, publicId, locale).catch(
    async (error: unknown): Promise<Checked> => {
      const reference = logFault({ route: "verify" }, error);
      return { content: await failedCheck(locale, path, reference), status: 500 };
    },
  );
  const body = Buffer.from(framed(frame, { path, title: t("verify.metaTitle"), content }));
  return new Response(body, {
    status,
    headers: {
      "Content-Type": "text/html; charset=utf-8",
      "Content-Length": String(body.byteLength),
      "Cache-Control": "private, no-store",
      ...documentHeaders(),
      ...(frame.link ? { Link: frame.link } : {}),
      ...(wait === undefined ? {} : { "Retry-After": String(wait * 60) }),
    },
  });
}
