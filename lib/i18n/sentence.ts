import "server-only";
import { getTranslations } from "next-intl/server";
import type { Translate } from "./translator";

/**
 * The sentence of a key that is known only at run time (a refusal's code, a zod issue), in the language of the request. Keys
 * written in code are typed instead: `getTranslations("applications")`.
 */
export async function sentence(
  key: string,
  params?: Readonly<Record<string, string | number>>,
): Promise<string> {
  const translate = (await getTranslations()) as unknown as Translate;
  return translate(key, params && { ...params });
}
