import type { Seed } from "./base.ts";
import { beginNextRound, openCases, playRound, type Round } from "./cases.ts";
import { type Issued, issueCertificates } from "./certificates.ts";
import { certifiedTrackId, certifiedVersionId } from "./certified-programme.ts";
import { seedCohort } from "./cohorts.ts";
import { seedAttendance, seedEnrolments } from "./enrol.ts";
import { seedObservations } from "./observe.ts";
import { invent, type Someone, seedPeople } from "./people.ts";
import { seedProjects } from "./project-texts.ts";
import { seedTimetable } from "./timetable.ts";

const RENEWED = "middle-soendermark-1";
const DAYS: readonly (readonly [string, string])[] = [
  ["2021-05-10", "Opgaven og rammen"],
  ["2021-06-08", "At lede processen"],
  ["2021-08-24", "Fortælling og prototyper"],
  ["2021-09-14", "Kultur og fejl"],
  ["2021-10-06", "Spredning"],
];

/**
 * Writes what came between: a cohort that was called off in 2020, and one of 2021 whose certificates hold for five years.
 * They have expired by now, but for one whose holder was seen at work again and renewed it.
 */
export async function seedMiddleCohorts(seed: Seed): Promise<void> {
  await seedCancelled(seed);
  const people = [...invent("middle-soendermark", 2, "soendermark"), ...invent("middle-region", 2, "region")];
  await seedPeople(seed, people);
  const cohortId = await seedCohort(seed, {
    slug: "aarhus-maj-2021",
    versionId: certifiedVersionId(2),
    name: "Aarhus, maj 2021",
    state: "archived",
    capacity: 16,
    deadline: "2021-04-09",
    startsOn: "2021-05-10",
    endsOn: "2021-10-06",
    city: "Aarhus",
    createdOn: "2020-12-02",
    facilitators: ["facilitator-4"],
  });
  await seedTimetable(
    seed,
    cohortId,
    DAYS.map(([on, theme]) => ({
      on,
      theme,
      state: "held",
      place: "Aarhus",
      facilitators: ["facilitator-4"],
    })),
  );
  await seedEnrolments(
    seed,
    { cohortId, appliedOn: "2021-03-15" },
    people.map((person) => ({
      person,
      role: "manager",
      trackId: certifiedTrackId(2, 1),
      state: "completed",
    })),
  );
  await seedEvidence(seed, cohortId, people);
  await seedCertification(seed, cohortId, people);
}

async function seedEvidence(seed: Seed, cohortId: string, people: readonly Someone[]): Promise<void> {
  const each = <T>(value: T) => Object.fromEntries(people.map(({ key }) => [key, value]));
  await seedAttendance(seed, cohortId, each("PPPPP"), "facilitator-4");
  await seedProjects(seed, cohortId, each("concluded" as const));
  const locked = { state: "locked" } as const;
  await seedObservations(seed, cohortId, 2, [
    ...people.flatMap(({ key: person, at }, index) => [
      { ...locked, person, at, assessor: "assessor", on: `2021-09-0${index + 1}`, ratings: "RRRRPRPR" },
      { ...locked, person, at, assessor: "assessor-2", on: `2021-09-0${index + 5}`, ratings: "RPSRRRRR" },
    ]),
    { ...locked, person: RENEWED, at: "soendermark", assessor: "assessor-2", on: -84, ratings: "RRRRRRRR" },
  ]);
}

async function seedCertification(seed: Seed, cohortId: string, people: readonly Someone[]): Promise<void> {
  await openCases(seed, cohortId, {
    frameworkVersion: 2,
    openedOn: "2021-03-15",
    evidenceDue: "2022-01-04",
    people: people.map(({ key }) => key),
  });
  await playRound(
    seed,
    cohortId,
    people.map(({ key }) => roundOf(key, "2021-10-18", "2021-10-22", "2021-10-25")),
  );
  const issue = {
    cohortId,
    programmeVersion: 2,
    frameworkVersion: 2,
    validityMonths: 60,
    startsOn: "2021-05-10",
    endsOn: "2021-10-06",
    city: "Aarhus",
  };
  await issueCertificates(seed, issue, people.map(certificateOf));
  await beginNextRound(seed, cohortId, [RENEWED], { by: "certifier-3", on: -150 });
  await playRound(seed, cohortId, [roundOf(RENEWED, -58, -52, -50)], 2);
  await issueCertificates(seed, issue, people.slice(0, 1).map(renewalOf));
}

function roundOf(
  person: string,
  recommended: number | string,
  decided: number | string,
  released: number | string,
): Round {
  return {
    person,
    state: "released",
    recommendation: { by: "assessor", on: recommended, outcome: "certified" },
    decision: { by: "certifier", on: decided },
    release: { by: "certifier-3", on: released },
  };
}

function certificateOf(person: Someone): Issued {
  return {
    person: person.key,
    name: person.name,
    decidedOn: "2021-10-22",
    issuedOn: "2021-10-25",
  };
}

function renewalOf(person: Someone): Issued {
  return {
    person: person.key,
    name: person.name,
    decidedOn: -52,
    issuedOn: -50,
    round: 2,
    supersedesRound: 1,
  };
}

async function seedCancelled(seed: Seed): Promise<void> {
  const cohortId = await seedCohort(seed, {
    slug: "odense-maj-2020",
    versionId: certifiedVersionId(1),
    name: "Odense, maj 2020",
    state: "cancelled",
    capacity: 16,
    deadline: "2020-04-10",
    startsOn: "2020-05-11",
    endsOn: "2020-10-21",
    city: "Odense",
    createdOn: "2019-12-03",
    cancelReason: "Aflyst, fordi forsamlinger ikke var tilladt i foråret 2020.",
    facilitators: ["facilitator"],
  });
  await seedTimetable(seed, cohortId, [
    { on: "2020-05-11", theme: "Opgaven og rammen", state: "cancelled", place: "Odense" },
    { on: "2020-06-09", theme: "At lede og facilitere en proces", state: "cancelled", place: "Odense" },
  ]);
}
