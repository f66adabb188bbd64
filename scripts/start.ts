/** `npm start`: everything that Praksis needs, from nothing to a running site, and nothing left behind on Ctrl-C. */

import { generateClient } from "./app/generate.ts";
import { currentRelease } from "./app/release.ts";
import { startApp } from "./app/serve.ts";
import { addressToUse, environmentFor, isDemo, refusePublicDemo } from "./app/settings.ts";
import { ownDataFolder } from "./data-folder.ts";
import { loadDemoData } from "./database/demo-data.ts";
import { migrate } from "./database/migrate.ts";
import { givenOwnerUrl, givenUrl, startOwnDatabase } from "./database/own.ts";
import { instanceUrl } from "./database/roles.ts";
import { printDemoAccounts } from "./demo-accounts.ts";
import { isShuttingDown, leaveOnSignals, onShutdown, shutdown } from "./process/shutdown.ts";
import { main } from "./say.ts";

const say = (line: string) => console.log(line);

async function prepareDatabase(filesFolder: string | undefined): Promise<string> {
  const owner = givenOwnerUrl() ?? givenUrl() ?? (await startOwnDatabase());
  const applied = await migrate(owner);
  if (applied.length > 0)
    say(`Database migrated (${applied.length} ${applied.length === 1 ? "step" : "steps"}).`);
  if (isDemo() && (await loadDemoData(owner, filesFolder))) say("Demo data loaded.");
  if (givenUrl() && !givenOwnerUrl())
    say("The application owns its tables. See DATABASE_OWNER_URL in docs/operations.md to part the two.");
  return instanceUrl(owner);
}

async function start(): Promise<void> {
  const address = await addressToUse();
  refusePublicDemo(address);
  const { settings: planned } = environmentFor(givenUrl(), address); // refuses before anything is started
  if (!givenUrl()) ownDataFolder("npm start");
  await generateClient();
  // Both at once; when one fails, the other is not left running.
  const [release, url] = await Promise.all([currentRelease(say), prepareDatabase(planned.filesFolder)]);
  if (isShuttingDown()) return;

  const { env, settings } = environmentFor(url, address);
  const app = await startApp({ ...address, env, release, log: (text) => process.stdout.write(text) });
  onShutdown("the application", app.stop);
  app.process.once("exit", (code, signal) => {
    if (isShuttingDown()) return;
    console.error(
      `\nThe application ended by itself (${signal ?? `code ${code}`}). Stopping; start it again with npm start.`,
    );
    void shutdown().then(() => process.exit(1));
  });
  say(`Praksis is ready at ${address.url}`);
  if (settings.publicUrl !== address.url) say(`Its public address is ${settings.publicUrl}`);
  if (isDemo()) await printDemoAccounts(url, address.url);
}

await main(async () => {
  leaveOnSignals({ asSuccess: true });
  try {
    await start();
  } catch (thrown) {
    await shutdown();
    throw thrown;
  }
});
