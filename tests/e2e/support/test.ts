import {
  type BrowserContext,
  type BrowserContextOptions,
  test as base,
  expect,
  type Page,
} from "@playwright/test";
import { signInByFixture } from "./session.ts";

/**
 * Opens a browser of somebody's own: signed in as `email` where one is given, a stranger otherwise. `mayFail`: pages are made to
 * fail there, and say so by their status.
 */
export type Open = (as?: { email?: string; mayFail?: boolean } & BrowserContextOptions) => Promise<Page>;

/**
 * Notes what a page complains of: errors of scripts, refusals by the content security policy, and parts that did not come. An
 * answer to a navigation is the test's own affair.
 */
function noteTrouble(context: BrowserContext, trouble: string[], mayFail: boolean): void {
  context.on("console", (message) => {
    if (message.type() !== "error" || message.text().startsWith("Failed to load resource")) return;
    trouble.push(`${message.page()?.url() ?? ""} console: ${message.text()}`);
  });
  context.on("weberror", (error) =>
    trouble.push(`${error.page()?.url() ?? ""} script: ${error.error().message}`),
  );
  context.on("response", (response) => {
    const kind = response.request().resourceType();
    if (response.status() >= 400 && kind !== "document" && kind !== "fetch")
      trouble.push(`${response.url()} answered ${response.status()}`);
    if (response.status() >= 500 && !(mayFail && kind === "document"))
      trouble.push(`${response.url()} answered ${response.status()}`);
  });
}

/** Playwright's test with browsers for several people, none of which may complain while it runs. */
export const test = base.extend<{ open: Open }>({
  open: async ({ browser, baseURL }, use) => {
    const origin = baseURL ?? "";
    const contexts: BrowserContext[] = [];
    const trouble: string[] = [];
    await use(async ({ email, mayFail = false, ...options } = {}) => {
      const context = await browser.newContext({ reducedMotion: "reduce", ...options });
      contexts.push(context);
      noteTrouble(context, trouble, mayFail);
      if (email) await signInByFixture(context, origin, email);
      return await context.newPage();
    });
    await Promise.all(contexts.map((context) => context.close()));
    expect(trouble, "what pages complained of").toEqual([]);
  },
});

export { expect };
