import { type App, startApp } from "../../../scripts/app/serve.ts";

function settingsOfSite(): Record<string, string> {
  const settings = process.env.PRAKSIS_TEST_SETTINGS;
  if (!settings) throw new Error("No settings of the site under test: npm run test:e2e gives them.");
  return JSON.parse(settings);
}

/** What the site under test signs its links with. */
export const siteSecret = (): string => settingsOfSite().PRAKSIS_SECRET ?? "";

/**
 * A further instance of the site that is under test, on its database and with its secrets unless `changes` says otherwise, on
 * `port` or a free one. Whoever starts it stops it. Needs the production build: `npm run test:e2e` prepares it.
 */
export async function startInstance(changes: Record<string, string> = {}, port?: number): Promise<App> {
  return await startApp({
    env: { ...settingsOfSite(), ...changes },
    ...(port === undefined ? {} : { port }),
  });
}
