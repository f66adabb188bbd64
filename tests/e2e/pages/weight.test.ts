import { isDevelopment, pageScales, scriptBudget, scriptsOf } from "../../../scripts/testing/page-weight.ts";
import { pathOf } from "../support/path-of.ts";
import { routes } from "../support/routes.ts";
import { expect, test } from "../support/test.ts";

/**
 * The folders of the roles' areas; everything else is public, also where one must be signed in. `/offline` is the assessors' form
 * as their device keeps it: it must bring all of its scripts at once, since none can be fetched later.
 */
const areas = /^\/(my|staff|organisation|facilitate|assess|certify|admin|offline)(\/|$)/;

test("scripts are sent compressed", async ({ open }) => {
  const stranger = await open();
  const front = await stranger.request.get("/");
  const [script = ""] = scriptsOf(await front.text());
  test.skip(isDevelopment(await front.text()), "the development server sends other scripts");
  for (const path of ["/", script]) {
    const answer = await fetch(new URL(path, front.url()), { headers: { "accept-encoding": "gzip, br" } });
    await answer.text();
    expect(answer.headers.get("content-encoding"), path).toMatch(/^(gzip|br)$/);
  }
});

test("no page sends more JavaScript than its budget", async ({ open }) => {
  test.slow();
  const stranger = await open();
  const front = await (await stranger.request.get("/")).text();
  test.skip(isDevelopment(front), "the development server sends other scripts");
  expect(scriptsOf(front).length).toBeGreaterThan(2);
  const weigh = pageScales(async (path) => {
    const answer = await stranger.request.get(path);
    expect(answer.status(), path).toBe(200);
    return await answer.text();
  });
  const people = new Map<string, Awaited<ReturnType<typeof open>>>();
  const over: string[] = [];
  for (const route of routes) {
    const page = route.as ? (people.get(route.as) ?? (await open({ email: route.as }))) : stranger;
    if (route.as) people.set(route.as, page);
    const bytes = await weigh(await (await page.request.get(await pathOf(route))).text());
    const budget = areas.test(route.page) ? scriptBudget.area : scriptBudget.public;
    if (bytes > budget) over.push(`${route.page}: ${bytes} of ${budget}`);
  }
  expect(over).toEqual([]);
});
