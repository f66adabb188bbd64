import { spawnSync } from "node:child_process";
import { checkDataIntegrity, checkVcJwt, type Published } from "../../commands/badges/outsider.ts";
import { row } from "../support/database.ts";
import { expect, test } from "../support/test.ts";

/** Where a DID's document is (did:web method). */
function addressOf(did: string, origin: string): string {
  const [, , , ...path] = did.split(":");
  return path.length > 0 ? `${origin}/${path.join("/")}/did.json` : `${origin}/.well-known/did.json`;
}

/** What the site publishes, fetched when it is asked for: a stranger's verifier, with nothing but the network. */
function fetched(origin: string): Published {
  return new Proxy<Published>(
    {},
    {
      get: (_, name) => async () => {
        const place = String(name).startsWith("did:web:") ? addressOf(String(name), origin) : String(name);
        const answer = await fetch(place);
        return answer.ok ? answer.json() : null;
      },
    },
  );
}

/** The first of a state by its number: the journeys that change one for a while take the last ones of 2019. */
async function certificateIn(state: string): Promise<string> {
  const found = await row<{ public_id: string }>(
    "SELECT public_id FROM certificate WHERE state::text = $1 ORDER BY serial_number LIMIT 1",
    [state],
  );
  return found.public_id;
}

test.describe("a credential over the network", () => {
  for (const [state, verdict] of [
    ["issued", "valid"],
    ["suspended", "suspended"],
    ["revoked", "revoked"],
    ["superseded", "revoked"],
  ] as const)
    test(`of a certificate that is ${state} is ${verdict} to a stranger's verifier`, async ({
      request,
      baseURL,
    }) => {
      const origin = baseURL ?? "";
      const answer = await request.get(`/api/badges/${await certificateIn(state)}`);
      expect(answer.headers()).toMatchObject({
        "content-type": "application/vc+ld+json",
        "access-control-allow-origin": "*",
        "cross-origin-resource-policy": "cross-origin",
      });
      const credential = await answer.json();
      // The demo's replaced one has expired since: asked on a day on which it had not, it is its status that speaks.
      const over = Date.parse(credential.validUntil ?? "2999-01-01") < Date.now();
      const now = over ? new Date(Date.parse(credential.validFrom) + 86_400_000) : new Date();
      // A demo certificate gets its bits when its credential is first asked for, here; a list is up to two seconds old, and may be older than that.
      await expect
        .poll(() => checkDataIntegrity(credential, fetched(origin), now), { timeout: 10_000 })
        .toBe(verdict);
      credential.name = "Kejser";
      expect(await checkDataIntegrity(credential, fetched(origin), now)).toBe("tampered");
    });

  test("comes as a JWT to whoever prefers one, and its key from the address in its header", async ({
    request,
    baseURL,
  }) => {
    const id = await certificateIn("issued");
    const answer = await request.get(`/api/badges/${id}`, { headers: { Accept: "application/vc+jwt" } });
    expect(answer.headers()["content-type"]).toBe("application/vc+jwt");
    const { verdict, payload } = await checkVcJwt(await answer.text(), fetched(baseURL ?? ""));
    expect(verdict).toBe("valid");
    expect(payload?.jti).toBe(`${baseURL}/api/badges/${id}`);
    const keys = await (await request.get("/.well-known/jwks.json")).json();
    expect(keys.keys.map(({ alg }: { alg: string }) => alg)).toEqual(["RS256", "EdDSA"]);
    expect(JSON.stringify(keys)).not.toMatch(/"(d|p|q|dp|dq|qi)":/);
  });

  test("comes inside its picture, unless its certificate was withdrawn", async ({ request }) => {
    const id = await certificateIn("issued");
    const png = await request.get(`/api/badges/${id}/baked.png`);
    expect(png.headers()["content-disposition"]).toMatch(/^attachment; filename="PX-\d{4}-\d{5}\.png"$/);
    expect((await png.body()).includes("openbadgecredential\0\0\0\0\0eyJ")).toBe(true);
    const svg = await (await request.get(`/api/badges/${id}/baked.svg`)).text();
    expect(svg).toMatch(/^<svg [^>]*><openbadges:credential verify="eyJ[\w.-]+"><\/openbadges:credential>/);
    expect((await request.get(`/api/badges/${await certificateIn("revoked")}/baked.png`)).status()).toBe(410);
  });

  test("and whatever checks it may be asked from another site's page, with headers of its own", async ({
    request,
  }) => {
    const asked = { Origin: "https://wallet.example", "Access-Control-Request-Method": "GET" };
    const credential = await (await request.get(`/api/badges/${await certificateIn("issued")}`)).json();
    const { keys } = await (await request.get("/.well-known/jwks.json")).json();
    const { achievement } = credential.credentialSubject;
    // The latter may change at any time, while this runs too.
    const steady = [credential.id, keys[0].kid, "/.well-known/did.json", "/.well-known/jwks.json"];
    const list = credential.credentialStatus[0].statusListCredential;
    const places = [
      list,
      credential.issuer.url,
      achievement.id,
      achievement.image.id,
      "/transparency/roots.json",
    ];
    for (const place of [...steady, ...places]) {
      const headers = { ...asked, "Access-Control-Request-Headers": "if-none-match,x-wallet" };
      const first = await request.fetch(place, { method: "OPTIONS", headers });
      expect(first.status(), place).toBe(204);
      expect(first.headers(), place).toMatchObject({
        "access-control-allow-origin": "*",
        "access-control-allow-headers": "*",
      });
      const answer = await request.get(place, { headers: { Accept: "application/ld+json" } });
      expect(answer.headers()["access-control-allow-origin"], place).toBe("*");
    }
    for (const place of steady) {
      const { etag = "" } = (await request.get(place)).headers();
      expect((await request.get(place, { headers: { "If-None-Match": etag } })).status(), place).toBe(304);
      expect((await request.head(place)).headers().etag, place).toBe(etag);
    }
    // Keys are changed: whoever keeps the list of them asks again.
    for (const place of ["/.well-known/did.json", "/.well-known/jwks.json"])
      expect((await request.get(place)).headers()["cache-control"]).toBe(
        "public, max-age=2, must-revalidate",
      );
  });

  test("is found by its id only", async ({ request }) => {
    for (const place of ["AAAAAAAAAAAAAAAAAAAAAA", "x", "..%2f", "%00", "AAAAAAAAAAAAAAAAAAAAAA/baked.png"])
      expect((await request.get(`/api/badges/${place}`)).status(), place).toBeGreaterThanOrEqual(400);
    for (const place of ["/api/keys/x", "/api/status-lists/x", "/achievements/x", "/api/badges/issuers/x"])
      expect((await request.get(place)).status(), place).toBe(404);
  });
});

test("an achievement answers people with a page and machines with data, at one address", async ({
  request,
}) => {
  const credential = await (await request.get(`/api/badges/${await certificateIn("issued")}`)).json();
  const address: string = credential.credentialSubject.achievement.id;
  const data = await request.get(address, { headers: { Accept: "application/ld+json" } });
  expect(data.headers()["content-type"]).toBe("application/ld+json");
  expect(await data.json()).toMatchObject({ id: address, type: ["Achievement"] });
  const page = await request.get(address, {
    headers: { Accept: "text/html,application/xhtml+xml,*/*;q=0.8" },
  });
  expect(page.headers()["content-type"]).toContain("text/html");
});

test("the published script verifies what the site publishes", async ({ request, baseURL }) => {
  test.setTimeout(240_000);
  const id = await certificateIn("issued");
  const proofs = async () => (await (await request.get(`/api/badges/${id}/inclusion`)).json()).proofs;
  // The job that seals days runs every minute.
  await expect
    .poll(async () => (await proofs()).length, { timeout: 180_000, intervals: [5_000] })
    .toBeGreaterThan(0);
  const script = await (await request.get("/transparency/verify.mjs")).text();
  // The address of the credential, and the one that a stranger has: the check page's.
  for (const place of [`${baseURL}/api/badges/${id}`, `${baseURL}/verify/${id}`]) {
    const run = spawnSync(process.execPath, ["--input-type=module", "-", place], {
      input: script,
      encoding: "utf8",
    });
    expect(run.stderr + run.stdout).toContain("The certificate is there: issued on");
    expect(run.status).toBe(0);
  }
});
