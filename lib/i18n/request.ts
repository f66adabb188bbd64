import { cookies, headers } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { CIVIL_ZONE } from "@/lib/core/civil-zone";
import { loadMessages } from "./load-messages";
import { isLocale, localeCookie, localeOfRequest } from "./locales";

/**
 * next-intl's request configuration: the language is the cookie's, else the browser's first one we have, else Danish;
 * a caller may ask for another one by `getTranslations({ locale })`, as mails and certificates do.
 */
export default getRequestConfig(async ({ locale: asked }) => {
  const chosen = isLocale(asked) ? asked : (await cookies()).get(localeCookie)?.value;
  const locale = localeOfRequest(chosen, (await headers()).get("accept-language"));
  return { locale, messages: await loadMessages(locale), timeZone: CIVIL_ZONE };
});
