import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { presentName } from "@/lib/cohorts/facts/public-cohort";
import { database } from "@/lib/db/client";
import type { OrganisationKind } from "@/lib/db/generated/enums";
import { namesSelect } from "@/lib/organisations/facts/names";

/** A body that answers enquiries. */
export type Addressee = { readonly id: string; readonly name: string; readonly kind: OrganisationKind };

/** Providers and certifying bodies that have somebody to answer, by name: whom anybody may ask for sparring. */
export async function listAddressees(_acting: Acting, now: Date): Promise<Addressee[]> {
  const bodies = await database().organisation.findMany({
    where: {
      kind: { in: ["provider", "certifying_body"] },
      roleGrants: {
        some: {
          role: { in: ["staff", "certifier"] },
          validFrom: { lte: now },
          OR: [{ validTo: null }, { validTo: { gt: now } }],
        },
      },
    },
    select: {
      id: true,
      kind: true,
      names: namesSelect,
    },
  });
  return bodies
    .map(({ names, ...body }) => ({ ...body, name: presentName(names, now) }))
    .sort((a, b) => a.name.localeCompare(b.name, "da"));
}
