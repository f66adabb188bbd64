/** `npm run --silent demo:list -- --json`: the demo's accounts, certificates and open cohorts. */
import { readDemoListing } from "./database/demo-listing.ts";
import { query, withDatabase } from "./database/own.ts";
import { leaveOnSignals } from "./process/shutdown.ts";
import { main } from "./say.ts";

await main(async () => {
  leaveOnSignals();
  const listing = await withDatabase("npm run demo:list", (url) => query(url, readDemoListing));
  if (process.argv.includes("--json")) return console.log(JSON.stringify(listing, null, 2));
  for (const [title, rows] of Object.entries(listing)) {
    console.log(title);
    console.table(rows);
  }
});
