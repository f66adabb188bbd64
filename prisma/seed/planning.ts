import { at, dateOf, day, idOf, type Seed } from "./base.ts";
import { cohortId } from "./cohorts.ts";
import { handOutPage } from "./hand-out.ts";
import { type OrganisationKey, organisationId } from "./organisations.ts";
import { personId } from "./people.ts";
import { sessionId } from "./timetable.ts";

/** Writes what staff plan around: school holidays, when a facilitator cannot, and what a running cohort is given to read. */
export async function seedPlanning(seed: Seed): Promise<void> {
  const year = Number(day(seed, 0).slice(0, 4));
  const municipalities: OrganisationKey[] = ["aadal", "klitborg", "soendermark"];
  await seed.db.schoolHoliday.createMany({
    data: [year, year + 1].flatMap((ofYear) =>
      municipalities.flatMap((key, index) => [
        holiday(key, ofYear, "Vinterferie", index === 1 ? "02-15" : "02-08", index === 1 ? "02-19" : "02-12"),
        holiday(key, ofYear, "Efterårsferie", "10-11", "10-15"),
      ]),
    ),
  });
  await seed.db.unavailability.create({
    data: {
      id: idOf("unavailability facilitator-5"),
      personId: personId("facilitator-5"),
      startsAt: at(seed, 40, "00:00"),
      endsAt: at(seed, 47, "00:00"),
      timeZone: "Europe/Copenhagen",
      note: "Ferie",
    },
  });
  await seedCourtedAgreements(seed);
  const running = cohortId("odense-igangvaerende");
  await seed.db.sessionMaterial.createMany({
    data: [
      material(
        running,
        1,
        "before",
        "Hvad vil du kunne om et halvt år?",
        "Skriv en halv side, før vi mødes.",
      ),
      material(running, 1, "after", "Billeder fra dagen", ""),
    ],
  });
  await seedHandedOutFile(seed, running);
}

/** A page that the facilitator hands out before the first session, as a file. */
async function seedHandedOutFile(seed: Seed, cohort: string): Promise<void> {
  const fileId = await handOutPage(seed, {
    name: "Dagens program.pdf",
    ownerId: personId("facilitator"),
    lines: [
      "Dagens program",
      "",
      "09.00  Velkommen, og hvad du kommer fra",
      "10.30  Hvad er innovation hos jer?",
    ],
  });
  if (fileId)
    await seed.db.sessionMaterial.create({
      data: {
        ...material(cohort, 1, "before", "Dagens program", ""),
        id: idOf("material of a file"),
        link: null,
        fileId,
      },
    });
}

/** Agreements that are not, or never came, in force: one is negotiated, one was called off. */
async function seedCourtedAgreements(seed: Seed): Promise<void> {
  const courted = [
    ["klitborg", "negotiated", "Klitborgs eget forløb for skoleledere", 120],
    ["soendermark", "cancelled", "Søndermarks forløb, der blev udsat og opgivet", 30],
  ] as const;
  for (const [key, state, title, from] of courted)
    await seed.db.agreement.create({
      data: {
        id: idOf(`agreement ${key} ${state}`),
        kind: "in_house",
        state,
        title,
        providerId: organisationId("komponent"),
        validFrom: dateOf(day(seed, from)),
        validTo: dateOf(day(seed, from + 200)),
        partners: { create: [{ organisationId: organisationId(key) }] },
      },
    });
}

function holiday(key: OrganisationKey, year: number, name: string, from: string, to: string) {
  return {
    id: idOf(`school holiday ${key} ${year} ${name}`),
    providerId: organisationId("komponent"),
    organisationId: organisationId(key),
    name,
    firstDay: dateOf(`${year}-${from}`),
    lastDay: dateOf(`${year}-${to}`),
  };
}

function material(cohort: string, position: number, phase: "before" | "after", title: string, note: string) {
  return {
    id: idOf(`material ${cohort} ${position} ${phase}`),
    sessionId: sessionId(cohort, position),
    phase,
    title,
    link: "https://materialer.example.org/praksis",
    note,
  };
}
