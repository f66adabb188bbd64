/**
 * `npm run screenshots`: pictures of every page into screenshots/, at three widths, light and dark, in three languages; and with
 * `--readme` the handful that the README shows, into docs/pictures/. Narrow it down, here to the pages below /my:
 * `npm run screenshots -- --page /my --width 360 --theme dark --locale sv`. A site that runs already is photographed by
 * `--site http://127.0.0.1:3000`, with its database in DATABASE_URL; otherwise one with the demo's data is started.
 */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { findBrowser } from "../tests/setup/browser.ts";
import { generateClient } from "./app/generate.ts";
import { root } from "./process/run.ts";
import { leaveOnSignals, shutdown } from "./process/shutdown.ts";
import { main, Refusal } from "./say.ts";
import { startTestSite } from "./testing/site.ts";

const widths = ["360", "768", "1280"] as const;
const themes = ["light", "dark"] as const;
const locales = ["da", "sv", "en"] as const;
/** The pages of the README, and what their pictures are called. */
const readme: Readonly<Record<string, string>> = {
  "/programmes": "catalogue",
  "/my": "my",
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
    site: { type: "string" },
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

/** Pages at an address of the list or below it. */
function below(pages: readonly string[], asked: readonly string[] | undefined): string[] {
  if (!asked) return [...pages];
  const found = pages.filter((page) => asked.some((each) => page === each || page.startsWith(`${each}/`)));
  if (found.length === 0) throw new Refusal(`There is no page at or below ${asked.join(", ")}.`);
  return found;
}

const nameOf = (page: string) =>
  page.replace(/^\/$/, "home").replaceAll("/", "_").replaceAll(/[[\]]/g, "").replace(/^_/, "");

/** The address of the site to photograph. Its database is in DATABASE_URL afterwards. */
async function theSite(): Promise<string> {
  if (!given.site) {
    const { url, databaseUrl } = await startTestSite();
    process.env.DATABASE_URL = databaseUrl;
    return url;
  }
  if (!process.env.DATABASE_URL)
    throw new Refusal("A site that runs already needs its database beside it: DATABASE_URL=postgresql://…");
  return given.site;
}

await main(async () => {
  leaveOnSignals();
  try {
    await generateClient();
    const executablePath = await findBrowser();
    const origin = await theSite();
    const { routes } = await import("../tests/e2e/support/routes.ts");
    const { takePictures } = await import("./testing/pictures.ts");
    const all = routes.map(({ page }) => page);
    const pages = given.readme ? Object.keys(readme) : below(all, given.page);
    const folder = join(root, given.readme ? "docs/pictures" : "screenshots");
    mkdirSync(folder, { recursive: true });
    const common = given.readme
      ? { widths: [1280], themes: chosen(themes, ["light"], "theme"), locales: ["da"], whole: false }
      : {
          widths: chosen(widths, given.width, "width").map(Number),
          themes: chosen(themes, given.theme, "theme"),
          locales: chosen(locales, given.locale, "locale"),
          whole: true,
        };
    const count = await takePictures(
      executablePath,
      origin,
      routes.filter(({ page }) => pages.includes(page)),
      {
        ...common,
        file: ({ page }, { width, theme, locale }) =>
          join(
            folder,
            given.readme ? `${readme[page]}.png` : `${nameOf(page)}-${width}-${theme}-${locale}.png`,
          ),
      },
    );
    console.log(`${count} pictures in ${folder}`);
  } finally {
    await shutdown();
  }
});
