import type { BadgeFormat } from "../../db/generated/enums.ts";

/** What each format is served as. */
export const mediaTypes: Readonly<Record<BadgeFormat, string>> = {
  data_integrity: "application/vc+ld+json",
  vc_jwt: "application/vc+jwt",
};

/** Names under which each is asked for. */
const NAMES: Readonly<Record<string, BadgeFormat>> = {
  "application/vc+ld+json": "data_integrity",
  "application/vc": "data_integrity",
  "application/ld+json": "data_integrity",
  "application/json": "data_integrity",
  "application/vc+jwt": "vc_jwt",
  "application/vc-ld+jwt": "vc_jwt",
  "application/jwt": "vc_jwt",
};

/** What takes in every one of them. */
const RANGES = ["application/*", "*/*"];

type Preference = { readonly type: string; readonly quality: number };

function preferencesOf(accept: string): Preference[] {
  return accept.split(",").map((part) => {
    const [type = "", ...parameters] = part.split(";").map((each) => each.trim().toLowerCase());
    const quality = parameters.find((each) => each.startsWith("q="))?.slice(2);
    return { type, quality: quality === undefined ? 1 : Number(quality) || 0 };
  });
}

/** How much a format is wanted: by its names where one of them is given, else by a range. */
function wish(wanted: readonly Preference[], format: BadgeFormat) {
  const named = wanted.filter(({ type }) => Object.hasOwn(NAMES, type) && NAMES[type] === format);
  const range =
    wanted.find(({ type }) => type === RANGES[0]) ?? wanted.find(({ type }) => type === RANGES[1]);
  const best = named.toSorted((a, b) => b.quality - a.quality)[0] ?? range;
  return {
    quality: best?.quality ?? 0,
    place: best && named.length > 0 ? wanted.indexOf(best) : Number.POSITIVE_INFINITY,
  };
}

/**
 * The format that a client prefers by its `Accept` header (RFC 9110, 12.5.1: what is named counts before a range); of two that are as welcome the
 * one that is named, and first. Whoever asks for nothing, for anything or for something else altogether gets the embedded proof: a credential is
 * better in another form than not at all.
 */
export function formatFor(accept: string | null): BadgeFormat {
  const wanted = preferencesOf(accept ?? "*/*");
  const [embedded, jwt] = [wish(wanted, "data_integrity"), wish(wanted, "vc_jwt")];
  if (jwt.quality !== embedded.quality) return jwt.quality > embedded.quality ? "vc_jwt" : "data_integrity";
  return jwt.quality > 0 && jwt.place < embedded.place ? "vc_jwt" : "data_integrity";
}
