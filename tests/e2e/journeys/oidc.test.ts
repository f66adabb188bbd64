import { randomUUID } from "node:crypto";
import type { Page } from "@playwright/test";
import type { App } from "../../../scripts/app/serve.ts";
import { freePort } from "../../../scripts/process/free-port.ts";
import { type IdentityProvider, startIdentityProvider } from "../../commands/sign-in/identity-provider.ts";
import { expectAccessible } from "../support/accessibility.ts";
import { rows } from "../support/database.ts";
import { startInstance } from "../support/instance.ts";
import { expect, test } from "../support/test.ts";

/** The pages of a real OpenID provider, an instance that is set up for it, and somebody at the provider. */
let provider: IdentityProvider;
let site: App;
const somebody = {
  email: `ny.${randomUUID().slice(0, 8)}@fjordby.example`,
  email_verified: true,
  name: "Nynne Provider",
};

test.beforeAll(async () => {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  provider = await startIdentityProvider(`${url}/api/auth/callback/oidc`, { nynne: somebody });
  site = await startInstance(
    {
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: "praksis",
      OIDC_CLIENT_SECRET: "provider-secret",
      OIDC_NAME: "Kommunelogin",
    },
    port,
  );
});
test.afterAll(async () => {
  await site?.stop();
  await provider?.close();
});

/** Signs in on the provider's own pages as `subject`, and lets it pass on what was asked for. */
async function passProvider(page: Page, subject: string): Promise<void> {
  await expect(page).toHaveURL((url) => url.origin === provider.issuer);
  await page.locator('input[name="login"]').fill(subject);
  await page.locator('input[name="password"]').fill("anything");
  await page.getByRole("button", { name: "Sign-in" }).click();
  await page.getByRole("button", { name: "Continue" }).click();
}

test("somebody comes by their organisation's own sign-in, and comes back as the same person", async ({
  open,
}) => {
  const page = await open();
  await page.goto(`${site.url}/sign-in?callbackUrl=%2Fmy`);
  await expectAccessible(page);
  await page.getByRole("button", { name: "Log ind med Kommunelogin" }).click();
  await passProvider(page, "nynne");
  // The name comes from the provider; whoever is new says whether it is right.
  await expect(page).toHaveURL((url) => url.origin === site.url);
  if (page.url().includes("/sign-in/welcome")) await page.getByRole("button", { name: "Fortsæt" }).click();
  await expect(page).toHaveURL(`${site.url}/my`);
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Nynne");

  const again = await open();
  await again.goto(`${site.url}/sign-in`);
  await again.getByRole("button", { name: "Log ind med Kommunelogin" }).click();
  await passProvider(again, "nynne");
  await expect(again).toHaveURL((url) => url.origin === site.url && !url.pathname.startsWith("/sign-in"));
  const found = await rows("SELECT id FROM person WHERE email = $1", [somebody.email]);
  expect(found, "one person, however often they come").toHaveLength(1);
});

test("a sign-in that was refused at the provider says so, and signs nobody in", async ({ open }) => {
  const page = await open();
  await page.goto(`${site.url}/sign-in`);
  await page.getByRole("button", { name: "Log ind med Kommunelogin" }).click();
  await expect(page).toHaveURL((url) => url.origin === provider.issuer);
  await page.getByRole("link", { name: /Cancel/ }).click();
  await expect(page).toHaveURL((url) => url.origin === site.url && url.pathname === "/sign-in");
  await expect(page.getByRole("alert").first()).toBeVisible();
  await expectAccessible(page);
  await page.goto(`${site.url}/my`);
  await expect(page).toHaveURL(/\/sign-in\?callbackUrl/);
});
