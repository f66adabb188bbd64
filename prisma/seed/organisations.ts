import type { Prisma } from "../../lib/db/generated/client.ts";
import { nameAt } from "../../lib/organisations/rules/name-at.ts";
import { dateOf, idOf, type Seed } from "./base.ts";

type Name = readonly [name: string, shortName: string, validFrom: string, validTo?: string];
type Body = {
  readonly kind: Prisma.OrganisationCreateManyInput["kind"];
  readonly country?: "SE";
  readonly registrationNumber?: string;
  readonly gln?: string;
  /** Where its people have their addresses. */
  readonly domain: string;
  readonly names: readonly Name[];
};

/**
 * The bodies of the sources with their names then and now, and municipalities that do not exist. The sources tell that
 * names changed and not on which day: the days are ours. Numbers have their check digits and belong to nobody.
 */
const BODIES = {
  komponent: {
    kind: "provider",
    registrationNumber: "99000007",
    gln: "5790009900016",
    domain: "komponent.example",
    names: [
      ["Center for Offentlig Kompetenceudvikling", "COK", "2005-01-01", "2021-01-01"],
      ["Komponent – Kommunernes Udviklingscenter", "Komponent", "2021-01-01"],
    ],
  },
  copi: {
    kind: "certifying_body",
    registrationNumber: "99000015",
    gln: "5790009900023",
    domain: "copi.example",
    names: [
      ["Center for Offentlig Innovation", "COI", "2014-01-01", "2021-07-01"],
      ["Center for Offentlig-Privat Innovation", "CO-PI", "2021-07-01"],
    ],
  },
  fjordby: {
    kind: "municipality",
    registrationNumber: "99000023",
    gln: "5790009900030",
    domain: "fjordby.example",
    names: [["Fjordby Kommune", "Fjordby", "2007-01-01"]],
  },
  aadal: {
    kind: "municipality",
    registrationNumber: "99000031",
    gln: "5790009900047",
    domain: "aadal.example",
    names: [["Aadal Kommune", "Aadal", "2007-01-01"]],
  },
  klitborg: {
    kind: "municipality",
    registrationNumber: "99000058",
    gln: "5790009900054",
    domain: "klitborg.example",
    names: [["Klitborg Kommune", "Klitborg", "2007-01-01"]],
  },
  soendermark: {
    kind: "municipality",
    registrationNumber: "99000066",
    gln: "5790009900061",
    domain: "soendermark.example",
    names: [["Søndermark Kommune", "Søndermark", "2007-01-01"]],
  },
  region: {
    kind: "region",
    registrationNumber: "99000074",
    gln: "5790009900078",
    domain: "region-baeltet.example",
    names: [["Region Bæltet", "Region Bæltet", "2007-01-01"]],
  },
  styrelse: {
    kind: "state",
    registrationNumber: "99000082",
    gln: "5790009900085",
    domain: "hverdagsvelfaerd.example",
    names: [["Styrelsen for Hverdagsvelfærd", "Hverdagsvelfærd", "2012-01-01"]],
  },
  fou: {
    kind: "provider",
    country: "SE",
    domain: "fou-sormland.example",
    names: [
      ["Södermanlands läns landsting – FoU i Sörmland", "FoU i Sörmland", "2004-01-01", "2019-01-01"],
      ["Region Sörmland – FoU i Sörmland", "FoU i Sörmland", "2019-01-01"],
    ],
  },
  vinnova: {
    kind: "funder",
    country: "SE",
    domain: "vinnova.example",
    names: [["Verket för innovationssystem", "Vinnova", "2001-01-01"]],
  },
  bjoerkvik: {
    kind: "municipality",
    country: "SE",
    domain: "bjorkviken.example",
    names: [["Björkvikens kommun", "Björkviken", "1995-01-01"]],
  },
  aakersunda: {
    kind: "municipality",
    country: "SE",
    domain: "akersunda.example",
    names: [["Åkersunda kommun", "Åkersunda", "1995-01-01"]],
  },
  praksis: {
    kind: "other",
    domain: "praksis.example",
    names: [["Praksis drift", "Praksis", "2019-01-01"]],
  },
} as const satisfies Record<string, Body>;

export type OrganisationKey = keyof typeof BODIES;

/** The id of one of the demo's organisations. */
export function organisationId(key: OrganisationKey): string {
  return idOf(`organisation ${key}`);
}

/** Where an organisation's people have their addresses. */
export function domainOf(key: OrganisationKey): string {
  return BODIES[key].domain;
}

/** The organisation's invoice address; empty where it has none. */
export function glnOf(key: OrganisationKey): string {
  const body: Body = BODIES[key];
  return body.gln ?? "";
}

/** What the organisation was called on a day. */
export function nameOn(key: OrganisationKey, calendarDay: string): { name: string; shortName: string } {
  const named = nameAt(periodsOf(BODIES[key]), calendarDay);
  if (!named) throw new Error(`${key} has no name`);
  return { name: named.name, shortName: named.shortName };
}

function periodsOf(body: Body) {
  return body.names.map(([name, shortName, from, to]) => ({
    name,
    shortName,
    validFrom: dateOf(from),
    validTo: to ? dateOf(to) : null,
  }));
}

/** Writes all organisations and their names. */
export async function seedOrganisations({ db }: Seed): Promise<void> {
  const bodies = Object.entries(BODIES) as [OrganisationKey, Body][];
  await db.organisation.createMany({
    data: bodies.map(([key, body]) => ({
      id: organisationId(key),
      kind: body.kind,
      country: body.country ?? "DK",
      registrationNumber: body.registrationNumber ?? null,
      gln: body.gln ?? null,
    })),
  });
  await db.organisationName.createMany({
    data: bodies.flatMap(([key, body]) =>
      periodsOf(body).map((period, index) => ({
        id: idOf(`name ${key} ${index}`),
        organisationId: organisationId(key),
        ...period,
      })),
    ),
  });
}
