import { beforeAll, expect, it } from "vitest";
import type { PrismaClient } from "@/lib/db/generated/client";
import { listFreeAssessors } from "@/lib/observations/queries/list-free-assessors";
import { makeStage, type Stage } from "../../commands/observations/stage";
import { makeConflict, makeVisit } from "../../factories/observations";
import { makeAffiliation } from "../../factories/people";
import { actingAs } from "../../factories/sign-in";
import { inDays } from "../../factories/unique";
import { testDatabase } from "../../setup/database";

let client: PrismaClient;
let stage: Stage;

beforeAll(async () => {
  client = (await testDatabase()).client;
  stage = await makeStage(client);
}, 60_000);

it("proposes in the place of somebody barred those who are not, the free ones first", async () => {
  const { id: participantId, enrolmentId } = await stage.participant();
  const asking = await stage.assessor();
  const colleague = await stage.assessor();
  await makeAffiliation(client, { personId: colleague.id, organisationId: stage.municipality.id });
  const partial = await stage.assessor();
  await makeConflict(client, { assessorId: partial.id, participantId, outcome: "bar" });
  await stage.assessor({ authorised: false });
  await (await makeStage(client)).assessor();
  const busy = await stage.assessor();
  const laden = await stage.assessor();
  const free = await stage.assessor();
  const at = inDays(5);
  const other = (await stage.participant()).enrolmentId;
  await makeVisit(client, { assessorId: busy.id, enrolmentId: other, startsAt: at });
  const later = (await stage.participant()).enrolmentId;
  await makeVisit(client, { assessorId: laden.id, enrolmentId: later, startsAt: inDays(9) });

  const acting = await actingAs(client, asking.id, "assessment.view");
  const window = { startsAt: at, endsAt: new Date(at.getTime() + 3_600_000) };
  const proposed = await listFreeAssessors(acting, enrolmentId, new Date(), window);
  expect(proposed).toMatchObject([
    { id: free.id, busy: false, visitsAhead: 0 },
    { id: laden.id, busy: false, visitsAhead: 1 },
    { id: busy.id, busy: true, visitsAhead: 1 },
  ]);
  expect(proposed).toHaveLength(3);
});
