/** WCAG 1.4.4 (text at 200 %) and 1.4.10 (reflow at 400 %: 320 CSS px): nothing is cut off, nothing has to be scrolled sideways. */
import type { Page } from "@playwright/test";
import { pathOf } from "../support/path-of.ts";
import { routes } from "../support/routes.ts";
import { expect, test } from "../support/test.ts";

const frames = [
  "/",
  "/programmes",
  "/programmes/[slug]",
  "/programmes/[slug]/apply",
  "/verify/[publicId]",
  "/sign-in",
]
  .concat(["/my", "/facilitate", "/assess", "/assess/observations/[observationId]/write", "/certify"])
  .concat(["/certify/cases/[caseId]", "/staff", "/staff/cohorts", "/organisation", "/admin", "/admin/ui"]);

/** What does not fit: the page wider than its window, text cut by its own box, and controls that lie over one another. */
function misfits(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const found: string[] = [];
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) found.push(`the page is ${scrollWidth} px wide in ${clientWidth}`);
    for (const element of document.querySelectorAll<HTMLElement>("body *")) {
      const { overflowX, textOverflow, position, clip } = getComputedStyle(element);
      if (overflowX !== "hidden" || textOverflow !== "ellipsis" || position === "absolute" || clip !== "auto")
        continue;
      if (element.scrollWidth > element.clientWidth + 1)
        found.push(`cut off: ${element.textContent?.slice(0, 60)}`);
    }
    return found;
  });
}

test("text at twice its size stays whole, and the page fits", async ({ open }) => {
  test.setTimeout(240_000);
  for (const route of routes.filter(({ page }) => frames.includes(page))) {
    const page = await open({
      ...(route.as ? { email: route.as } : {}),
      viewport: { width: 1280, height: 900 },
    });
    await page.goto(await pathOf(route));
    // A window of 1280 px enlarged twice, and text alone made twice as large in it.
    await page.setViewportSize({ width: 640, height: 450 });
    expect(await misfits(page), `${route.page} at 200 %`).toEqual([]);
    await page.setViewportSize({ width: 1280, height: 900 });
    await page.evaluate(() => {
      document.documentElement.style.fontSize = "200%";
    });
    expect(await misfits(page), `${route.page} with text of 200 %`).toEqual([]);
    await page.context().close();
  }
});

test("at 400 % (320 px) every page of the frames reflows", async ({ open }) => {
  test.setTimeout(240_000);
  for (const route of routes.filter(({ page }) => frames.includes(page))) {
    const page = await open({
      ...(route.as ? { email: route.as } : {}),
      viewport: { width: 320, height: 256 },
    });
    await page.goto(await pathOf(route));
    expect(await misfits(page), `${route.page} at 320 px`).toEqual([]);
    // At this size the frame may not keep what is read out of sight (1.4.10, 2.4.11).
    const free = await page.evaluate(() => {
      const bars = [...document.querySelectorAll("body *")].filter((each) =>
        ["fixed", "sticky"].includes(getComputedStyle(each).position),
      );
      const covered = bars.reduce((sum, each) => sum + each.getBoundingClientRect().height, 0);
      return innerHeight - covered;
    });
    expect(free, `${route.page}: left of 256 px beside what stands still`).toBeGreaterThan(100);
    await page.context().close();
  }
});

/** Names of the navigation under the thumb that are cut off, or broken within a word; as wide as they are where one is. */
function brokenNames(page: Page): Promise<(string | null)[]> {
  return page.evaluate(() => {
    const labels = [...document.querySelectorAll<HTMLElement>("nav.fixed li span")];
    for (const label of labels) label.style.fontWeight = "600";
    return labels
      .filter((label) => {
        const words = (label.textContent ?? "").trim().split(/\s+/);
        const text = [...label.childNodes].find(({ nodeType }) => nodeType === Node.TEXT_NODE);
        if (!text) return false;
        const range = document.createRange();
        range.selectNodeContents(text);
        // A word that is broken gives more lines than words.
        const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
        return label.scrollWidth > label.clientWidth + 1 || lines > words.length;
      })
      .map((label) => label.textContent);
  });
}

for (const locale of ["da", "sv", "en"] as const)
  test(`the names under the thumb are whole at 360 and 320 px in ${locale}`, async ({ open }) => {
    for (const route of routes.filter(({ page, as }) => as && /^\/\w+$/.test(page))) {
      const page = await open({ email: route.as ?? "", locale, viewport: { width: 360, height: 780 } });
      await page.goto(await pathOf(route));
      for (const width of [360, 320]) {
        await page.setViewportSize({ width, height: 780 });
        expect(await brokenNames(page), `${route.page} at ${width} px`).toEqual([]);
      }
      await page.context().close();
    }
  });
