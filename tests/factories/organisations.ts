import { randomInt } from "node:crypto";
import type { Db } from "../../lib/db/client.ts";
import type { OrganisationKind } from "../../lib/db/generated/enums.ts";
import { unique } from "./unique.ts";

export type OrganisationOptions = {
  readonly kind?: OrganisationKind;
  readonly country?: string;
  readonly registrationNumber?: string | null;
  readonly gln?: string | null;
  readonly name?: string;
  readonly shortName?: string;
  /** Periods as `2019-01-01`; a single open one where left out. */
  readonly names?: readonly { name: string; shortName: string; validFrom: string; validTo?: string }[];
};

export type MadeOrganisation = { readonly id: string; readonly name: string };

/** An organisation with its name periods; `name` is the latest. */
export async function makeOrganisation(db: Db, options: OrganisationOptions = {}): Promise<MadeOrganisation> {
  const name = options.name ?? unique("Prøvekommune");
  const names = options.names ?? [
    { name, shortName: options.shortName ?? name.slice(0, 20), validFrom: "2000-01-01" },
  ];
  const { id } = await db.organisation.create({
    data: {
      kind: options.kind ?? "municipality",
      country: options.country ?? "DK",
      registrationNumber: options.registrationNumber ?? String(randomInt(10_000_000, 99_999_999)),
      gln: options.gln ?? null,
      names: {
        create: names.map((period) => ({
          name: period.name,
          shortName: period.shortName,
          validFrom: new Date(period.validFrom),
          validTo: period.validTo ? new Date(period.validTo) : null,
        })),
      },
    },
    select: { id: true },
  });
  return { id, name: names.at(-1)?.name ?? name };
}
