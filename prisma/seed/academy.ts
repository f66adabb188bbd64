import { advance } from "./advance.ts";
import { dateOf, day, idOf, past, type Seed } from "./base.ts";
import { seedCohort } from "./cohorts.ts";
import { type Participant, seedAttendance, seedEnrolments } from "./enrol.ts";
import { type OrganisationKey, organisationId } from "./organisations.ts";
import { invent, seedPeople } from "./people.ts";
import { type Planned, seedTimetable } from "./timetable.ts";

const PROGRAMME = idOf("academy programme");
const VERSION = idOf("academy programme version 1");
const AGREEMENT = idOf("academy agreement");
const trackId = (position: number) => idOf(`academy track ${position}`);

// biome-ignore format: one track a line
const TRACKS = [
  ["network", "Innovationsnetværk", "Udvalgte nøglepersoner, der arbejder med kommunens strategiske temaer og støttes af værksteder, seminarer og kurser."],
  ["managers", "Ledelsesinnovatører", "Alle ledere i administrationen: seminarer og forløb om at innovere og få andre til det inden for eget område."],
  ["politicians", "Politiske innovatører", "Byrådets medlemmer: seminarer og mesterklasser, der giver rum til at drøfte og lære en ny politisk praksis."],
  ["employees", "Organisatorisk innovation", "Gå hjem-møder, seminarer og kurser, åbne for alle ansatte, hvor viden deles på tværs."],
] as const;

/** Writes the academy (source 3): one agreement with three municipalities, four tracks, seats that each may fill. */
export async function seedAcademy(seed: Seed): Promise<void> {
  await seedOffer(seed);
  const partners: OrganisationKey[] = ["aadal", "klitborg", "soendermark"];
  await seed.db.agreement.create({
    data: {
      id: AGREEMENT,
      kind: "academy",
      title: "Innovationsakademi for Aadal, Klitborg og Søndermark",
      providerId: organisationId("komponent"),
      validFrom: dateOf(day(seed, -240)),
      validTo: dateOf(day(seed, 480)),
      partners: { create: partners.map((key) => ({ organisationId: organisationId(key) })) },
      seatAllocations: {
        create: partners.flatMap((key) =>
          [4, 6, 3, 5].map((seats, index) => ({
            id: idOf(`seats ${key} ${index}`),
            organisationId: organisationId(key),
            trackId: trackId(index + 1),
            seats,
          })),
        ),
      },
      roleTargets: {
        create: [
          { participantRole: "key_person", number: 12 },
          { participantRole: "manager", number: 18 },
          { participantRole: "politician", number: 9 },
          { participantRole: "employee", number: 15 },
        ],
      },
    },
  });
  const cohortId = await seedCohort(seed, {
    slug: "akademi-tre-kommuner",
    versionId: VERSION,
    agreementId: AGREEMENT,
    name: "Akademi for tre kommuner",
    state: "running",
    capacity: 54,
    deadline: -130,
    startsOn: -100,
    endsOn: 220,
    city: "Aadal",
    createdOn: -220,
    facilitators: ["facilitator-5"],
  });
  await seedTimetable(seed, cohortId, timetable());
  const participants = partners.flatMap(participantsOf);
  await seedPeople(
    seed,
    participants.map(({ person }) => person),
  );
  await seedEnrolments(seed, { cohortId, enrolledOn: -112 }, participants);
  await seedAttendance(seed, cohortId, attendanceOf(participants), "facilitator-5");
}

async function seedOffer(seed: Seed): Promise<void> {
  await seed.db.programme.create({
    data: { id: PROGRAMME, slug: "innovationsakademi", providerId: organisationId("komponent") },
  });
  await seed.db.programmeVersion.create({
    data: {
      id: VERSION,
      programmeId: PROGRAMME,
      number: 1,
      title: "Innovationsakademi",
      summary:
        "Et partnerskab, hvor medarbejdere, ledere og politikere i en eller flere kommuner øver en nyskabende praksis sammen.",
      audience: "Kommuner, der vil udvikle organisationen og kompetencerne på én gang",
      aims: [
        "Styrke innovationskraften fra medarbejdere over ledere til politikere",
        "Skabe sammenhæng mellem de forsøg, der allerede er i gang",
        "Forankre det nye i samarbejdet med borgere, foreninger og virksomheder",
      ],
      description:
        "Akademiet tilrettelægges sammen med kommunen ud fra dens egne udfordringer og bygger på læring gennem handling.\n\nDe fire spor har hver deres deltagere og mødes undervejs, så det, der prøves ét sted, bliver set af de andre.",
      attendanceMinimumPercent: 60,
      publishedAt: past(seed, -250),
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
}

/** Sessions of one track are not expected of the others; the common ones are required of all. */
function timetable(): Planned[] {
  const forTrack = (track: number) =>
    [1, 2, 3, 4].map((position) => ({
      trackId: trackId(position),
      obligation: position === track ? ("required" as const) : ("not_expected" as const),
    }));
  const plan: readonly [number, string, Planned["format"], number | null, string][] = [
    [-100, "Fælles begyndelse: hvad vil vi kunne om et år?", "seminar", null, "13:00"],
    [-79, "Netværket: kort over det, der allerede er i gang", "workshop", 1, "09:00"],
    [-61, "Lederne: at give plads og sætte ramme", "seminar", 2, "09:00"],
    [-47, "Byrådet: hvad er en politisk prøvehandling?", "masterclass", 3, "16:00"],
    [-33, "Gå hjem-møde: tre forsøg, der lykkedes halvt", "after_work_meeting", 4, "15:30"],
    [15, "Lederne: fra idé til drift", "seminar", 2, "09:00"],
    [33, "Byrådet: at følge op uden at styre", "masterclass", 3, "16:00"],
    [52, "Netværket: prototyper med borgere", "workshop", 1, "09:00"],
    [75, "Gå hjem-møde: borgerne fortæller", "after_work_meeting", 4, "15:30"],
    [210, "Fælles afslutning", "seminar", null, "13:00"],
  ];
  return plan.map(([on, theme, format, track, from]) => ({
    on,
    theme,
    format,
    from,
    to: from === "09:00" ? "15:00" : from === "13:00" ? "16:30" : "18:00",
    state: on < 0 ? "held" : on < 20 ? "confirmed" : "planned",
    place: track === 3 ? "Byrådssalen, Aadal" : "Kulturhuset, Aadal",
    facilitators: ["facilitator-5"],
    obligations: track === null ? [] : forTrack(track),
  }));
}

function participantsOf(at: OrganisationKey): Participant[] {
  const on = (
    position: number,
    role: Participant["role"],
    people: ReturnType<typeof invent>,
  ): Participant[] => people.map((person) => ({ person, role, trackId: trackId(position), state: "active" }));
  return [
    ...on(1, "key_person", invent(`academy-key-${at}`, 3, at, { title: "Nøgleperson i udviklingsteamet" })),
    ...on(2, "manager", invent(`academy-manager-${at}`, 5, at)),
    ...on(
      3,
      "politician",
      invent(`academy-council-${at}`, 2, at, { title: "Byrådsmedlem", level: "political" }),
    ),
    ...on(4, "employee", invent(`academy-employee-${at}`, 3, at, { title: "Medarbejder" })),
  ];
}

/** Everybody was at the beginning; after it, each at the session of their own track. */
function attendanceOf(participants: readonly Participant[]): Record<string, string> {
  const marks = new Map([
    [trackId(1), "PP..."],
    [trackId(2), "P.P.."],
    [trackId(3), "P..L."],
    [trackId(4), "P...P"],
  ]);
  return Object.fromEntries(
    participants.map(({ person, trackId: on }) => [person.key, marks.get(on ?? "") ?? "P"]),
  );
}
