/**
 * `npm run screenshots`: pictures of every page into screenshots/, at three widths, light and dark, in three languages; and with
 * `--readme` the handful that the README shows, into docs/pictures/. Narrow it down:
 * `npm run screenshots -- --page /my --width 360 --theme dark --locale sv`.
 */
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Browser, chromium } from "@playwright/test";
import { signInByFixture } from "../tests/e2e/support/session.ts";
import { browserArgs, findBrowser } from "../tests/setup/browser.ts";
import { generateClient } from "./app/generate.ts";
import { root } from "./process/run.ts";
import { leaveOnSignals, shutdown } from "./process/shutdown.ts";
import { main, Refusal } from "./say.ts";
import { startTestSite } from "./testing/site.ts";

const widths = ["360", "768", "1280"];
const themes = ["light", "dark"] as const;
const locales = ["da", "sv", "en"];
/** The pages of the README, and what their pictures are called. */
const readme: Readonly<Record<string, string>> = {
  "/programmes": "catalogue",
  "/my": "participant",
  "/assess/observations/[observationId]/write": "observation",
  "/certify/cases/[caseId]": "case",
  "/verify/[publicId]": "verify",
};

const many = { type: "string", multiple: true } as const;
const { values: given } = parseArgs({
  options: {
    page: many,
    width: many,
    theme: many,
    locale: many,
    readme: { type: "boolean", default: false },
  },
});

/** The asked-for of what there is; all of it where nothing was asked for. Throws a sentence at an unknown one. */
function chosen<T extends string>(
  there: readonly T[],
  asked: readonly string[] | undefined,
  what: string,
): T[] {
  const unknown = asked?.find((each) => !there.some((one) => one === each));
  if (unknown !== undefined)
    throw new Refusal(`There is no ${what} "${unknown}". There are: ${there.join(", ")}.`);
  return there.filter((each) => !asked || asked.includes(each));
}

type Picture = {
  path: string;
  email?: string;
  width: number;
  theme: "light" | "dark";
  locale: string;
  file: string;
  wholePage: boolean;
};

async function take(browser: Browser, origin: string, picture: Picture): Promise<void> {
  const { path, email, width, theme, locale, file, wholePage } = picture;
  const context = await browser.newContext({
    baseURL: origin,
    viewport: { width, height: width < 500 ? 780 : 900 },
    colorScheme: theme,
    reducedMotion: "reduce",
    timezoneId: "Europe/Copenhagen",
    locale,
  });
  try {
    await context.addCookies([{ name: "locale", value: locale, url: origin }]);
    if (email) await signInByFixture(context, origin, email);
    const page = await context.newPage();
    await page.goto(path, { waitUntil: "networkidle" });
    await page.screenshot({ path: file, fullPage: wholePage, animations: "disabled" });
  } finally {
    await context.close();
  }
}

const nameOf = (page: string) =>
  page.replace(/^\/$/, "home").replaceAll("/", "_").replaceAll(/[[\]]/g, "").replace(/^_/, "");

await main(async () => {
  leaveOnSignals();
  try {
    await generateClient();
    const executablePath = await findBrowser();
    const site = await startTestSite();
    process.env.DATABASE_URL = site.databaseUrl;
    const { routes } = await import("../tests/e2e/support/routes.ts");
    const { pathOf } = await import("../tests/e2e/support/path-of.ts");
    const pages = given.readme
      ? Object.keys(readme)
      : chosen(
          routes.map(({ page }) => page),
          given.page,
          "page",
        );
    const browser = await chromium.launch({ executablePath, args: browserArgs() });
    const folder = join(root, given.readme ? "docs/pictures" : "screenshots");
    if (!given.readme && !given.page) rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    let count = 0;
    for (const route of routes.filter(({ page }) => pages.includes(page))) {
      const path = await pathOf(route);
      const common = { path, ...(route.as ? { email: route.as } : {}) };
      const one = { width: 1280, theme: "light", locale: "da", wholePage: false } as const;
      if (given.readme) {
        await take(browser, site.url, { ...common, ...one, file: join(folder, `${readme[route.page]}.png`) });
        count++;
        continue;
      }
      for (const width of chosen(widths, given.width, "width"))
        for (const theme of chosen(themes, given.theme, "theme"))
          for (const locale of chosen(locales, given.locale, "locale")) {
            const file = join(folder, `${nameOf(route.page)}-${width}-${theme}-${locale}.png`);
            await take(browser, site.url, {
              ...common,
              width: Number(width),
              theme,
              locale,
              file,
              wholePage: true,
            });
            count++;
          }
    }
    await browser.close();
    console.log(`${count} pictures in ${folder}`);
  } finally {
    await shutdown();
  }
});
