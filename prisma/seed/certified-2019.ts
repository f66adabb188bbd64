import type { Seed } from "./base.ts";
import { beginNextRound, openCases, playRound, type Round } from "./cases.ts";
import { type Issued, issueCertificates } from "./certificates.ts";
import { certifiedTrackId, certifiedVersionId } from "./certified-programme.ts";
import { seedCohort } from "./cohorts.ts";
import { type Participant, seedAttendance, seedEnrolments } from "./enrol.ts";
import { type Seen, seedObservations } from "./observe.ts";
import { invent, type Someone, seedPeople } from "./people.ts";
import { seedProjects } from "./project-texts.ts";
import { type Planned, seedTimetable } from "./timetable.ts";

const DAYS: readonly (readonly [string, string])[] = [
  ["2019-05-13", "Innovationsledelse: et felt med egne vilkår"],
  ["2019-05-14", "Din egen opgave og dit eget hold"],
  ["2019-06-12", "At lede og facilitere en proces"],
  ["2019-08-21", "Fortælling, visualisering og prototyper"],
  ["2019-09-04", "Medarbejdernes viden og en kultur, der tør"],
  ["2019-09-18", "Borgere, brugere og virksomheder som medskabere"],
  ["2019-10-02", "Fra forsøg til drift: implementering og spredning"],
  ["2019-10-23", "Det, vi kan nu"],
];
const SLUG = "odense-maj-2019";

/** Writes the first cohort: it began on 13 May 2019 in Odense and ended in October; certificates were printed by COI. */
export async function seedFirstCohort(seed: Seed): Promise<void> {
  const people = participants();
  await seedPeople(seed, people);
  const cohortId = await seedCohort(seed, {
    slug: SLUG,
    versionId: certifiedVersionId(1),
    name: "Odense, maj 2019",
    state: "completed",
    capacity: 16,
    deadline: "2019-04-12",
    startsOn: "2019-05-13",
    endsOn: "2019-10-23",
    city: "Odense",
    createdOn: "2019-01-22",
    facilitators: ["facilitator", "facilitator-2"],
  });
  await seedTimetable(
    seed,
    cohortId,
    DAYS.map(
      ([on, theme], index): Planned => ({
        on,
        theme,
        state: "held",
        place: "Odense",
        format: index === 0 ? "seminar" : "course_day",
        facilitators: [index % 2 === 0 ? "facilitator" : "facilitator-2"],
      }),
    ),
  );
  const enrolled = people.map(
    (person, index): Participant => ({
      person,
      role: index % 4 === 3 ? "consultant" : "manager",
      trackId: certifiedTrackId(1, index % 4 === 3 ? 2 : 1),
      state: index === 11 ? "not_completed" : "completed",
      endReason:
        index === 11 ? "Skiftede job i august og kunne ikke følge de sidste fire mødegange." : undefined,
    }),
  );
  await seedEnrolments(seed, { cohortId, appliedOn: "2019-03-18" }, enrolled);
  await seedAttendance(seed, cohortId, attendance(people), "facilitator");
  await seedProjects(
    seed,
    cohortId,
    Object.fromEntries(people.map(({ key }, index) => [key, index === 11 ? "abandoned" : "concluded"])),
  );
  await seedObservations(seed, cohortId, 1, occasions(people));
  await seedCertification(seed, cohortId, people);
}

/** Eleven cases went through to a decision, and ten to a certificate. */
async function seedCertification(seed: Seed, cohortId: string, people: readonly Someone[]): Promise<void> {
  await openCases(seed, cohortId, {
    frameworkVersion: 1,
    openedOn: "2019-03-18",
    evidenceDue: "2020-01-21",
    people: people.map(({ key }) => key),
  });
  await playRound(seed, cohortId, people.slice(0, 11).map(roundOf));
  await beginNextRound(
    seed,
    cohortId,
    people.slice(10, 11).map(({ key }) => key),
  );
  const issue = {
    cohortId,
    programmeVersion: 1,
    frameworkVersion: 1,
    validityMonths: null,
    startsOn: "2019-05-13",
    endsOn: "2019-10-23",
    city: "Odense",
  };
  await issueCertificates(seed, issue, people.slice(0, 10).map(certificateOf));
}

function participants(): Someone[] {
  return [
    ...invent("first-fjordby", 3, "fjordby"),
    ...invent("first-aadal", 3, "aadal"),
    ...invent("first-region", 2, "region"),
    ...invent("first-styrelse", 2, "styrelse"),
    ...invent("first-klitborg", 2, "klitborg"),
  ];
}

function attendance(people: readonly Someone[]): Record<string, string> {
  const marks = ["PPPPPPPP", "PPPPPLPP", "PPMPPPPP", "PPPPPPDP"];
  return Object.fromEntries(
    people.map(({ key }, index) => [key, index === 11 ? "PPPPAAAA" : (marks[index % marks.length] ?? "")]),
  );
}

/** Two assessors saw everybody who went through to the end. Rikke Faldborg was not with COI yet. */
function occasions(people: readonly Someone[]): Seen[] {
  return people.slice(0, 11).flatMap((person, index): Seen[] => {
    const one = { person: person.key, at: person.at, state: "locked" as const };
    const two = String(2 + index * 2).padStart(2, "0");
    return [
      { ...one, assessor: "assessor", on: `2019-09-${two}`, ratings: index === 10 ? "PPRNNRSP" : "RRRRPRPS" },
      {
        ...one,
        assessor: "assessor-2",
        on: `2019-10-${two}`,
        ratings: index === 10 ? "RPRNNRPP" : "RPSRRRRR",
        lapsed: index % 5 === 4,
      },
    ];
  });
}

/** The eleventh was asked to show one criterion again, and never did. */
function roundOf(person: Someone, index: number): Round {
  return {
    person: person.key,
    state: "released",
    recommendation: {
      by: "assessor",
      on: "2019-11-15",
      outcome: index === 10 ? "repeat_requested" : "certified",
    },
    decision: { by: index % 2 === 0 ? "certifier" : "certifier-3", on: "2019-11-22" },
    release: { by: "certifier", on: "2019-11-25" },
  };
}

function certificateOf(person: Someone, index: number): Issued {
  const issued = { person: person.key, name: person.name, decidedOn: "2019-11-22", issuedOn: "2019-11-25" };
  if (index === 4)
    return {
      ...issued,
      state: "revoked",
      revocation: {
        publicReason: "Certifikatet er tilbagekaldt, fordi det byggede på en observation af en anden person.",
        by: "certifier",
        confirmedBy: "certifier-3",
        on: "2020-02-10",
      },
    };
  // Proposed by one certifier, and waiting for a second.
  if (index === 2)
    return {
      ...issued,
      revocation: {
        publicReason: "Certifikatet er udstedt på et forkert navn og erstattes af et nyt.",
        by: "certifier-2",
        on: -2,
      },
    };
  if (index === 7)
    return {
      ...issued,
      state: "suspended",
      suspension: {
        publicReason: "Certifikatet er suspenderet, mens grundlaget for en af observationerne undersøges.",
        by: "certifier-2",
        on: -12,
      },
    };
  return issued;
}
