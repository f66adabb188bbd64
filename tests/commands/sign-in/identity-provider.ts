import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { Provider } from "oidc-provider";

/** Claims of the provider's people by their subject. */
export type ProviderPerson = {
  readonly email?: string;
  readonly email_verified?: boolean;
  readonly name?: string;
};

export type IdentityProvider = {
  readonly issuer: string;
  /** Goes through the provider's own pages as `subject` and returns the address that it sends the browser back to. */
  signIn(authorizationUrl: string, subject: string): Promise<URL>;
  close(): Promise<void>;
};

/** A real OpenID provider on a free port of this machine; its pages are walked through without a browser. */
export async function startIdentityProvider(
  redirectUri: string,
  people: Readonly<Record<string, ProviderPerson>>,
): Promise<IdentityProvider> {
  let handler: (...request: Parameters<ReturnType<Provider["callback"]>>) => unknown = () => {};
  const server = createServer((request, response) => void handler(request, response));
  await new Promise<void>((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve());
  });
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: "praksis", client_secret: "provider-secret", redirect_uris: [redirectUri] }],
    claims: { email: ["email", "email_verified"], profile: ["name"] },
    // As Entra ID does: the ID token carries the claims of the scopes.
    conformIdTokenClaims: false,
    findAccount: (_context, id) => ({ accountId: id, claims: async () => ({ sub: id, ...people[id] }) }),
    pkce: { required: () => true },
  });
  handler = provider.callback();
  return {
    issuer,
    signIn: (authorizationUrl, subject) => walk(authorizationUrl, subject, redirectUri),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** A browser's part: follows redirects, keeps cookies, and fills in the provider's forms (login, then consent). */
async function walk(start: string, subject: string, redirectUri: string): Promise<URL> {
  const jar = new Map<string, string>();
  let url = start;
  let form: URLSearchParams | undefined;
  for (let step = 0; step < 15; step++) {
    if (url.startsWith(redirectUri)) return new URL(url);
    const response = await fetch(url, {
      method: form ? "POST" : "GET",
      redirect: "manual",
      headers: { cookie: [...jar].map(([name, value]) => `${name}=${value}`).join("; ") },
      ...(form && { body: form }),
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ""] = line.split(";");
      jar.set(pair.slice(0, pair.indexOf("=")), pair.slice(pair.indexOf("=") + 1));
    }
    const location = response.headers.get("location");
    form = undefined;
    if (location) {
      url = new URL(location, url).href;
      continue;
    }
    const page = await response.text();
    const action = /<form[^>]* action="([^"]+)"/.exec(page)?.[1];
    const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1];
    if (!action || !prompt)
      throw new Error(`the provider answered ${response.status}: ${page.slice(0, 300)}`);
    url = new URL(action, url).href;
    form = new URLSearchParams({ prompt, ...(prompt === "login" && { login: subject, password: "x" }) });
  }
  throw new Error("the provider sends the browser in circles");
}
