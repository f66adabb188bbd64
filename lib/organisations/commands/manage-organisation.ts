import "server-only";
import type { Work } from "@/lib/auth/work";
import { dateColumn } from "@/lib/core/dates";
import { insist } from "@/lib/core/decision";
import type { OrganisationKind } from "@/lib/db/generated/enums";
import { decideAddName } from "@/lib/organisations/rules/add-name";
import type { NamePeriod } from "@/lib/organisations/rules/name-at";

export type NewName = {
  readonly name: string;
  readonly shortName: string;
  /** The first day on which it holds, `2026-05-13`. */
  readonly validFrom: string;
};

export type OrganisationNumbers = {
  readonly country: string;
  /** Digits only; empty is none. */
  readonly registrationNumber: string;
  readonly gln: string;
};

const columns = ({ country, registrationNumber, gln }: OrganisationNumbers) => ({
  country,
  registrationNumber: registrationNumber || null,
  gln: gln || null,
});

/** Registers an organisation under its first name; returns the id. */
export async function createOrganisation(
  work: Work,
  details: OrganisationNumbers & NewName & { readonly kind: OrganisationKind },
): Promise<string> {
  const { name, shortName, validFrom, kind } = details;
  const { id } = await work.tx.organisation.create({
    data: {
      kind,
      ...columns(details),
      createdAt: work.now,
      names: { create: { name, shortName, validFrom: dateColumn(validFrom) } },
    },
    select: { id: true },
  });
  await work.audit({
    stream: `organisation:${id}`,
    action: "organisation.created",
    entity: "organisation",
    entityId: id,
    detail: { kind, name, validFrom },
  });
  return id;
}

/** An organisation with its names, locked; null where there is none. */
export async function loadOrganisation(
  { tx }: Work,
  organisationId: string,
): Promise<{
  readonly id: string;
  readonly names: readonly (NamePeriod & { readonly id: string })[];
} | null> {
  await tx.$executeRaw`SELECT 1 FROM organisation WHERE id = ${organisationId}::uuid FOR UPDATE`;
  return tx.organisation.findUnique({
    where: { id: organisationId },
    select: {
      id: true,
      names: {
        select: { id: true, name: true, shortName: true, validFrom: true, validTo: true },
        orderBy: { validFrom: "asc" },
      },
    },
  });
}

/** Gives an organisation a new name from a day on. The name before it ends there; no name is overwritten. */
export async function addOrganisationName(
  work: Work,
  organisation: NonNullable<Awaited<ReturnType<typeof loadOrganisation>>>,
  { name, shortName, validFrom }: NewName,
): Promise<void> {
  insist(decideAddName(organisation.names, validFrom));
  const day = dateColumn(validFrom);
  await work.tx.organisationName.updateMany({
    where: { organisationId: organisation.id, OR: [{ validTo: null }, { validTo: { gt: day } }] },
    data: { validTo: day },
  });
  await work.tx.organisationName.create({
    data: { organisationId: organisation.id, name, shortName, validFrom: day },
  });
  await work.audit({
    stream: `organisation:${organisation.id}`,
    action: "organisation.renamed",
    entity: "organisation",
    entityId: organisation.id,
    detail: { before: organisation.names.at(-1)?.name ?? null, after: name, validFrom },
  });
}

/** Writes an organisation's numbers. One that another organisation has is refused (`organisation.numberTaken`). */
export async function updateOrganisationNumbers(
  work: Work,
  organisationId: string,
  numbers: OrganisationNumbers,
): Promise<void> {
  const select = { country: true, registrationNumber: true, gln: true } as const;
  const before = await work.tx.organisation.findUniqueOrThrow({ where: { id: organisationId }, select });
  const after = await work.tx.organisation.update({
    where: { id: organisationId },
    data: columns(numbers),
    select,
  });
  await work.audit({
    stream: `organisation:${organisationId}`,
    action: "organisation.numbersChanged",
    entity: "organisation",
    entityId: organisationId,
    detail: { before, after },
  });
}
