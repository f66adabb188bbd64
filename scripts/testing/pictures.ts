/** Pictures of pages: one browser, one context for each person, one load for each language; widths and schemes follow without loading. */
import { type Browser, type BrowserContext, chromium, type Page } from "@playwright/test";
import { pathOf } from "../../tests/e2e/support/path-of.ts";
import type { Route } from "../../tests/e2e/support/routes.ts";
import { signInByFixture } from "../../tests/e2e/support/session.ts";
import { browserArgs } from "../../tests/setup/browser.ts";
import { reasonOf } from "../say.ts";

type Theme = "light" | "dark";
export type Wanted = {
  readonly widths: readonly number[];
  readonly themes: readonly Theme[];
  readonly locales: readonly string[];
  /** The whole length of the page, or what a window shows of it. */
  readonly whole: boolean;
  /** Where a picture goes. */
  readonly file: (route: Route, look: { width: number; theme: Theme; locale: string }) => string;
};

const heightFor = (width: number): number => (width < 500 ? 780 : 900);

/** Opens contexts as they are needed and keeps them: signing in and warming a cache is done once for each person. */
class People {
  readonly #browser: Browser;
  readonly #origin: string;
  readonly #open = new Map<string, Page>();

  constructor(browser: Browser, origin: string) {
    this.#browser = browser;
    this.#origin = origin;
  }

  async page(email: string | undefined): Promise<Page> {
    const known = this.#open.get(email ?? "");
    if (known) return known;
    const context: BrowserContext = await this.#browser.newContext({
      baseURL: this.#origin,
      reducedMotion: "reduce",
      timezoneId: "Europe/Copenhagen",
    });
    // A development server would reload the page whenever a source changes: its messages go nowhere.
    await context.routeWebSocket(/./, () => undefined);
    if (email) await signInByFixture(context, this.#origin, email);
    const page = await context.newPage();
    // The font is shown only where it is there at once: the first picture needs it in the cache.
    await page.goto("/offline");
    await settle(page);
    this.#open.set(email ?? "", page);
    return page;
  }
}

/** The fonts are there, what loads late has loaded, also a picture that waits to be scrolled to, and nothing moves any more. */
async function settle(page: Page): Promise<void> {
  await page.waitForLoadState("networkidle", { timeout: 15_000 }).catch(() => undefined);
  await page.evaluate(async () => {
    await document.fonts.ready;
    const pictures = [...document.images];
    for (const picture of pictures) picture.loading = "eager";
    await Promise.all(pictures.map((picture) => picture.decode().catch(() => undefined)));
  });
}

/** Opens a path and waits until it is whole. */
async function show(page: Page, path: string): Promise<void> {
  const answer = await page.goto(path, { timeout: 120_000 });
  if (answer?.status() !== 200) throw new Error(`answered ${answer?.status()} at ${path}`);
  await settle(page);
}

async function takeRoute(page: Page, origin: string, route: Route, wanted: Wanted): Promise<number> {
  const path = await pathOf(route);
  let count = 0;
  for (const locale of wanted.locales) {
    await page.context().addCookies([{ name: "locale", value: locale, url: origin }]);
    await page.setViewportSize({ width: wanted.widths[0] ?? 1280, height: 900 });
    await show(page, path);
    for (const width of wanted.widths) {
      await page.setViewportSize({ width, height: heightFor(width) });
      for (const theme of wanted.themes) {
        await page.emulateMedia({ colorScheme: theme });
        await page.screenshot({
          path: wanted.file(route, { width, theme, locale }),
          fullPage: wanted.whole,
          animations: "disabled",
        });
        count++;
      }
    }
  }
  return count;
}

/** Takes the wanted pictures of the routes at the site `origin`, whose database DATABASE_URL names; returns how many. */
export async function takePictures(
  executablePath: string,
  origin: string,
  routes: readonly Route[],
  wanted: Wanted,
): Promise<number> {
  const browser = await chromium.launch({ executablePath, args: browserArgs() });
  try {
    const people = new People(browser, origin);
    let count = 0;
    for (const route of routes)
      try {
        count += await takeRoute(await people.page(route.as), origin, route, wanted);
      } catch (thrown) {
        console.error(`${route.page}: ${reasonOf(thrown).split("\n")[0]}`);
        process.exitCode = 1;
      }
    return count;
  } finally {
    await browser.close();
  }
}
