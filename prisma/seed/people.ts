import type { ManagementLevel, Role } from "../../lib/db/generated/enums.ts";
import { at, dateOf, idOf, past, type Seed } from "./base.ts";
import { emailOf, Names } from "./names.ts";
import { domainOf, type OrganisationKey, organisationId } from "./organisations.ts";

/** Somebody of the demo. All of them are invented. */
export type Someone = {
  /** What the demo's files call the person; their id follows from it. */
  readonly key: string;
  readonly name: string;
  readonly email: string;
  readonly at: OrganisationKey;
  readonly title: string;
  readonly level?: ManagementLevel;
  readonly locale?: "da" | "sv" | "en";
  readonly roles?: readonly Role[];
  /** Since when they work there; for many years where left out. */
  readonly since?: string;
  /** Where they worked until they came there. */
  readonly before?: { at: OrganisationKey; title: string; from: string; to: string };
};

/** The id of one of the demo's people. */
export function personId(key: string): string {
  return idOf(`person ${key}`);
}

const names = { current: new Names() };

/** Begins the invented names anew, so that every load gives the same. */
export function restartNames(): void {
  names.current = new Names();
}

const TITLES = [
  ["Afdelingsleder", "unit"],
  ["Centerchef", "department"],
  ["Teamleder", "team"],
  ["Områdeleder", "department"],
  ["Projektleder", "none"],
  ["Udviklingskonsulent", "none"],
  ["Institutionsleder", "unit"],
] as const satisfies readonly (readonly [string, ManagementLevel])[];

/** `count` people of an organisation, with keys `<prefix>-1`, `<prefix>-2` …; in Swedish for a Swedish body. */
export function invent(
  prefix: string,
  count: number,
  at: OrganisationKey,
  fixed: { title?: string; level?: ManagementLevel; locale?: "da" | "sv" | "en" } = {},
): Someone[] {
  return Array.from({ length: count }, (_, index) => {
    const locale = fixed.locale ?? "da";
    const name = locale === "sv" ? names.current.nextSwedish() : names.current.nextDanish();
    const [title, level] = TITLES[index % TITLES.length] ?? TITLES[0];
    return {
      key: `${prefix}-${index + 1}`,
      name,
      email: emailOf(name, domainOf(at)),
      at,
      title: fixed.title ?? title,
      level: fixed.level ?? (fixed.title ? "none" : level),
      locale,
    };
  });
}

/** Writes people with where they work and what they may do. */
export async function seedPeople(seed: Seed, people: readonly Someone[]): Promise<void> {
  const { db } = seed;
  await db.person.createMany({
    data: people.map(({ key, name, email, locale }) => ({
      id: personId(key),
      name,
      email,
      emailVerifiedAt: past(seed, -400),
      locale: locale ?? "da",
      createdAt: past(seed, -400),
    })),
  });
  await db.affiliation.createMany({
    data: people.flatMap((person) => {
      const present = {
        id: idOf(`affiliation ${person.key}`),
        personId: personId(person.key),
        organisationId: organisationId(person.at),
        title: person.title,
        managementLevel: person.level ?? ("none" as const),
        validFrom: dateOf(person.since ?? person.before?.to ?? "2012-08-01"),
        validTo: null as Date | null,
      };
      if (!person.before) return [present];
      const { at: place, title, from, to } = person.before;
      const earlier = {
        ...present,
        id: idOf(`affiliation before ${person.key}`),
        organisationId: organisationId(place),
        title,
        validFrom: dateOf(from),
        validTo: dateOf(to),
      };
      return [earlier, present];
    }),
  });
  await db.roleGrant.createMany({
    data: people.flatMap((person) =>
      (person.roles ?? []).map((role) => ({
        id: idOf(`grant ${person.key} ${role}`),
        personId: personId(person.key),
        role,
        organisationId: organisationId(person.at),
        validFrom: person.before ? at(seed, person.before.to) : at(seed, "2018-06-01"),
        grantedById: role === "admin" ? null : personId("admin"),
      })),
    ),
  });
}
