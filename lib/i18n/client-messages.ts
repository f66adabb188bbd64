import "server-only";
import { getMessages } from "next-intl/server";
import { type Area, clientAreas } from "./areas";

/**
 * The texts a page sends to the browser: `ui` and `shell`, and the areas named. Use it where a client component needs an
 * area's texts: `<NextIntlClientProvider messages={await clientMessages("observations")}>`. Keep the list short: every
 * namespace is in the page's HTML.
 */
export async function clientMessages(...extra: Area[]) {
  const messages = await getMessages();
  const wanted = new Set<Area>([...clientAreas, ...extra]);
  return Object.fromEntries(Object.entries(messages).filter(([area]) => wanted.has(area as Area)));
}
