import "server-only";
import type { Db, Transaction } from "@/lib/db/client";
import { UNDER_WAY_OR_COMPLETED } from "@/lib/enrolments/rules/transitions";
import type { EntryFacts, EntryRow } from "../rules/entry-rows";

const ENDED = ["declined", "withdrawn", "manager_declined"] as const;

/** What the rows of a list are read against: the cohort's tracks, and what is known of whoever has one of the addresses. */
export async function loadEntryFacts(
  db: Db | Transaction,
  list: { readonly cohortId: string; readonly organisationId: string; readonly rows: readonly EntryRow[] },
  now: Date,
): Promise<EntryFacts> {
  const { cohortId, organisationId } = list;
  const emails = list.rows.map((row) => row.email.normalize("NFKC").trim().toLowerCase());
  const [cohort, people] = await Promise.all([
    db.cohort.findUniqueOrThrow({
      where: { id: cohortId },
      select: {
        programmeVersion: {
          select: { tracks: { select: { id: true, name: true }, orderBy: { position: "asc" } } },
        },
      },
    }),
    db.person.findMany({
      where: { email: { in: emails } },
      select: {
        email: true,
        affiliations: {
          where: { validFrom: { lte: now }, OR: [{ validTo: null }, { validTo: { gt: now } }] },
          select: { organisationId: true },
        },
        applications: {
          where: { cohortId, state: { notIn: [...ENDED] } },
          select: { organisationId: true },
        },
        enrolments: {
          where: { cohortId, state: { in: [...UNDER_WAY_OR_COMPLETED] } },
          select: { organisationId: true },
        },
      },
    }),
  ]);
  return {
    organisationId,
    tracks: cohort.programmeVersion.tracks,
    known: people.map(({ email, affiliations, enrolments, applications }) => ({
      email: email ?? "",
      alreadyIn: enrolments.length > 0 || applications.length > 0,
      worksAt: [...affiliations, ...enrolments, ...applications].flatMap((at) => at.organisationId ?? []),
    })),
  };
}
