import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleOrganisations } from "@/lib/auth/scope";
import { database } from "@/lib/db/client";

/** An organisation with all its names, newest first, and who holds which role there. Null where there is none. */
export async function getOrganisation(acting: Acting, id: string) {
  const row = await database().organisation.findFirst({
    where: { AND: [{ id }, visibleOrganisations(acting)] },
    select: {
      id: true,
      kind: true,
      country: true,
      registrationNumber: true,
      gln: true,
      mergedIntoId: true,
      names: {
        select: { id: true, name: true, shortName: true, validFrom: true, validTo: true },
        orderBy: { validFrom: "desc" },
      },
      roleGrants: {
        select: {
          id: true,
          role: true,
          validFrom: true,
          validTo: true,
          person: { select: { id: true, name: true } },
        },
        orderBy: [{ role: "asc" }, { validFrom: "desc" }],
      },
      logos: { select: { bytes: true, addedAt: true }, orderBy: { addedAt: "desc" }, take: 1 },
    },
  });
  if (!row) return null;
  const { logos, ...organisation } = row;
  const [logo] = logos;
  return {
    ...organisation,
    /** The logo in force, a PNG. */
    logo: logo ? { base64: Buffer.from(logo.bytes).toString("base64"), addedAt: logo.addedAt } : null,
  };
}

export type OrganisationDetails = NonNullable<Awaited<ReturnType<typeof getOrganisation>>>;
