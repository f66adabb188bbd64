import "server-only";
import { organisationsAs } from "@/lib/auth/acting";
import type { Work } from "@/lib/auth/work";
import { insist, RefusalError, refuse } from "@/lib/core/decision";
import { lockCohort } from "@/lib/enrolments/commands/lock-cohort";
import { placeApplicants } from "@/lib/enrolments/commands/place-applicants";
import { translatorFor } from "@/lib/i18n/translator";
import { loadEntryFacts } from "../facts/load-entry-facts";
import { readEntries } from "../rules/entry-rows";
import { decideNaming } from "../rules/naming";
import { loadEntrance, tellEntered, writeApplications } from "./submit-entry";

/** Kept seats of the coordinator's organisation, with their cohort locked; null where there are none for them. */
export async function loadOwnSeats(work: Work, seatClassId: string) {
  const where = {
    id: seatClassId,
    releasedAt: null,
    organisationId: { in: organisationsAs(work.acting, "coordinator") },
  };
  const found = await work.tx.seatClass.findFirst({ where, select: { cohortId: true } });
  if (!found) return null;
  const cohort = await lockCohort(work, found.cohortId);
  const seatClass = await work.tx.seatClass.findFirst({
    where,
    select: {
      id: true,
      cohortId: true,
      organisationId: true,
      trackId: true,
      releasesAt: true,
      keptSeats: true,
    },
  });
  if (!seatClass?.organisationId) return null;
  return { ...seatClass, organisationId: seatClass.organisationId, cohort };
}

export type OwnSeats = NonNullable<Awaited<ReturnType<typeof loadOwnSeats>>>;

/** Somebody as a coordinator names them. `role` is a word for what they take part as. */
export type NamedForSeat = {
  readonly name: string;
  readonly email: string;
  readonly title: string;
  readonly role: string;
  readonly trackId: string;
};

/**
 * Gives somebody one of the seats that are kept for the coordinator's organisation, at once: the agreement is the admission. They are told,
 * and can withdraw. Refused as `groupEntry.…` where no such seat is free any more, or where the person is wrong.
 */
export async function nameForSeat(work: Work, seats: OwnSeats, named: NamedForSeat): Promise<void> {
  const { cohort, organisationId, cohortId } = seats;
  const taken = new Set(cohort.takenSeats);
  const free = seats.keptSeats.filter((seat) => !taken.has(seat.number)).length;
  insist(decideNaming({ cohortState: cohort.cohortState, free, releasesAt: seats.releasesAt }, work.now));
  const row = { id: seats.id, line: 1, ...named, track: "" };
  const facts = await loadEntryFacts(work.tx, { cohortId, organisationId, rows: [row] }, work.now);
  const track = facts.tracks.find((each) => each.id === (seats.trackId ?? named.trackId));
  const [entry] = readEntries([{ ...row, track: track?.name ?? "" }], facts);
  const [problem] = entry?.problems ?? [];
  if (!entry || problem) {
    const field = problem?.field === "track" ? "trackId" : problem?.field;
    throw new RefusalError(refuse(`groupEntry.row.${problem?.problem}`, undefined, field).refusal);
  }
  if (entry.role === null)
    throw new RefusalError(refuse("groupEntry.row.unknownRole", undefined, "role").refusal);
  const entrance = await loadEntrance(work, cohortId, organisationId);
  const say = await translatorFor(entrance.cohort.programmeVersion.language, "group-entries");
  const motivation = say("seat.motivation", { organisation: entrance.organisation.name });
  const terms = { motivation, payerGln: "", payerReference: "" };
  const person = {
    name: named.name,
    email: entry.email,
    title: named.title,
    role: entry.role,
    trackId: entry.trackId,
  };
  const [made] = await writeApplications(work, entrance, [person], terms);
  if (!made) throw new RefusalError({ code: "conflict" });
  const reviewed = await work.tx.application.update({
    where: { id: made.id },
    data: { state: "under_review", version: { increment: 1 } },
    select: { id: true, version: true, organisationId: true, trackId: true },
  });
  const [placed] = await placeApplicants(work, cohort, [{ ...reviewed, participantRole: entry.role }]);
  if (placed?.kind !== "enrolled") throw new RefusalError({ code: "groupEntry.noSeat" });
  await work.audit({
    stream: `application:${made.id}`,
    action: "application.admitted",
    entity: "application",
    entityId: made.id,
    detail: { enrolmentId: placed.enrolmentId, seatClassId: seats.id },
  });
  await tellEntered(work, entrance, made, "seat");
}
