import { type NextRequest, NextResponse } from "next/server";

/**
 * What differs from request to request in the answer's headers. It authorises nothing: every page and action does that for
 * itself (trust.md, promise 15), so that the site stays closed if this file is not run (compare CVE-2025-29927).
 */

/**
 * Pages whose address holds a secret: it must not travel in a Referer header, nor stay in a shared cache. Each has a form whose
 * POST is refused without an Origin, and under `no-referrer` a browser sends `Origin: null` (Fetch, "append a request Origin
 * header"): `strict-origin` keeps the address back just as well and lets the Origin through.
 */
const tokenPages = ["/sign-in/", "/approve/", "/invitation/"];

function publicUrlIsHttps(): boolean {
  return (process.env.PRAKSIS_URL ?? "").startsWith("https://");
}

/** Signing in by OpenID Connect posts a form that is redirected to the provider: `form-action` must name its origin. */
function oidcOrigin(): string {
  const issuer = process.env.OIDC_ISSUER;
  return issuer && URL.canParse(issuer) ? ` ${new URL(issuer).origin}` : "";
}

function contentSecurityPolicy(nonce: string): string {
  const dev = process.env.NODE_ENV === "development";
  return [
    "default-src 'none'",
    // React's development build rebuilds server stacks with eval; the production build does not.
    `script-src 'self' 'nonce-${nonce}' 'strict-dynamic'${dev ? " 'unsafe-eval'" : ""}`,
    dev ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'`,
    // Widths of bars and positions of overlays are style attributes; they cannot run anything.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    `connect-src 'self'${dev ? " ws:" : ""}`,
    "manifest-src 'self'",
    "worker-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    `form-action 'self'${oidcOrigin()}`,
    "frame-ancestors 'none'",
    ...(publicUrlIsHttps() ? ["upgrade-insecure-requests"] : []),
  ].join("; ");
}

/** Adds the nonce and the address to the request (for the renderer) and the security headers to the answer. */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(18))).toString("base64");
  const policy = contentSecurityPolicy(nonce);
  const headers = new Headers(request.headers);
  headers.set("x-nonce", nonce);
  headers.set("content-security-policy", policy);
  // Read by lib/i18n/current-path.ts: the forms that change language or theme return to where the visitor is.
  headers.set("x-praksis-path", request.nextUrl.pathname + request.nextUrl.search);

  const response = NextResponse.next({ request: { headers } });
  response.headers.set("Content-Security-Policy", policy);
  const secret = tokenPages.some((prefix) => request.nextUrl.pathname.startsWith(prefix));
  response.headers.set("Referrer-Policy", secret ? "strict-origin" : "strict-origin-when-cross-origin");
  if (secret) response.headers.set("Cache-Control", "no-store");
  if (publicUrlIsHttps())
    response.headers.set("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
  return response;
}

export const config = {
  // Everything but data routes and files. Prefetches of Next's own router carry no document and need no policy; a browser's
  // prefetch (`Purpose: prefetch`) does carry one and must not slip through. A stranger's check of a certificate is sent by a route
  // without any script and with a policy of its own (app/api/checks); for whoever is signed in it is a page like the others.
  matcher: [
    {
      source:
        "/((?!api/|_next/static|_next/image|icon.svg|favicon.ico|robots.txt|verify/[A-Za-z0-9_-]{22,64}$).*)",
      missing: [{ type: "header", key: "next-router-prefetch" }],
    },
    {
      source: "/verify/:publicId([A-Za-z0-9_-]{22,64})",
      has: [{ type: "cookie", key: "praksis.session" }],
      missing: [{ type: "header", key: "next-router-prefetch" }],
    },
    {
      source: "/verify/:publicId([A-Za-z0-9_-]{22,64})",
      has: [{ type: "cookie", key: "__Host-praksis.session" }],
      missing: [{ type: "header", key: "next-router-prefetch" }],
    },
  ],
};
