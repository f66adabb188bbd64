import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleOrganisations } from "@/lib/auth/scope";
import { civilDay } from "@/lib/core/dates";
import { database } from "@/lib/db/client";
import type { OrganisationKind } from "@/lib/db/generated/enums";
import { nameAt } from "@/lib/organisations/rules/name-at";
import { namesSelect } from "../facts/names";

/** An organisation to choose. */
export type OrganisationOption = {
  readonly id: string;
  readonly kind: OrganisationKind;
  readonly name: string;
};

/** Every organisation under its name of today, by name. */
export async function listOrganisationOptions(acting: Acting, now: Date): Promise<OrganisationOption[]> {
  const today = civilDay(now);
  const found = await database().organisation.findMany({
    where: { AND: [visibleOrganisations(acting), { mergedIntoId: null }] },
    select: {
      id: true,
      kind: true,
      names: namesSelect,
    },
  });
  return found
    .map(({ id, kind, names }) => ({ id, kind, name: nameAt(names, today)?.name ?? "" }))
    .sort((a, b) => a.name.localeCompare(b.name, "da"));
}
