import { advance } from "./advance.ts";
import { dateOf, day, idOf, past, type Seed } from "./base.ts";
import { seedCohort } from "./cohorts.ts";
import { type Participant, seedAttendance, seedEnrolments } from "./enrol.ts";
import { organisationId } from "./organisations.ts";
import { invent, type Someone, seedPeople } from "./people.ts";
import { seedProjects } from "./project-texts.ts";
import { type Planned, seedTimetable } from "./timetable.ts";

const PROGRAMME = idOf("in-house programme");
const VERSION = idOf("in-house programme version 1");
const AGREEMENT = idOf("in-house agreement");
const trackId = (position: number) => idOf(`in-house track ${position}`);

// biome-ignore format: one track a line
const TRACKS = [
  ["managers", "Ledere af medarbejdere", "Hele forløbet. Du lærer gennem nye handlinger i de opgaver, der allerede ligger på dit bord."],
  ["managers", "Ledere af ledere", "Følger dine lederes prøvehandlinger, giver sparring og er med, når der gøres status."],
  ["network", "Direktion og chefgruppe", "Åbner og afslutter forløbet og tager imod det, der peger ud over den enkelte enhed."],
  ["employees", "Medarbejdere, der spejler", "Fortæller undervejs, hvad de ser ændre sig, og hvad de savner."],
] as const;

/** Those who run it: the municipality is its own provider. */
const TEAM: readonly Someone[] = [
  {
    key: "staff-fjordby",
    name: "Vibe Lyngsø",
    email: "staff@fjordby.example",
    at: "fjordby",
    title: "Uddannelsesansvarlig",
    roles: ["staff"],
  },
  {
    key: "facilitator-fjordby",
    name: "Mogens Bruunsgaard",
    email: "facilitator@fjordby.example",
    at: "fjordby",
    title: "Organisationskonsulent",
    roles: ["facilitator"],
  },
];

/** Writes a municipality's own half-year for its leaders (source 5): four tracks, learning from tasks already on the desk. */
export async function seedInHouse(seed: Seed): Promise<void> {
  await seedPeople(seed, TEAM);
  await seedOffer(seed);
  const cohortId = await seedCohort(seed, {
    slug: "fjordby-fremtidens-ledere",
    versionId: VERSION,
    agreementId: AGREEMENT,
    name: "Fjordby, dette halvår",
    state: "running",
    capacity: 30,
    deadline: -95,
    startsOn: -80,
    endsOn: 102,
    city: "Fjordby",
    createdOn: -150,
    facilitators: ["facilitator-fjordby"],
  });
  await seedTimetable(seed, cohortId, SESSIONS.map(sessionOf));
  const participants = participantsOf();
  await seedPeople(
    seed,
    participants.map(({ person }) => person),
  );
  await seedEnrolments(seed, { cohortId, enrolledOn: -92 }, participants);
  await seedAttendance(
    seed,
    cohortId,
    Object.fromEntries(
      participants.map(({ person, trackId: on }, index) => [person.key, marksOf(on, index)]),
    ),
    "facilitator-fjordby",
  );
  const leaders = participants.filter(({ trackId: on }) => on === trackId(1));
  await seedProjects(
    seed,
    cohortId,
    Object.fromEntries(
      leaders.map(({ person }, index) => [
        person.key,
        index % 6 === 5 ? ("proposed" as const) : index % 4 === 3 ? ("agreed" as const) : ("active" as const),
      ]),
    ),
  );
}

async function seedOffer(seed: Seed): Promise<void> {
  await seed.db.programme.create({
    data: { id: PROGRAMME, slug: "fremtidens-lederuddannelse", providerId: organisationId("fjordby") },
  });
  await seed.db.programmeVersion.create({
    data: {
      id: VERSION,
      programmeId: PROGRAMME,
      number: 1,
      title: "Fremtidens Lederuddannelse",
      summary:
        "Et halvt år, hvor ledere af medarbejdere øver fremtidens ledelse i de opgaver, de allerede har.",
      audience:
        "Ledere af medarbejdere i Fjordby Kommune; de andre ledelsesniveauer deltager på hver deres måde",
      aims: [
        "Lære nyt og aflære vaner, der står i vejen",
        "Styrke samarbejdet op og ned i ledelseskæden og på tværs",
        "Kunne trives og lede i vedvarende forandring",
      ],
      description:
        "Du bliver ikke trukket væk fra arbejdspladsen for at udvikle dig. Mellem mødegangene prøver du nye handlinger af i det, du alligevel skal, reflekterer over, hvad der skete, og får ny viden tilført, når du kan bruge den.\n\nDeltagerne har selv et ansvar for indholdet: nogle mødegange fylder I sammen.",
      attendanceMinimumPercent: 75,
      publishedAt: past(seed, -160),
      tracks: {
        create: TRACKS.map(([audience, name, description], index) => ({
          id: trackId(index + 1),
          position: index + 1,
          audience,
          name,
          description,
        })),
      },
    },
  });
  await advance(seed, "programme_version", "draft", [{ id: VERSION, to: "published" }]);
  await seed.db.agreement.create({
    data: {
      id: AGREEMENT,
      kind: "in_house",
      title: "Fremtidens Lederuddannelse i Fjordby",
      providerId: organisationId("fjordby"),
      validFrom: dateOf(day(seed, -150)),
      validTo: dateOf(day(seed, 200)),
      partners: { create: [{ organisationId: organisationId("fjordby") }] },
    },
  });
}

/** Day, theme, whether the participants fill it, and the tracks that it is required of. */
const SESSIONS: readonly (readonly [number, string, boolean, readonly number[]])[] = [
  [-80, "Begyndelsen: hvad skal vi kunne, som vi ikke kan?", false, [1, 2, 3, 4]],
  [-59, "Prøvehandling 1: at lægge en vane fra sig", false, [1]],
  [-38, "Status med egen leder", false, [1, 2]],
  [-17, "Prøvehandling 2: samarbejde på tværs", true, [1]],
  [11, "Input: konflikter, der kan bruges", true, [1]],
  [32, "Status med egen leder og medarbejdere", false, [1, 2, 4]],
  [60, "Prøvehandling 3: fra politisk hensigt til faglige mål", true, [1]],
  [102, "Afslutning: hvad bliver vi ved med?", false, [1, 2, 3, 4]],
];

function sessionOf([on, theme, contentOpen, tracks]: (typeof SESSIONS)[number]): Planned {
  return {
    on,
    theme,
    contentOpen,
    state: on < 0 ? "held" : on < 20 ? "confirmed" : "planned",
    format: contentOpen ? "workshop" : "seminar",
    from: "12:30",
    to: "16:00",
    place: "Rådhuset, Fjordby",
    facilitators: ["facilitator-fjordby"],
    obligations: [1, 2, 3, 4].map((position) => ({
      trackId: trackId(position),
      obligation: tracks.includes(position) ? ("required" as const) : ("optional" as const),
    })),
  };
}

function participantsOf(): Participant[] {
  const on = (position: number, role: Participant["role"], people: Someone[]): Participant[] =>
    people.map((person) => ({ person, role, trackId: trackId(position), state: "active" }));
  return [
    ...on(1, "manager", invent("in-house-leader", 16, "fjordby", { title: "Afdelingsleder", level: "unit" })),
    ...on(2, "manager", invent("in-house-chief", 4, "fjordby", { title: "Centerchef", level: "department" })),
    ...on(3, "manager", invent("in-house-board", 2, "fjordby", { title: "Direktør", level: "executive" })),
    ...on(4, "employee", invent("in-house-employee", 4, "fjordby", { title: "Medarbejder" })),
  ];
}

function marksOf(track: string | undefined, index: number): string {
  if (track === trackId(1)) return ["PPPP", "PPPL", "PMPP", "PPPP", "PAPP"][index % 5] ?? "PPPP";
  if (track === trackId(2)) return "P.P.";
  return "P...";
}
