/** `npm run --silent db:url`: the connection string of the database in use, on stdout; whether it answers, on stderr. */
import { givenUrl, ownUrl, query } from "./database/own.ts";
import { main, Refusal } from "./say.ts";

await main(async () => {
  const url = givenUrl() ?? ownUrl();
  if (!url) throw new Refusal("There is no database yet: the first npm start makes it.");
  console.log(url);
  try {
    await query(url, (client) => client.query("SELECT 1"));
  } catch {
    console.error(
      givenUrl()
        ? "That database does not answer now."
        : "That database does not run now: it runs while npm start does, and may then be on another port.",
    );
  }
});
