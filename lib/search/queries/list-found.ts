import "server-only";
import { type Acting, organisationsAs } from "@/lib/auth/acting";
import type { Permission } from "@/lib/auth/permissions";
import {
  visibleCases,
  visibleCertificates,
  visibleCohorts,
  visibleEnrolments,
  visibleOrganisations,
  visiblePeople,
} from "@/lib/auth/scope";
import { database } from "@/lib/db/client";
import { LEFT } from "@/lib/enrolments/rules/transitions";

/** Something the command palette can go to. */
export type Found = {
  readonly kind: "cohort" | "participant" | "case" | "certificate" | "person" | "organisation";
  readonly id: string;
  readonly label: string;
  readonly hint: string;
  readonly href: string;
};

/** So many of a kind: who sees more of them types another letter. */
const MOST = 6;

const contains = (word: string) => ({ contains: word, mode: "insensitive" }) as const;
const named = (words: readonly string[]) => ({ AND: words.map((word) => ({ name: contains(word) })) });

async function cohorts(acting: Acting, words: readonly string[], path: string): Promise<Found[]> {
  const rows = await database().cohort.findMany({
    where: { AND: [visibleCohorts(acting), named(words)] },
    select: { id: true, name: true, programmeVersion: { select: { title: true } } },
    orderBy: { startsOn: "desc" },
    take: MOST,
  });
  return rows.map(({ id, name, programmeVersion }) => ({
    kind: "cohort",
    id: `${path}${id}`,
    label: name,
    hint: programmeVersion.title,
    href: `${path}${id}`,
  }));
}

type Participation = { readonly id: string; readonly cohort: { readonly id: string } };

async function participants(
  acting: Acting,
  words: readonly string[],
  href: (row: Participation) => string,
): Promise<Found[]> {
  const own = organisationsAs(acting, "coordinator");
  const rows = await database().enrolment.findMany({
    where: {
      AND: [
        visibleEnrolments(acting),
        acting.permission === "organisation.view" ? { organisationId: { in: own } } : {},
        { state: { notIn: [...LEFT] }, person: named(words) },
      ],
    },
    select: { id: true, person: { select: { name: true } }, cohort: { select: { id: true, name: true } } },
    orderBy: { person: { name: "asc" } },
    take: MOST,
  });
  return rows.map((row) => ({
    kind: "participant",
    id: `${acting.permission} ${row.id}`,
    label: row.person.name,
    hint: row.cohort.name,
    href: href(row),
  }));
}

async function cases(acting: Acting, words: readonly string[]): Promise<Found[]> {
  const rows = await database().certificationCase.findMany({
    where: { AND: [visibleCases(acting), { enrolment: { person: named(words) } }] },
    select: {
      id: true,
      enrolment: { select: { person: { select: { name: true } }, cohort: { select: { name: true } } } },
    },
    orderBy: { id: "desc" },
    take: MOST,
  });
  return rows.map(({ id, enrolment }) => ({
    kind: "case",
    id,
    label: enrolment.person.name,
    hint: enrolment.cohort.name,
    href: `/certify/cases/${id}`,
  }));
}

async function certificates(acting: Acting, words: readonly string[]): Promise<Found[]> {
  const rows = await database().certificate.findMany({
    where: {
      AND: [
        visibleCertificates(acting),
        ...words.map((word) => ({
          OR: [{ serialNumber: contains(word) }, { holder: { name: contains(word) } }],
        })),
      ],
    },
    select: { id: true, serialNumber: true, holder: { select: { name: true } } },
    orderBy: { issuedAt: "desc" },
    take: MOST,
  });
  return rows.map(({ id, serialNumber, holder }) => ({
    kind: "certificate",
    id,
    label: serialNumber,
    hint: holder.name,
    href: `/certify/certificates/${id}`,
  }));
}

async function accounts(acting: Acting, words: readonly string[]): Promise<Found[]> {
  const rows = await database().person.findMany({
    where: {
      AND: [
        visiblePeople(acting),
        ...words.map((word) => ({ OR: [{ name: contains(word) }, { email: contains(word) }] })),
      ],
    },
    select: { id: true, name: true, email: true },
    orderBy: { name: "asc" },
    take: MOST,
  });
  return rows.map(({ id, name, email }) => ({
    kind: "person",
    id,
    label: name,
    hint: email ?? "",
    href: `/admin/people/${id}`,
  }));
}

async function organisations(acting: Acting, words: readonly string[]): Promise<Found[]> {
  const rows = await database().organisation.findMany({
    where: {
      AND: [
        visibleOrganisations(acting),
        ...words.map((word) => ({
          names: { some: { OR: [{ name: contains(word) }, { shortName: contains(word) }] } },
        })),
      ],
    },
    select: {
      id: true,
      names: { select: { name: true, shortName: true }, orderBy: { validFrom: "desc" }, take: 1 },
    },
    take: MOST,
  });
  return rows.map(({ id, names: [name] }) => ({
    kind: "organisation",
    id,
    label: name?.name ?? "",
    hint: name?.shortName ?? "",
    href: `/admin/organisations/${id}`,
  }));
}

type Search = (acting: Acting, words: readonly string[]) => Promise<Found[]>;

/** What is looked for with each permission, by whoever has it. */
const searches = {
  "staff.view": [
    (acting, words) => cohorts(acting, words, "/staff/cohorts/"),
    (acting, words) => participants(acting, words, ({ cohort }) => `/staff/cohorts/${cohort.id}/enrolments`),
  ],
  "facilitation.view": [
    (acting, words) => cohorts(acting, words, "/facilitate/cohorts/"),
    (acting, words) => participants(acting, words, ({ cohort }) => `/facilitate/cohorts/${cohort.id}`),
  ],
  "assessment.view": [
    (acting, words) => participants(acting, words, ({ id }) => `/assess/participants/${id}`),
  ],
  "certification.view": [cases, certificates],
  "organisation.view": [(acting, words) => participants(acting, words, () => "/organisation/people")],
  "role.manage": [accounts],
  "organisation.manage": [organisations],
} as const satisfies Partial<Record<Permission, readonly Search[]>>;

export type SearchPermission = keyof typeof searches;

/** The permissions that let somebody search for something. */
export const searchPermissions = Object.keys(searches) as readonly SearchPermission[];

const isSearch = (permission: Acting["permission"]): permission is SearchPermission => permission in searches;

/** What the acting person may see whose name holds every one of `words`, a few of each kind. */
export async function listFound(acting: Acting, words: readonly string[]): Promise<Found[]> {
  if (!isSearch(acting.permission)) return [];
  const wanted: readonly Search[] = searches[acting.permission];
  return (await Promise.all(wanted.map((search) => search(acting, words)))).flat();
}
