import "server-only";
import type { NextApiRequest, NextApiResponse } from "next";
import NextAuth, { type AuthOptions } from "next-auth";
import type { Settings } from "@/lib/core/env";
import { logFault } from "@/lib/core/fault";
import { isSecure } from "../session-cookie";

/**
 * OpenID Connect by next-auth: discovery, PKCE, state, nonce and the checks of the ID token are its work. It is stopped before
 * it would make users or sessions of its own; who that is here is ours to decide, in one transaction (commands/complete-oidc).
 */
const PROVIDER = "oidc";

/** The claims of a verified ID token that we use. */
export type IdClaims = {
  readonly iss: string;
  readonly sub: string;
  readonly email?: unknown;
  readonly email_verified?: unknown;
  readonly name?: unknown;
  readonly auth_time?: unknown;
};

/** What next-auth answers: where to go and which of its cookies to set. */
export type ProtocolAnswer = {
  readonly location: string | null;
  readonly cookies: readonly string[];
  /** Present once a provider's answer passed every check. */
  readonly claims: IdClaims | null;
};

/** The part of a request that next-auth reads. */
export type ProtocolRequest = {
  readonly cookies: Readonly<Record<string, string>>;
  readonly query: Readonly<Record<string, string>>;
};

type Oidc = NonNullable<Settings["oidc"]>;

/** Where next-auth would send its own sign-in; never reached, because the `signIn` callback always answers with it. */
const STOP = "/sign-in";

function options(
  oidc: Oidc,
  settings: Pick<Settings, "secret">,
  again: boolean,
  keep: (claims: IdClaims) => void,
): AuthOptions {
  const prefix = isSecure() ? "__Host-praksis.oidc-" : "praksis.oidc-";
  const cookie = (name: string) => ({
    name: `${prefix}${name}`,
    options: { httpOnly: true, sameSite: "lax" as const, path: "/", secure: isSecure(), maxAge: 600 },
  });
  return {
    secret: settings.secret,
    useSecureCookies: isSecure(),
    cookies: {
      csrfToken: cookie("csrf"),
      callbackUrl: cookie("callback"),
      pkceCodeVerifier: cookie("pkce"),
      state: cookie("state"),
      nonce: cookie("nonce"),
    },
    pages: { signIn: STOP, error: STOP },
    // Its errors may quote a provider's answer; kind and place are enough to find the cause by.
    logger: {
      error: (code) => void logFault({ signIn: code }, new Error(code)),
      warn: () => {},
      debug: () => {},
    },
    providers: [
      {
        id: PROVIDER,
        name: oidc.name,
        type: "oauth",
        wellKnown: `${oidc.issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
        clientId: oidc.clientId,
        clientSecret: oidc.clientSecret,
        idToken: true,
        checks: ["pkce", "state", "nonce"],
        authorization: {
          // No scope for a civil registration number: none is stored here.
          params: { scope: "openid email profile", ...(again && { prompt: "login", max_age: 0 }) },
        },
        profile: (claims: IdClaims) => ({ id: claims.sub }),
      },
    ],
    callbacks: {
      signIn({ profile }) {
        keep(profile as unknown as IdClaims);
        return STOP;
      },
    },
  };
}

/** Calls next-auth as its Pages API does: plain objects in and out, and nothing of it reads the request by itself. */
async function ask(
  authOptions: AuthOptions,
  path: readonly string[],
  method: "GET" | "POST",
  request: ProtocolRequest & { readonly body?: Readonly<Record<string, string>> },
) {
  const headers = new Map<string, string | string[]>();
  let body: unknown;
  const response = {
    status: () => response,
    getHeader: (name: string) => headers.get(name.toLowerCase()),
    setHeader: (name: string, value: string | string[]) => headers.set(name.toLowerCase(), value),
    end: () => {},
    json: (value: unknown) => {
      body = value;
    },
    send: (value: unknown) => {
      body = value;
    },
  };
  const given = {
    method,
    headers: {},
    cookies: request.cookies,
    body: request.body ?? {},
    query: { ...request.query, nextauth: path },
  };
  await NextAuth(given as unknown as NextApiRequest, response as unknown as NextApiResponse, authOptions);
  return {
    body,
    location: [headers.get("location") ?? []].flat()[0] ?? null,
    cookies: [headers.get("set-cookie") ?? []].flat(),
  };
}

/** next-auth takes its own address from the environment only. */
function tellAddress(publicUrl: string): void {
  process.env.NEXTAUTH_URL ??= publicUrl;
}

/** `name=value` of each Set-Cookie, as the browser would send it back. */
function cookiePairs(setCookies: readonly string[]): Record<string, string> {
  const pairs = setCookies.map((line) => line.split(";")[0]?.split("=") ?? []);
  return Object.fromEntries(
    pairs.map(([name = "", ...value]) => [name, decodeURIComponent(value.join("="))]),
  );
}

/**
 * Begins a sign-in at the provider: the address to send the browser to, and the cookies with state, nonce and PKCE verifier.
 * With `again` the provider is asked to ask the person. The caller has checked the Origin; next-auth's own token against forged
 * requests is fetched and handed back within this call.
 */
export async function beginOidc(
  settings: Pick<Settings, "secret" | "publicUrl">,
  oidc: Oidc,
  again: boolean,
): Promise<ProtocolAnswer> {
  tellAddress(settings.publicUrl);
  const authOptions = options(oidc, settings, again, () => {});
  const csrf = await ask(authOptions, ["csrf"], "GET", { cookies: {}, query: {} });
  const { csrfToken = "" } = Object(csrf.body) as { csrfToken?: string };
  const answer = await ask(authOptions, ["signin", PROVIDER], "POST", {
    cookies: cookiePairs(csrf.cookies),
    query: {},
    body: { csrfToken },
  });
  return { location: answer.location, cookies: answer.cookies, claims: null };
}

/** Ends a sign-in at the provider: exchanges the code and checks the ID token. `claims` is null where anything was wrong. */
export async function finishOidc(
  settings: Pick<Settings, "secret" | "publicUrl">,
  oidc: Oidc,
  request: ProtocolRequest,
): Promise<ProtocolAnswer> {
  tellAddress(settings.publicUrl);
  let claims: IdClaims | null = null;
  const authOptions = options(oidc, settings, false, (checked) => {
    claims = checked;
  });
  const answer = await ask(authOptions, ["callback", PROVIDER], "GET", request);
  return { location: null, cookies: answer.cookies, claims };
}
