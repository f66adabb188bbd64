/** What is on the screen stays where it is while the page loads, and work under way is said only when it takes a while. */
import { expectDone } from "../support/form.ts";
import { pathOf } from "../support/path-of.ts";
import { routes } from "../support/routes.ts";
import { expect, test } from "../support/test.ts";

const watched = [
  "/",
  "/programmes",
  "/programmes/[slug]",
  "/verify/[publicId]",
  "/my",
  "/facilitate",
  "/assess",
].concat([
  "/assess/observations/[observationId]/write",
  "/certify/cases/[caseId]",
  "/staff",
  "/staff/plan",
  "/organisation",
  "/admin",
]);

/** A fifth of what is "good" by web.dev/cls: nobody sees it. */
const MOST_SHIFT = 0.02;

test("nothing moves while a page loads, on a desk and on a phone", async ({ open }) => {
  test.setTimeout(240_000);
  const moved: string[] = [];
  for (const route of routes.filter(({ page }) => watched.includes(page)))
    for (const width of [1280, 360]) {
      const page = await open({ ...(route.as ? { email: route.as } : {}), viewport: { width, height: 800 } });
      // The worst of days: the letters come long after the words.
      await page.route(/\.woff2/, async (letters) => {
        await new Promise((resolve) => setTimeout(resolve, 200));
        await letters.continue();
      });
      await page.addInitScript(() => {
        const shifts = { sum: 0 };
        Object.assign(window, { shifts });
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) shifts.sum += (entry as unknown as { value: number }).value;
        }).observe({ type: "layout-shift", buffered: true });
      });
      await page.goto(await pathOf(route), { waitUntil: "load" });
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      const sum = await page.evaluate(
        () =>
          new Promise<number>((resolve) =>
            requestAnimationFrame(() =>
              requestAnimationFrame(() =>
                resolve((window as unknown as { shifts: { sum: number } }).shifts.sum),
              ),
            ),
          ),
      );
      if (sum > MOST_SHIFT) moved.push(`${route.page} at ${width} px: ${sum.toFixed(3)}`);
      await page.context().close();
    }
  expect(moved).toEqual([]);
});

test("a lost connection is said, and that it is back by the notice going", async ({ open }) => {
  const page = await open({ email: "participant@fjordby.example" });
  await page.goto("/my");
  const notice = page.getByRole("status").filter({ hasText: /forbindelse/i });
  await expect(notice).toHaveCount(0);
  await expect(async () => {
    await page.context().setOffline(true);
    await expect(notice).toBeVisible({ timeout: 1500 });
  }).toPass();
  await page.context().setOffline(false);
  await expect(notice).toHaveCount(0);
});

test("paper gets the page and not its frame", async ({ open }) => {
  const page = await open({ email: "certified@aadal.example" });
  await page.goto("/my/certificates");
  await page.emulateMedia({ media: "print" });
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(page.locator("header[data-shell]")).toBeHidden();
  for (const nav of await page.locator("nav").all()) await expect(nav).toBeHidden();
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe("light");
});

test("work that takes a while is said, and that it is done", async ({ open }) => {
  const page = await open({ email: "certified@aadal.example" });
  await page.goto("/my/account");
  // The answer comes when it has been said that one waits.
  let answer = () => {};
  const said = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await page.route("**/my/account*", async (route) => {
    if (route.request().method() === "POST") await said;
    await route.continue();
  });
  const working = page.getByRole("region", { name: "Beskeder" }).getByText(/^Det tager lidt tid/);
  await page.getByRole("main").getByRole("button", { name: "Gem", exact: true }).click();
  await expect(working).toBeVisible();
  answer();
  await expect(working).toHaveCount(0);
  await expectDone(page, /gemt/i);
});
