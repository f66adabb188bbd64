import "server-only";
import { randomUUID } from "node:crypto";
import { personOf } from "@/lib/auth/acting";
import type { Work } from "@/lib/auth/work";
import { decideTakingApplications } from "@/lib/cohorts/rules/phase";
import { civilDay } from "@/lib/core/dates";
import { insist, refuse } from "@/lib/core/decision";
import type { ApplicationState, Locale, ParticipantRole } from "@/lib/db/generated/enums";
import { lockRow } from "@/lib/db/lock-row";
import { recipientOf } from "@/lib/mail/recipient-of";
import { nameAt } from "@/lib/organisations/rules/name-at";
import {
  addNamedPerson,
  affiliateNamedPerson,
  type FoundPerson,
  findPeopleByEmail,
} from "@/lib/people/commands/find-or-add-person";
import { loadEntryFacts } from "../facts/load-entry-facts";
import { type ReadEntry, readEntries } from "../rules/entry-rows";
import type { LoadedGroupEntry } from "./edit-entry";

/** What is common to everybody on a list. */
export type EntryTerms = {
  readonly motivation: string;
  readonly payerGln: string;
  readonly payerReference: string;
};

/** What an application for somebody else is made of. */
export type EnteredPerson = {
  readonly name: string;
  readonly email: string;
  readonly title: string;
  readonly role: ParticipantRole;
  readonly trackId: string | null;
};

/** The cohort and the organisation that somebody is entered for, and who does it. */
export async function loadEntrance(work: Work, cohortId: string, organisationId: string) {
  const [cohort, organisation, coordinator] = await Promise.all([
    work.tx.cohort.findUniqueOrThrow({
      where: { id: cohortId },
      select: {
        id: true,
        name: true,
        state: true,
        startsOn: true,
        applicationDeadline: true,
        agreement: { select: { kind: true } },
        programmeVersion: { select: { title: true, language: true } },
      },
    }),
    work.tx.organisation.findUniqueOrThrow({
      where: { id: organisationId },
      select: { id: true, gln: true, names: true },
    }),
    work.tx.person.findUniqueOrThrow({
      where: { id: personOf(work.acting) },
      select: { id: true, name: true, email: true },
    }),
  ]);
  const name = nameAt(organisation.names, civilDay(work.now))?.name ?? "";
  return { cohort, organisation: { id: organisation.id, gln: organisation.gln ?? "", name }, coordinator };
}

export type Entrance = Awaited<ReturnType<typeof loadEntrance>>;

/** Everybody on a list as people of the platform: those who are new are added. */
async function peopleOf(
  work: Work,
  entered: readonly EnteredPerson[],
  organisationId: string,
  locale: Locale,
): Promise<Map<string, FoundPerson>> {
  const known = await findPeopleByEmail(
    work,
    entered.map((each) => each.email),
  );
  const people = new Map(known.map((person) => [person.email ?? "", person]));
  for (const each of entered) {
    const at = { organisationId, title: each.title, locale };
    const found = people.get(each.email);
    if (found) await affiliateNamedPerson(work, found, at);
    else people.set(each.email, await addNamedPerson(work, each, at));
  }
  return people;
}

/** What every application of a list has. An agreement that is not open to all pays for its seats. */
function commonColumns(work: Work, { cohort, organisation, coordinator }: Entrance, terms: EntryTerms) {
  const agreementPays = cohort.agreement !== null && cohort.agreement.kind !== "open";
  return {
    cohortId: cohort.id,
    enteredById: coordinator.id,
    organisationId: organisation.id,
    motivation: terms.motivation,
    managerName: coordinator.name,
    managerEmail: coordinator.email ?? "",
    payer: agreementPays ? ("agreement" as const) : ("organisation" as const),
    payerGln: agreementPays ? "" : terms.payerGln || organisation.gln,
    payerReference: agreementPays ? "" : terms.payerReference,
    submittedAt: work.now,
    createdAt: work.now,
  };
}

/** Hands in applications for people, approved by the coordinator who does it; returns their ids, in order. */
export async function writeApplications(
  work: Work,
  entrance: Entrance,
  entered: readonly EnteredPerson[],
  terms: EntryTerms,
): Promise<{ readonly id: string; readonly person: FoundPerson }[]> {
  const { cohort, organisation, coordinator } = entrance;
  const people = await peopleOf(work, entered, organisation.id, cohort.programmeVersion.language);
  const made = entered.flatMap((each) => {
    const person = people.get(each.email);
    return person ? [{ id: randomUUID(), person, each }] : [];
  });
  const common = commonColumns(work, entrance, terms);
  await work.tx.application.createMany({
    data: made.map(({ id, person, each }) => ({
      ...common,
      id,
      personId: person.id,
      participantRole: each.role,
      trackId: each.trackId,
      title: each.title,
    })),
  });
  await work.tx.managerApproval.createMany({
    data: made.map(({ id }) => ({
      applicationId: id,
      managerName: coordinator.name,
      managerEmail: coordinator.email ?? "",
      askedAt: work.now,
      expiresAt: work.now,
      answeredAt: work.now,
      approved: true,
    })),
  });
  const ids = made.map(({ id }) => id);
  const path: readonly ApplicationState[] = ["submitted", "manager_pending", "manager_approved"];
  for (const state of path)
    await work.tx.application.updateMany({
      where: { id: { in: ids } },
      data: { state, version: { increment: 1 } },
    });
  for (const id of ids)
    await work.audit({
      stream: `application:${id}`,
      action: "application.entered",
      entity: "application",
      entityId: id,
      detail: { cohortId: cohort.id, organisationId: organisation.id },
    });
  return made.map(({ id, person }) => ({ id, person }));
}

/** Tells somebody that their organisation has entered them. */
export async function tellEntered(
  work: Work,
  entrance: Entrance,
  { id, person }: { readonly id: string; readonly person: FoundPerson },
  kind: "application" | "seat",
): Promise<void> {
  const to = recipientOf(person);
  if (!to) return;
  const { cohort, organisation, coordinator } = entrance;
  await work.mail({
    template: "entered-by-organisation",
    to,
    params: {
      kind,
      organisation: organisation.name,
      coordinator: coordinator.name,
      programme: cohort.programmeVersion.title,
      cohort: cohort.name,
      startsOn: cohort.startsOn.toISOString().slice(0, 10),
      path: `/my/applications/${id}`,
    },
  });
}

function wholeRows(entries: readonly ReadEntry[]): EnteredPerson[] {
  const wrong = entries.filter((entry) => entry.problems.length > 0);
  if (wrong.length > 0) insist(refuse("groupEntry.wrongRows", { count: wrong.length }));
  if (entries.length === 0) insist(refuse("groupEntry.empty"));
  return entries.flatMap(({ row, email, role, trackId }) =>
    role === null ? [] : [{ name: row.name, title: row.title, email, role, trackId }],
  );
}

/**
 * Hands in an application for everybody on the list, all or none, approved by the coordinator; the list is gone afterwards, and everybody is
 * told and can withdraw. Refused as `groupEntry.…` where a row is wrong, as `cohort.…` where the cohort takes none. Returns how many.
 */
export async function submitEntry(work: Work, list: LoadedGroupEntry, terms: EntryTerms): Promise<number> {
  await lockRow(work.tx, "cohort", list.cohortId);
  const entrance = await loadEntrance(work, list.cohortId, list.organisationId);
  insist(decideTakingApplications(entrance.cohort, work.now));
  const entered = wholeRows(readEntries(list.rows, await loadEntryFacts(work.tx, list, work.now)));
  const made = await writeApplications(work, entrance, entered, terms);
  for (const each of made) await tellEntered(work, entrance, each, "application");
  await work.tx.groupEntry.delete({ where: { id: list.id } });
  await work.audit({
    stream: `organisation:${list.organisationId}`,
    action: "groupEntry.submitted",
    entity: "groupEntry",
    entityId: list.id,
    detail: { cohortId: list.cohortId, applicationIds: made.map((each) => each.id) },
  });
  return made.length;
}
