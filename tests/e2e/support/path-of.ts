import { row } from "./database.ts";
import type { Route } from "./routes.ts";

/** The path at which the demo's data shows a page: in the site's database, or the one at `url`. */
export async function pathOf({ at }: Route, url?: string): Promise<string> {
  if (at.startsWith("/")) return at;
  const found = await row<Record<string, string>>(at, [], url);
  const [path] = Object.values(found);
  if (!path) throw new Error(`No path: ${at}`);
  return path;
}
