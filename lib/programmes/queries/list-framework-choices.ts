import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { organisationsAs } from "@/lib/auth/acting";
import { civilDay } from "@/lib/core/dates";
import { database } from "@/lib/db/client";
import type { Locale } from "@/lib/db/generated/enums";
import { namesSelect } from "@/lib/organisations/facts/names";
import { nameAt } from "@/lib/organisations/rules/name-at";

/** A certifying body's scheme that a programme can be built on. */
export type FrameworkChoice = { readonly id: string; readonly title: string; readonly body: string };

/**
 * Schemes that programmes may certify by: approved or in use, of any certifying body. What a body certifies on is public, so
 * staff of every provider may choose; nobody else has a use for the list.
 */
export async function listFrameworkChoices(
  acting: Acting,
  locale: Locale,
  now: Date,
): Promise<FrameworkChoice[]> {
  if (organisationsAs(acting, "staff").length === 0) return [];
  const versions = await database().frameworkVersion.findMany({
    where: { state: { in: ["approved", "in_use"] } },
    select: {
      id: true,
      number: true,
      texts: { select: { locale: true, title: true } },
      framework: {
        select: {
          key: true,
          certifyingBody: {
            select: { names: namesSelect },
          },
        },
      },
    },
    orderBy: [{ frameworkId: "asc" }, { number: "desc" }],
  });
  const today = civilDay(now);
  return versions.map((version) => {
    const text = version.texts.find((each) => each.locale === locale) ?? version.texts[0];
    return {
      id: version.id,
      title: `${text?.title ?? version.framework.key} (${version.number})`,
      body: nameAt(version.framework.certifyingBody.names, today)?.shortName ?? "",
    };
  });
}
