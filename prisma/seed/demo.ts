import type { PrismaClient } from "../../lib/db/generated/client.ts";
import { seedAcademy } from "./academy.ts";
import { seedAccounts } from "./accounts.ts";
import { seedAuditTrail } from "./audit-trail.ts";
import { idOf, type Seed } from "./base.ts";
import { seedCalendars } from "./calendars.ts";
import { seedCertificateLife } from "./certificate-life.ts";
import { seedFirstCohort } from "./certified-2019.ts";
import { seedMiddleCohorts } from "./certified-2021.ts";
import { seedOpenCohorts } from "./certified-open.ts";
import { seedCertifiedProgramme } from "./certified-programme.ts";
import { seedQueuedCohort } from "./certified-queue.ts";
import { seedRunningCohort } from "./certified-running.ts";
import { seedFramework } from "./framework.ts";
import { seedFundedTraining } from "./funded-training.ts";
import { seedInHouse } from "./in-house.ts";
import { seedKnowledgeOffer } from "./knowledge-offer.ts";
import { seedLogos } from "./logos.ts";
import { seedMessages } from "./messages.ts";
import { seedObservingTogether } from "./observing-together.ts";
import { seedOrganisations } from "./organisations.ts";
import { restartNames } from "./people.ts";
import { seedPlanning } from "./planning.ts";
import { seedSamples } from "./samples.ts";
import { seedSeatsAndBills } from "./seats-and-bills.ts";

const PARTS: readonly ((seed: Seed) => Promise<void>)[] = [
  seedOrganisations,
  seedLogos,
  seedAccounts,
  seedFramework,
  seedCertifiedProgramme,
  seedFirstCohort,
  seedMiddleCohorts,
  seedRunningCohort,
  seedObservingTogether,
  seedOpenCohorts,
  seedQueuedCohort,
  seedAcademy,
  seedFundedTraining,
  seedInHouse,
  seedKnowledgeOffer,
  seedSeatsAndBills,
  seedCalendars,
  seedMessages,
  seedCertificateLife,
  seedSamples,
  seedPlanning,
  seedAuditTrail,
];

/**
 * Loads the demo data, all of it or nothing, with dates relative to `now`: the five programmes of the sources with invented
 * people. A database that has it already is left as it is. Files are kept in `filesFolder`; without one there are none.
 */
export async function seedDemo(
  client: PrismaClient,
  now: Date = new Date(),
  filesFolder: string | null = null,
): Promise<void> {
  restartNames();
  await client.$transaction(
    async (db) => {
      const there = await db.organisation.count({ where: { id: idOf("organisation komponent") } });
      if (there > 0) return;
      for (const part of PARTS) await part({ db, now, filesFolder });
    },
    { timeout: 120_000 },
  );
}
