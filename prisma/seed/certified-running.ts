import { idOf, past, type Seed } from "./base.ts";
import { seedCaseParties } from "./case-parties.ts";
import { beginNextRound, openCases, playRound } from "./cases.ts";
import { issueCertificates } from "./certificates.ts";
import { certifiedVersionId, roomId } from "./certified-programme.ts";
import { runningRounds } from "./certified-running-cases.ts";
import {
  runningAttendance,
  runningObservations,
  runningProjects,
  runningVisits,
} from "./certified-running-evidence.ts";
import { runningParticipants } from "./certified-running-people.ts";
import { seedCohort } from "./cohorts.ts";
import { seedAttendance, seedEnrolments } from "./enrol.ts";
import { seedObservations, seedVisits } from "./observe.ts";
import { personId, seedPeople } from "./people.ts";
import { seedProjects, seedReplacement } from "./project-texts.ts";
import { type Planned, seedTimetable } from "./timetable.ts";

// biome-ignore format: one session a line
/** Eight days held, the next in a week, the last a month ahead: whoever came to all eight has the 80 % that are asked. */
const SESSIONS: readonly (readonly [number, string, string])[] = [
  [-124, "Innovationsledelse: et felt med egne vilkår", "Hvad er særligt ved at lede innovation i en politisk styret organisation? Vi begynder med jeres egne opgaver."],
  [-110, "Din opgave og dit praksisprojekt", "I vælger en opgave, der allerede ligger på bordet, og aftaler de første prøvehandlinger."],
  [-96, "At lede og facilitere en proces", "Skift mellem at åbne og at lukke. Træning med hinandens cases."],
  [-82, "Overblik i det sammensatte", "Aktørkort, antagelser og fælles sprog på tværs af forvaltninger."],
  [-68, "Fortælling, visualisering og prototyper", "Vi bygger i pap og papir og beder om kritik af det ufærdige."],
  [-54, "Medarbejdernes viden", "Dialog, der får det frem, som kun de ved, der står i det."],
  [-40, "En kultur, der tør", "Fejl, risiko og tryghed. Hvad aftaler I på forhånd?"],
  [-20, "Borgere, brugere og virksomheder", "Inddragelse, mens der stadig kan ændres. Gæster fra to virksomheder."],
  [6, "Fra forsøg til drift", "Implementering, spredning og tilpasning: hvem gør hvad, når projektet er slut?"],
  [27, "Det, vi kan nu", "Dagen fyldes af jer. Foreslå det, du vil dele eller have hjælp til."],
];

/** Writes the running cohort: sessions behind and ahead, observations and cases in every state. */
export async function seedRunningCohort(seed: Seed): Promise<void> {
  const participants = runningParticipants();
  await seedPeople(
    seed,
    participants.map(({ person }) => person),
  );
  const cohortId = await seedCohort(seed, {
    slug: "odense-igangvaerende",
    versionId: certifiedVersionId(2),
    name: "Odense, i gang nu",
    state: "running",
    capacity: 24,
    deadline: -160,
    startsOn: -124,
    endsOn: 29,
    city: "Odense",
    createdOn: -260,
    facilitators: ["facilitator", "facilitator-2"],
  });
  await seedTimetable(seed, cohortId, SESSIONS.map(sessionOf));
  await seedEnrolments(seed, { cohortId, appliedOn: -175 }, participants);
  await seedAttendance(seed, cohortId, runningAttendance(participants), "facilitator");
  await seedProjects(seed, cohortId, runningProjects(participants));
  await seedReplacement(seed, cohortId, "run-soendermark-1");
  await seedObservations(seed, cohortId, 2, runningObservations(participants));
  await seedVisits(seed, cohortId, runningVisits());
  await seedDeclarations(seed);
  await openCases(seed, cohortId, {
    frameworkVersion: 2,
    openedOn: -175,
    evidenceDue: 119,
    people: participants.map(({ person }) => person.key),
  });
  await playRound(seed, cohortId, runningRounds);
  await beginNextRound(seed, cohortId, ["run-klitborg-3"]);
  await seedCaseParties(seed, cohortId);
  await issueCertificates(
    seed,
    {
      cohortId,
      programmeVersion: 2,
      frameworkVersion: 2,
      validityMonths: 60,
      startsOn: -124,
      endsOn: 29,
      city: "Odense",
    },
    participants
      .filter(({ person }) => ["certified", "run-fjordby-2", "run-soendermark-4"].includes(person.key))
      .map(({ person: { key, name } }) => {
        const appealed = key === "run-soendermark-4";
        return { person: key, name, decidedOn: appealed ? -3 : -9, issuedOn: appealed ? -3 : -7 };
      }),
  );
}

function sessionOf([on, theme, description]: readonly [number, string, string], index: number): Planned {
  return {
    on,
    theme,
    description,
    state: on < 0 ? "held" : index === 8 ? "confirmed" : "planned",
    roomId: roomId(1),
    contentOpen: index === 9,
    format: index === 0 || index === 9 ? "seminar" : "course_day",
    facilitators: index % 2 === 0 ? ["facilitator"] : ["facilitator", "facilitator-2"],
  };
}

/** What assessors said of their relation to participants: nothing, a friendship to mind, and one that bars. */
async function seedDeclarations(seed: Seed): Promise<void> {
  const declared = [
    ["assessor", "participant", "clear", "Ingen forbindelse."],
    ["assessor-2", "participant", "clear", "Ingen forbindelse."],
    [
      "assessor-2",
      "run-aadal-2",
      "manage",
      "Vi har siddet i samme faglige netværk. Den anden observation laves af en kollega.",
    ],
    ["assessor-certifier", "hearing", "bar", "Vi er i familie."],
  ] as const;
  await seed.db.conflictDeclaration.createMany({
    data: declared.map(([assessor, participant, outcome, ground]) => ({
      id: idOf(`declaration ${assessor} ${participant}`),
      assessorId: personId(assessor),
      participantId: personId(participant),
      outcome,
      ground,
      declaredAt: past(seed, -100),
    })),
  });
}
