/** `npm run dev`: the development server on a database of its own in the data folder, with the demo data. */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { generateClient } from "./app/generate.ts";
import { addressToUse, environmentFor, isDemo, refusePublicDemo } from "./app/settings.ts";
import { ownDataFolder } from "./data-folder.ts";
import { loadDemoData } from "./database/demo-data.ts";
import { migrate } from "./database/migrate.ts";
import { givenOwnerUrl, givenUrl, startOwnDatabase } from "./database/own.ts";
import { instanceUrl } from "./database/roles.ts";
import { root, stopChild, toolEnv } from "./process/run.ts";
import { leaveOnSignals, onShutdown, shutdown } from "./process/shutdown.ts";
import { main } from "./say.ts";

async function develop(): Promise<void> {
  const address = await addressToUse();
  refusePublicDemo(address);
  if (!givenUrl()) ownDataFolder("npm run dev");
  await generateClient();
  const owner = givenOwnerUrl() ?? givenUrl() ?? (await startOwnDatabase());
  await migrate(owner);
  const { env, settings } = environmentFor(await instanceUrl(owner), address);
  if (isDemo()) await loadDemoData(owner, settings.filesFolder);
  const next = join(root, "node_modules/next/dist/bin/next");
  const child = spawn(process.execPath, [next, "dev", "-p", String(address.port), "-H", address.host], {
    cwd: root,
    detached: true,
    stdio: ["ignore", "inherit", "inherit"],
    env: toolEnv({ ...env, NODE_ENV: "development" }),
  });
  onShutdown("the development server", () => stopChild(child, "SIGTERM", 10_000));
  child.once("exit", (code) => void shutdown().then(() => process.exit(code ?? 0)));
}

await main(async () => {
  leaveOnSignals({ asSuccess: true });
  try {
    await develop();
  } catch (thrown) {
    await shutdown();
    throw thrown;
  }
});
