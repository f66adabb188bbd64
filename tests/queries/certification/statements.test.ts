import { beforeAll, describe, expect, it } from "vitest";
import type { Acting } from "@/lib/auth/acting";
import { getPublicCertificate } from "@/lib/certificates/queries/get-public-certificate";
import { listCertificates } from "@/lib/certificates/queries/list-certificates";
import { getCase } from "@/lib/certification/queries/get-case";
import { listCases } from "@/lib/certification/queries/list-cases";
import { listMyCases } from "@/lib/certification/queries/list-my-cases";
import type { PrismaClient } from "@/lib/db/generated/client";
import { enrol, giveEvidence, makeStage, type Stage } from "../../commands/certification/stage";
import { makeCase } from "../../factories/cases";
import { makeCertificate } from "../../factories/certificates";
import { actingAs } from "../../factories/sign-in";
import { countStatements } from "../../setup/count-statements";
import { testDatabase } from "../../setup/database";

let client: PrismaClient;
let stage: Stage;
let certifier: Acting;
const NOW = new Date();

beforeAll(async () => {
  client = (await testDatabase()).client;
  stage = await makeStage(client);
  certifier = await actingAs(client, stage.people.certifiers[0].id, "certification.view");
});

/** One more participant with all their evidence, a case that is ready and one that ended in a certificate. */
async function addPeople() {
  const first = await enrol(stage);
  await giveEvidence(stage, first.enrolmentId);
  const ready = await makeCase(client, { enrolmentId: first.enrolmentId, state: "ready" });
  const second = await enrol(stage);
  const { id: caseId } = await makeCase(client, { enrolmentId: second.enrolmentId, state: "released" });
  const certificate = await makeCertificate(client, { caseId });
  return { ready, person: first.person, certificate };
}

describe("the number of SQL statements does not grow with the rows", () => {
  it("of the lists, a case, one's own cases and the public check", async () => {
    const { ready, person, certificate } = await addPeople();
    const own = await actingAs(client, person.id, "my.view");
    const reads = {
      cases: () => listCases(certifier, { phase: "open", page: 1 }, NOW),
      register: () => listCertificates(certifier, { page: 1 }, NOW),
      case: () => getCase(certifier, ready.id, "da", NOW),
      own: () => listMyCases(own, "da", NOW),
      check: () => getPublicCertificate(certifier, certificate.publicId, NOW),
    };
    const count = async () => {
      const counted: Record<string, number> = {};
      for (const [name, read] of Object.entries(reads)) counted[name] = await countStatements(read);
      return counted;
    };
    const few = await count();
    for (let more = 0; more < 4; more++) await addPeople();
    expect(await count()).toEqual(few);
    expect(few.check).toBeLessThanOrEqual(4);
  });
});
