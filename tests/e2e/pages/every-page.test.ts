import { globSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { expectAccessible, expectNoSidewaysScroll, expectOrderAsSeen } from "../support/accessibility.ts";
import { rows } from "../support/database.ts";
import { pathOf } from "../support/path-of.ts";
import { elsewhere, type Route, routes } from "../support/routes.ts";
import { expect, test } from "../support/test.ts";

const app = fileURLToPath(new URL("../../../app", import.meta.url));

test("the list names every page", () => {
  const pages = globSync("**/page.tsx", { cwd: app }).map(
    (file) =>
      `/${dirname(file)
        .split("/")
        .filter((part) => part !== "." && !part.startsWith("("))
        .join("/")}`,
  );
  expect(pages.length, join(app, "**/page.tsx")).toBeGreaterThan(50);
  const named = [...routes.map(({ page }) => page), ...Object.keys(elsewhere)];
  expect(named.toSorted()).toEqual(pages.toSorted());
});

/** What holds of any page: an answer, a title and one heading of its own, and nothing that overflows. */
async function visit(page: Page, route: Route): Promise<void> {
  const answer = await page.goto(await pathOf(route));
  expect(answer?.status()).toBe(200);
  // A page that is sent without scripts allows none.
  expect(answer?.headers()["content-security-policy"]).toMatch(/script-src ('none';|'self' 'nonce-)/);
  if (route.as)
    expect(answer?.headers()["cache-control"], "nobody's page is kept for another").toContain("no-store");
  await expect(page).toHaveTitle(/^.+ · Praksis$|^Praksis$/);
  await expect(page.getByRole("heading", { level: 1 })).toHaveCount(1);
  await expect(page.locator("html")).toHaveAttribute("lang", "da");
}

for (const route of routes)
  test(`${route.page} is whole on a desk and a phone, in the light and the dark`, async ({ open }) => {
    const page = await open({
      ...(route.as ? { email: route.as } : {}),
      viewport: { width: 1280, height: 900 },
    });
    await visit(page, route);
    for (const width of [1280, 768, 360, 320]) {
      await page.setViewportSize({ width, height: 800 });
      await expectNoSidewaysScroll(page);
      await expectOrderAsSeen(page);
    }
    await expectAccessible(page, [1280, 360]);
  });

/** A mail in the outbox to `address`: sent, or given up for the reason given. */
async function addMail(address: string, template: string, reason: string | null): Promise<void> {
  await rows(
    `INSERT INTO outbox_mail (id, template, locale, to_email, to_name, params, state, attempts, sent_at, last_error, message_id)
     SELECT gen_random_uuid(), $2, 'da', $1, 'A', '{}', (CASE WHEN $3::text IS NULL THEN 'sent' ELSE 'failed' END)::outbox_state, 5,
            CASE WHEN $3::text IS NULL THEN now() END, $3, gen_random_uuid()`,
    [address, template, reason],
  );
}

test("a list whose columns are full, and one whose words are as long as they may be, stay within their place", async ({
  open,
}) => {
  const page = await open({ email: "admin@praksis.example" });
  const full = "birgitte.holmgaard-knudsen@hverdagsvelfaerd.example";
  const longest = `${"a".repeat(64)}@${"b".repeat(63)}.example`;
  for (const [address, template, reason] of [
    [full, "sessions-withdrawn", null],
    [longest, "certificates-wrong", `550 ${"c".repeat(200)}`],
  ] as const) {
    await addMail(address, template, reason);
    await page.goto(`/admin/jobs?search=${address.slice(0, 20)}`);
    await expect(page.getByRole("rowheader", { name: address }).first()).toBeVisible();
    for (const width of [1280, 1024, 768, 360, 320]) {
      await page.setViewportSize({ width, height: 800 });
      await expectNoSidewaysScroll(page);
    }
  }
});
