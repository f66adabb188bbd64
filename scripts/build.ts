/** `npm run build`: the production build as a folder that runs on its own; prints where it is. */
import { currentRelease } from "./app/release.ts";
import { main } from "./say.ts";

await main(async () => {
  console.log(await currentRelease((line) => console.error(line)));
});
