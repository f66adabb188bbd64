import type { Db } from "../../lib/db/client.ts";
import type { Locale, ManagementLevel, Role } from "../../lib/db/generated/enums.ts";
import { dayInDays, inDays, unique } from "./unique.ts";

export type PersonOptions = {
  readonly name?: string;
  readonly email?: string | null;
  readonly locale?: Locale;
  readonly closedAt?: Date | null;
};

export type MadePerson = { readonly id: string; readonly name: string; readonly email: string };

/** Somebody with a verified address of their own. */
export async function makePerson(db: Db, options: PersonOptions = {}): Promise<MadePerson> {
  const handle = unique("person");
  const name = options.name ?? `Prøve ${handle.slice(-8)}`;
  const email = options.email === undefined ? `${handle}@factory.example` : options.email;
  const { id } = await db.person.create({
    data: {
      name,
      email,
      emailVerifiedAt: email ? new Date() : null,
      locale: options.locale ?? "da",
      closedAt: options.closedAt ?? null,
    },
    select: { id: true },
  });
  return { id, name, email: email ?? "" };
}

/** Gives `personId` a role in an organisation, by default since a year ago and without end. Returns the grant's id. */
export async function grantRole(
  db: Db,
  personId: string,
  role: Role,
  organisationId: string,
  period: { validFrom?: Date; validTo?: Date | null } = {},
): Promise<string> {
  const grant = await db.roleGrant.create({
    data: {
      personId,
      role,
      organisationId,
      validFrom: period.validFrom ?? inDays(-365),
      validTo: period.validTo ?? null,
    },
    select: { id: true },
  });
  return grant.id;
}

/** A new person with `role` in `organisationId`, employed there too. */
export async function makePersonInRole(
  db: Db,
  role: Role,
  organisationId: string,
  options: PersonOptions = {},
): Promise<MadePerson> {
  const person = await makePerson(db, options);
  await grantRole(db, person.id, role, organisationId);
  await makeAffiliation(db, { personId: person.id, organisationId });
  return person;
}

/** Employs a person, by default for five years and still. Returns the affiliation's id. */
export async function makeAffiliation(
  db: Db,
  options: {
    readonly personId: string;
    readonly organisationId: string;
    readonly title?: string;
    readonly managementLevel?: ManagementLevel;
    readonly validFrom?: Date;
    readonly validTo?: Date | null;
  },
): Promise<string> {
  const affiliation = await db.affiliation.create({
    data: {
      personId: options.personId,
      organisationId: options.organisationId,
      title: options.title ?? "Leder",
      managementLevel: options.managementLevel ?? "unit",
      validFrom: options.validFrom ?? dayInDays(-5 * 365),
      validTo: options.validTo ?? null,
    },
    select: { id: true },
  });
  return affiliation.id;
}
