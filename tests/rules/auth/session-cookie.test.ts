import { ResponseCookies } from "next/dist/compiled/@edge-runtime/cookies";
import { afterEach, describe, expect, it, vi } from "vitest";
import { endedCookie, sessionCookieName, sessionCookieOptions } from "@/lib/auth/sign-in/session-cookie";

afterEach(() => vi.unstubAllEnvs());

/** The Set-Cookie that `change` leads to. */
function answered(change: (jar: ResponseCookies) => void): string {
  const headers = new Headers();
  change(new ResponseCookies(headers));
  return headers.get("set-cookie") ?? "";
}

describe("the session's cookie over TLS", () => {
  // RFC 6265bis, 4.1.3.2: what a browser takes under this name, to set it and to take it away.
  const bound = (cookie: string) =>
    /; Secure/.test(cookie) && /; Path=\//.test(cookie) && !/Domain/.test(cookie);

  it("is taken by a browser when it is set, and when it is taken away", () => {
    vi.stubEnv("PRAKSIS_URL", "https://praksis.example.org");
    const name = sessionCookieName();
    expect(name).toMatch(/^__Host-/);
    expect(answered((jar) => jar.set(name, "x", sessionCookieOptions(new Date())))).toSatisfy(bound);
    const ended = answered((jar) => jar.delete(endedCookie(name)));
    expect(ended).toSatisfy(bound);
    expect(ended).toContain("Expires=Thu, 01 Jan 1970");
    expect(
      answered((jar) => jar.delete(name)),
      "by its name alone a browser would keep it",
    ).not.toSatisfy(bound);
  });
});
