import { advance } from "./advance.ts";
import { at, idOf, past, type Seed } from "./base.ts";
import { frameworkVersionId } from "./framework.ts";
import { organisationId } from "./organisations.ts";

/** The certified programme's address. */
export const CERTIFIED_SLUG = "certificeret-offentlig-innovationsledelse";

/** The id of one of its versions. */
export function certifiedVersionId(number: number): string {
  return idOf(`certified programme version ${number}`);
}

/** The id of one of a version's tracks: 1 for managers, 2 for consultants and project managers. */
export function certifiedTrackId(version: number, position: number): string {
  return idOf(`certified programme track ${version}.${position}`);
}

const TITLE = "Certificeret uddannelse i offentlig innovationsledelse";
const AIMS = [
  "Lede og facilitere innovation, så den fører til noget, der bliver brugt",
  "Bygge en kultur, hvor man tør prøve, fejle og lære",
  "Få medarbejdernes viden i spil og inddrage borgere og virksomheder",
  "Kende de særlige vilkår for innovation i en politisk styret organisation",
];
const DESCRIPTION = `Uddannelsen varer et halvt år og veksler mellem undervisning og din egen praksis. Du arbejder fra første dag med en opgave, der allerede ligger på dit bord, og prøver nye handlinger af mellem mødegangene.

Teorien giver begreber at forstå feltet med. Resten sker på arbejdspladsen: en bedømmer fra det certificerende center besøger dig mindst to gange og ser på det, du faktisk gør, ud fra otte kriterier.

Du bliver certificeret, når observationerne, dit fremmøde og dit praksisprojekt tilsammen viser, at du mestrer kriterierne. Centeret træffer afgørelsen uafhængigt af dem, der har undervist dig.`;

// biome-ignore format: one version a line
const VERSIONS = [
  {
    number: 1,
    framework: 1,
    to: "retired",
    publishedAt: "2019-01-21",
    retiredAt: "2020-12-01",
    priceMinor: 2_950_000,
  },
  {
    number: 2,
    framework: 2,
    to: "published",
    publishedAt: "2020-12-01",
    retiredAt: null,
    priceMinor: 3_450_000,
  },
  { number: 3, framework: 3, to: "draft", publishedAt: null, retiredAt: null, priceMinor: 3_600_000 },
] as const;

/** Writes the programme that started it all (source 1), with its versions: retired, published and a draft of the next. */
export async function seedCertifiedProgramme(seed: Seed): Promise<void> {
  const { db } = seed;
  const programmeId = idOf("certified programme");
  await db.programme.create({
    data: {
      id: programmeId,
      slug: CERTIFIED_SLUG,
      providerId: organisationId("komponent"),
      createdAt: at(seed, "2018-11-01"),
    },
  });
  for (const version of VERSIONS) await seedVersion(seed, programmeId, version);
  await seedVenue(seed);
}

/** Writes a version with its tracks: a programme has one draft at a time, so that each is moved on before the next begins. */
async function seedVersion(
  seed: Seed,
  programmeId: string,
  { number, framework, to, publishedAt, retiredAt, priceMinor }: (typeof VERSIONS)[number],
): Promise<void> {
  const id = certifiedVersionId(number);
  await seed.db.programmeVersion.create({
    data: {
      id,
      programmeId,
      number,
      title: TITLE,
      summary:
        "Et halvt år, hvor du lærer at lede innovation på din egen arbejdsplads – og bliver certificeret på det, du gør i praksis.",
      audience:
        "Ledere og chefer på alle niveauer i det offentlige, og konsulenter og projektledere med ansvar for innovation",
      aims: AIMS,
      description: DESCRIPTION,
      priceMinor,
      priceCovers:
        "Undervisning, forplejning, to observationsbesøg og behandling af din certificeringssag. Ekskl. moms.",
      vatPercent: 25,
      cancelFreeDays: 30,
      cancelLatePercent: 50,
      cancelStartedPercent: 100,
      certifyingBodyId: organisationId("copi"),
      frameworkVersionId: frameworkVersionId(framework),
      publishedAt: publishedAt ? at(seed, publishedAt) : null,
      retiredAt: retiredAt ? at(seed, retiredAt) : null,
      createdAt: publishedAt ? at(seed, publishedAt, "08:00") : past(seed, -10),
      tracks: { create: TRACKS.map((track) => ({ ...track, id: certifiedTrackId(number, track.position) })) },
    },
  });
  await advance(seed, "programme_version", "draft", [{ id, to }]);
}

const TRACKS = [
  {
    position: 1,
    audience: "managers",
    name: "Ledere",
    description: "For dig, der har ledelsesansvar for en enhed, et område eller en organisation.",
  },
  {
    position: 2,
    audience: "consultants",
    name: "Konsulenter og projektledere",
    description: "For dig, der driver innovation uden at være nogens chef.",
  },
] as const;

/** The id of one of the three rooms in Odense. */
export function roomId(number: 1 | 2 | 3): string {
  return idOf(`room ${number}`);
}

async function seedVenue({ db }: Seed): Promise<void> {
  const venueId = idOf("venue odense");
  await db.venue.create({
    data: {
      id: venueId,
      providerId: organisationId("komponent"),
      name: "Læringshuset ved åen",
      address: "Åbredden 14",
      city: "Odense",
    },
  });
  await db.room.createMany({
    data: ([1, 2, 3] as const).map((number) => ({
      id: roomId(number),
      venueId,
      name: ["Værkstedet", "Atriet", "Drivhuset"][number - 1] ?? "",
    })),
  });
}
