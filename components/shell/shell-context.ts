import "server-only";
import { cookies } from "next/headers";
import { currentPath } from "@/lib/i18n/current-path";
import { isTheme, type Theme, themeCookie } from "@/lib/i18n/theme";

/** What every shell needs of the request: the theme in force and the address to return to after a choice. */
export async function shellContext(): Promise<{ theme: Theme; returnTo: string }> {
  const theme = (await cookies()).get(themeCookie)?.value;
  return { theme: isTheme(theme) ? theme : "system", returnTo: await currentPath() };
}
