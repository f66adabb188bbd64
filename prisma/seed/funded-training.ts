import { advance } from "./advance.ts";
import { at, dateOf, idOf, type Seed, STOCKHOLM } from "./base.ts";
import { seedCohort } from "./cohorts.ts";
import { type Participant, seedAttendance, seedEnrolments } from "./enrol.ts";
import { organisationId } from "./organisations.ts";
import { invent, seedPeople } from "./people.ts";
import { type Planned, seedTimetable } from "./timetable.ts";

const PROGRAMME = idOf("funded programme");
const VERSION = idOf("funded programme version 1");
const AGREEMENT = idOf("funded agreement");
const trackId = (position: number) => idOf(`funded track ${position}`);

/** Ten occasions with a theme each; councillors were there at the first and the last. */
const SESSIONS: readonly (readonly [string, string])[] = [
  ["2015-11-18", "Varför innovation i välfärden? Uppstart med förtroendevalda"],
  ["2015-12-09", "Tjänsteinnovation: att börja hos användaren"],
  ["2016-01-27", "Att leda utan svar"],
  ["2016-03-02", "Kreativa metoder i vardagen"],
  ["2016-04-13", "Att facilitera grupprocesser"],
  ["2016-05-25", "Tjänsteresor och prototyper"],
  ["2016-09-14", "Förändrade arbetssätt: från försök till rutin"],
  ["2016-10-26", "Innovationsförmåga i organisationen"],
  ["2016-12-07", "Att mäta och berätta om nytta"],
  ["2017-02-01", "Det vi lärt oss. Avslutning med förtroendevalda"],
];

/** Writes the Swedish training that Vinnova funded (source 4): ended, with 19 innovation leaders and 11 managers. */
export async function seedFundedTraining(seed: Seed): Promise<void> {
  await seedOffer(seed);
  await seedGrant(seed);
  const cohortId = await seedCohort(seed, {
    slug: "sormland-2015-2017",
    versionId: VERSION,
    agreementId: AGREEMENT,
    name: "Sörmland 2015–2017",
    state: "completed",
    capacity: 36,
    deadline: "2015-10-30",
    startsOn: "2015-11-18",
    endsOn: "2017-02-01",
    city: "Eskilstuna",
    timeZone: STOCKHOLM,
    createdOn: "2015-09-15",
    facilitators: ["facilitator-fou"],
  });
  await seedTimetable(seed, cohortId, SESSIONS.map(sessionOf), STOCKHOLM);
  const participants = people();
  await seedPeople(
    seed,
    participants.map(({ person }) => person),
  );
  await seedEnrolments(seed, { cohortId, enrolledOn: "2015-11-02" }, participants);
  await seedAttendance(seed, cohortId, attendanceOf(participants), "facilitator-fou");
}

async function seedOffer(seed: Seed): Promise<void> {
  await seed.db.programme.create({
    data: {
      id: PROGRAMME,
      slug: "innovationsledning-sormland",
      providerId: organisationId("fou"),
      createdAt: at(seed, "2015-09-01"),
    },
  });
  await seed.db.programmeVersion.create({
    data: {
      id: VERSION,
      programmeId: PROGRAMME,
      number: 1,
      language: "sv",
      title: "Utbildning i innovationsledning",
      summary:
        "Ett år med tio tillfällen för innovationsledare och chefer i kommuner och landsting, med inriktning mot tjänsteinnovation.",
      audience: "Innovationsledare och chefer i Sörmlands kommuner och landsting",
      aims: [
        "Öka kompetensen att leda innovation och utveckla organisationens innovationsförmåga",
        "Driva förändrade arbetssätt med stöd av kreativa metoder",
        "Involvera användare i verksamhetens förändringsarbete",
      ],
      description:
        "Deltagarna arbetar med en egen tjänsteinnovationsprocess hemma i verksamheten och träffas kring ett nytt tema varje gång.\n\nFörtroendevalda deltar vid det första och det sista tillfället, för att förstå vad verksamheterna behöver och kunna forma policy och strategi.",
      attendanceMinimumPercent: 70,
      currency: "SEK",
      publishedAt: at(seed, "2015-09-10"),
      createdAt: at(seed, "2015-09-01"),
      tracks: {
        create: [
          { id: trackId(1), position: 1, audience: "network", name: "Innovationsledare" },
          { id: trackId(2), position: 2, audience: "managers", name: "Chefer" },
          { id: trackId(3), position: 3, audience: "politicians", name: "Förtroendevalda" },
        ],
      },
    },
  });
  await advance(seed, "programme_version", "draft", [{ id: VERSION, to: "published" }]);
}

async function seedGrant(seed: Seed): Promise<void> {
  await seed.db.agreement.create({
    data: {
      id: AGREEMENT,
      kind: "funded",
      state: "completed",
      title: "Utbildning i innovationsledning inom kommuner och landsting i Sörmland",
      providerId: organisationId("fou"),
      funderId: organisationId("vinnova"),
      diaryNumber: "2015-06703",
      amountMinor: 46_800_000,
      currency: "SEK",
      validFrom: dateOf("2015-11-01"),
      validTo: dateOf("2017-03-01"),
      createdAt: at(seed, "2015-10-20"),
      partners: {
        create: (["fou", "bjoerkvik", "aakersunda"] as const).map((key) => ({
          organisationId: organisationId(key),
        })),
      },
      roleTargets: {
        create: [
          { participantRole: "innovation_leader", number: 19 },
          { participantRole: "manager", number: 11 },
        ],
      },
    },
  });
}

function sessionOf([on, theme]: readonly [string, string], index: number): Planned {
  const withCouncillors = index === 0 || index === SESSIONS.length - 1;
  return {
    on,
    theme,
    state: "held",
    format: withCouncillors ? "seminar" : "workshop",
    place: "FoU i Sörmland, Eskilstuna",
    facilitators: ["facilitator-fou"],
    obligations: [
      { role: "politician", obligation: withCouncillors ? "required" : "not_expected" },
      { role: "guest", obligation: withCouncillors ? "optional" : "not_expected" },
    ],
  };
}

function people(): Participant[] {
  const sv = { locale: "sv" } as const;
  const group = (
    role: Participant["role"],
    track: number,
    members: ReturnType<typeof invent>,
  ): Participant[] =>
    members.map((person) => ({ person, role, trackId: trackId(track), state: "completed" as const }));
  const leader = { ...sv, title: "Innovationsledare" };
  const chief = { ...sv, title: "Enhetschef", level: "unit" as const };
  const councillor = { ...sv, title: "Kommunalråd", level: "political" as const };
  return [
    ...group("innovation_leader", 1, invent("fou-leader", 7, "fou", leader)),
    ...group("innovation_leader", 1, invent("bjoerkvik-leader", 6, "bjoerkvik", leader)),
    ...group("innovation_leader", 1, invent("aakersunda-leader", 6, "aakersunda", leader)),
    ...group("manager", 2, invent("fou-chief", 3, "fou", chief)),
    ...group("manager", 2, invent("bjoerkvik-chief", 4, "bjoerkvik", chief)),
    ...group("manager", 2, invent("aakersunda-chief", 4, "aakersunda", chief)),
    ...group("politician", 3, invent("bjoerkvik-council", 2, "bjoerkvik", councillor)),
    ...group("politician", 3, invent("aakersunda-council", 2, "aakersunda", councillor)),
    ...group(
      "guest",
      3,
      invent("fou-guest", 2, "fou", { ...sv, title: "Utvecklingsdirektör", level: "executive" }),
    ),
  ];
}

/** Councillors came to the first and the last; the others to most, as people do. */
function attendanceOf(participants: readonly Participant[]): Record<string, string> {
  const marks = ["PPPPPPPPPP", "PPPLPPPPPP", "PPPPPPAPPP", "PPDPPPPPLP"];
  return Object.fromEntries(
    participants.map(({ person, role }, index) => [
      person.key,
      role === "politician" || role === "guest"
        ? "P........P"
        : (marks[index % marks.length] ?? "PPPPPPPPPP"),
    ]),
  );
}
