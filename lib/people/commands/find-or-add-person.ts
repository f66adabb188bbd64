import "server-only";
import type { Work } from "@/lib/auth/work";
import { civilDay } from "@/lib/core/dates";
import type { Locale } from "@/lib/db/generated/enums";

/** Somebody as another person names them. */
export type NamedPerson = { readonly name: string; readonly email: string };

/** Somebody here, and where they work today. */
export type FoundPerson = {
  readonly id: string;
  readonly name: string;
  readonly email: string | null;
  readonly locale: Locale;
  readonly worksAt: readonly string[];
};

/** Who have these addresses (in their normal form), and where each works today. */
export async function findPeopleByEmail(work: Work, emails: readonly string[]): Promise<FoundPerson[]> {
  const found = await work.tx.person.findMany({
    where: { email: { in: [...emails] } },
    select: {
      id: true,
      name: true,
      email: true,
      locale: true,
      affiliations: {
        where: { validFrom: { lte: work.now }, OR: [{ validTo: null }, { validTo: { gt: work.now } }] },
        select: { organisationId: true },
      },
    },
  });
  return found.map(({ affiliations, ...person }) => ({
    ...person,
    worksAt: affiliations.map((affiliation) => affiliation.organisationId),
  }));
}

/**
 * Adds somebody whom an organisation names, as working there from today. They tell us their own name when they sign in for the first time;
 * what others wrote stands until then.
 */
export async function addNamedPerson(
  work: Work,
  { name, email }: NamedPerson,
  at: { readonly organisationId: string; readonly title: string; readonly locale: Locale },
): Promise<FoundPerson> {
  const person = await work.tx.person.create({
    data: {
      name,
      email,
      locale: at.locale,
      welcomedAt: null,
      createdAt: work.now,
      affiliations: {
        create: {
          organisationId: at.organisationId,
          title: at.title,
          validFrom: new Date(civilDay(work.now)),
        },
      },
    },
    select: { id: true, name: true, email: true, locale: true },
  });
  await work.audit({
    stream: `person:${person.id}`,
    action: "person.named",
    entity: "person",
    entityId: person.id,
    detail: { organisationId: at.organisationId },
  });
  return { ...person, worksAt: [at.organisationId] };
}

/** Writes down that somebody who is known, but not where they work, works at an organisation from today. */
export async function affiliateNamedPerson(
  work: Work,
  person: FoundPerson,
  at: { readonly organisationId: string; readonly title: string },
): Promise<void> {
  if (person.worksAt.length > 0) return;
  await work.tx.affiliation.create({
    data: {
      personId: person.id,
      organisationId: at.organisationId,
      title: at.title,
      validFrom: new Date(civilDay(work.now)),
    },
  });
}
