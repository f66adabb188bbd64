import type { BadgeFormat } from "../../db/generated/enums.ts";

/** What each format is served as. */
export const mediaTypes: Readonly<Record<BadgeFormat, string>> = {
  data_integrity: "application/vc+ld+json",
  vc_jwt: "application/vc+jwt",
};

/** Names under which each is asked for; the more specific first. */
const ASKED: readonly (readonly [string, BadgeFormat])[] = [
  ["application/vc+ld+json", "data_integrity"],
  ["application/vc", "data_integrity"],
  ["application/ld+json", "data_integrity"],
  ["application/json", "data_integrity"],
  ["application/vc+jwt", "vc_jwt"],
  ["application/vc-ld+jwt", "vc_jwt"],
  ["application/jwt", "vc_jwt"],
  ["application/*", "data_integrity"],
  ["*/*", "data_integrity"],
];

type Preference = { readonly type: string; readonly quality: number };

function preferencesOf(accept: string): Preference[] {
  return accept.split(",").map((part) => {
    const [type = "", ...parameters] = part.split(";").map((each) => each.trim().toLowerCase());
    const quality = parameters.find((each) => each.startsWith("q="))?.slice(2);
    return { type, quality: quality === undefined ? 1 : Number(quality) || 0 };
  });
}

/**
 * The format that a client prefers by its `Accept` header (RFC 9110, 12.5.1). Whoever asks for nothing, for anything or for something
 * else altogether gets the embedded proof: a credential is better in another form than not at all.
 */
export function formatFor(accept: string | null): BadgeFormat {
  const wanted = preferencesOf(accept ?? "*/*")
    .filter(({ quality }) => quality > 0)
    .sort((a, b) => b.quality - a.quality);
  for (const { type } of wanted) {
    const known = ASKED.find(([name]) => name === type);
    if (known) return known[1];
  }
  return "data_integrity";
}
