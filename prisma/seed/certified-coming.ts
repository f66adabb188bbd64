import type { ParticipantRole } from "../../lib/db/generated/enums.ts";
import type { Seed } from "./base.ts";
import { openCases } from "./cases.ts";
import { certifiedTrackId, certifiedVersionId } from "./certified-programme.ts";
import { type CohortPlan, seedCohort } from "./cohorts.ts";
import { type Participant, seedEnrolments } from "./enrol.ts";
import type { OrganisationKey } from "./organisations.ts";
import { invent, type Someone, seedPeople } from "./people.ts";
import { type Planned, seedTimetable } from "./timetable.ts";

const THEMES = [
  "Innovationsledelse: et felt med egne vilkår",
  "Din opgave og dit praksisprojekt",
  "At lede og facilitere en proces",
  "Fortælling, visualisering og prototyper",
  "Medarbejdernes viden og en kultur, der tør",
  "Borgere, brugere og virksomheder",
  "Fra forsøg til drift",
  "Det, vi kan nu",
];

/** What the cohorts that one can apply to have in common. */
export const COMMON = { versionId: certifiedVersionId(2), createdOn: -60 } as const;

/** Writes a cohort with its sessions; returns its id. */
export async function openCohort(
  seed: Seed,
  plan: CohortPlan,
  sessions: readonly Planned[] = [],
): Promise<string> {
  const cohortId = await seedCohort(seed, plan);
  await seedTimetable(seed, cohortId, sessions);
  return cohortId;
}

/** Eight days, three weeks apart, the first `from` days from now. */
export function eightDays(
  from: number,
  place: Pick<Planned, "roomId" | "place">,
  facilitator: string,
): Planned[] {
  return THEMES.map((theme, index) => ({
    on: from + index * 21,
    theme,
    ...place,
    format: index === 0 ? "seminar" : "course_day",
    contentOpen: index === THEMES.length - 1,
    facilitators: [facilitator],
  }));
}

/** Somebody who has a seat and has not begun. */
export function asParticipant(person: Someone, index: number): Participant {
  const consults = person.level === "none";
  const roles: ParticipantRole[] = consults ? ["consultant", "project_manager"] : ["manager"];
  return {
    person,
    role: roles[index % roles.length] ?? "manager",
    trackId: certifiedTrackId(2, consults ? 2 : 1),
    state: "reserved",
  };
}

/** Admits people who applied: they have seats, and their cases are open. */
export async function admit(
  seed: Seed,
  cohortId: string,
  people: readonly Someone[],
  appliedOn: number,
): Promise<void> {
  await seedPeople(seed, people);
  await seedEnrolments(seed, { cohortId, appliedOn }, people.map(asParticipant));
  await openCases(seed, cohortId, {
    frameworkVersion: 2,
    openedOn: appliedOn,
    evidenceDue: 330,
    people: people.map(({ key }) => key),
  });
}

/** Invented people, so many from each organisation. */
export function crowd(prefix: string, counts: Partial<Record<OrganisationKey, number>>): Someone[] {
  return (Object.entries(counts) as [OrganisationKey, number][]).flatMap(([at, count]) =>
    invent(`${prefix}-${at}`, count, at),
  );
}
