/** `npm run reset`: throws away the demo's database and files, so that the next start is a first one. */
import { rmSync } from "node:fs";
import { dataFolder, inDataFolder, ownDataFolder } from "./data-folder.ts";
import { givenUrl } from "./database/own.ts";
import { leaveOnSignals, shutdown } from "./process/shutdown.ts";
import { main, Refusal } from "./say.ts";

await main(async () => {
  leaveOnSignals();
  if (givenUrl())
    throw new Refusal(
      "DATABASE_URL names a database of yours, which is never reset from here. Unset it to reset the demo.",
    );
  ownDataFolder("npm run reset");
  for (const part of ["postgres", "files"]) rmSync(inDataFolder(part), { recursive: true, force: true });
  await shutdown();
  console.log(`The database and files in ${dataFolder} are gone. The next npm start makes them anew.`);
});
