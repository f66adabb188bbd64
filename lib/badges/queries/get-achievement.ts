import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { CERTIFICATE_ZONE } from "@/lib/certificates/rules/payload";
import { dayOf } from "@/lib/core/dates";
import { settings } from "@/lib/core/env";
import { isId } from "@/lib/core/ids";
import { database } from "@/lib/db/client";
import type { Locale } from "@/lib/db/generated/enums";
import { namesSelect } from "@/lib/organisations/facts/names";
import { nameAt } from "@/lib/organisations/rules/name-at";
import type { AchievementFacts } from "../rules/achievement";
import { issuerDid, issuerUrl } from "../rules/addresses";

/** An achievement for its page. */
export type Achievement = Omit<AchievementFacts, "criteria"> & {
  /** The language that its texts are in. */
  readonly language: Locale;
  readonly creator: AchievementFacts["creator"] & { readonly shortName: string };
  readonly criteria: readonly {
    readonly code: string;
    readonly name: string;
    readonly description: string;
  }[];
};

const inLocale = <Row extends { readonly locale: Locale }>(rows: readonly Row[], locale: Locale) =>
  rows.find((row) => row.locale === locale) ?? rows.find((row) => row.locale === "da") ?? rows[0];

/**
 * What a version of a scheme certifies, in the language asked for or else in Danish; null where there is no such version in use, now or
 * formerly. Anybody may ask: whoever shows a certificate shows what it is for.
 */
export async function getAchievement(
  _acting: Acting,
  frameworkVersionId: string,
  locale: Locale,
  now: Date,
): Promise<Achievement | null> {
  if (!isId(frameworkVersionId)) return null;
  const row = await database().frameworkVersion.findFirst({
    where: { id: frameworkVersionId, state: { in: ["in_use", "retired"] } },
    select: {
      number: true,
      texts: { select: { locale: true, title: true, scope: true } },
      criteria: {
        select: { code: true, texts: { select: { locale: true, name: true, description: true } } },
        orderBy: { position: "asc" },
      },
      framework: {
        select: {
          certifyingBody: {
            select: {
              id: true,
              names: namesSelect,
              badgeIssuer: { select: { organisationId: true, ownsHost: true } },
            },
          },
        },
      },
    },
  });
  const text = row && inLocale(row.texts, locale);
  if (!text) return null;
  const { certifyingBody } = row.framework;
  const name = nameAt(certifyingBody.names, dayOf(now, CERTIFICATE_ZONE));
  const { publicUrl } = settings();
  const { id, badgeIssuer } = certifyingBody;
  return {
    publicUrl,
    frameworkVersionId,
    version: row.number,
    language: text.locale,
    title: text.title,
    scope: text.scope,
    criteria: row.criteria.flatMap(({ code, texts }) => {
      const its = inLocale(texts, text.locale);
      return its ? [{ code, name: its.name, description: its.description }] : [];
    }),
    creator: {
      id: badgeIssuer ? issuerDid(publicUrl, badgeIssuer) : issuerUrl(publicUrl, id),
      name: name?.name ?? "",
      shortName: name?.shortName ?? "",
    },
  };
}
