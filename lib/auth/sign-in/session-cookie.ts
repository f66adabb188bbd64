/** Whether the public address is served over TLS: then cookies are bound to it and to this very host. */
export function isSecure(publicUrl = process.env.PRAKSIS_URL): boolean {
  return publicUrl?.startsWith("https:") ?? false;
}

/** The session cookie's name. `__Host-` makes browsers refuse it from another host or over plain HTTP (RFC 6265bis). */
export function sessionCookieName(): string {
  return isSecure() ? "__Host-praksis.session" : "praksis.session";
}

/**
 * How the session cookie is set. `lax`, because the links of our mails lead to pages for whoever is signed in; every change
 * asks for our own Origin besides.
 */
export function sessionCookieOptions(endsAt: Date) {
  return { httpOnly: true, secure: isSecure(), sameSite: "lax", path: "/", expires: endsAt } as const;
}

/** What takes one of sign-in's cookies away again: a browser lets nothing replace a `__Host-` cookie that is not bound to the host in the same way. */
export function endedCookie(name: string) {
  return { name, httpOnly: true, secure: isSecure(), sameSite: "lax", path: "/" } as const;
}
