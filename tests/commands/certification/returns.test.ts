import { beforeAll, describe, expect, it } from "vitest";
import { Prisma, type PrismaClient } from "@/lib/db/generated/client";
import { makeCase } from "../../factories/cases";
import { makeCertificate } from "../../factories/certificates";
import { testDatabase } from "../../setup/database";
import { enrol, makeStage, type Stage } from "./stage";
import { tryStatement } from "./try-statement";

const { sql } = Prisma;

let client: PrismaClient;
let stage: Stage;

beforeAll(async () => {
  client = (await testDatabase()).client;
  stage = await makeStage(client);
});

describe("a case that goes back", () => {
  it.each([
    ["recommended", undefined, "certification_case_return_named"],
    ["hearing", "not_certified", "certification_case_return_named"],
    ["released", undefined, "certification_case_return_named"],
    ["changed", "not_certified", "certification_case_return_named"],
    // What was asked for with the decision needs nobody else.
    ["released", "repeat_requested", null],
  ] as const)(
    "from %s (%s), does so with somebody's name in plain SQL too",
    async (state, outcome, refused) => {
      const { enrolmentId } = await enrol(stage);
      const { id } = await makeCase(client, { enrolmentId, state, ...(outcome && { outcome }) });
      const back = sql`UPDATE certification_case SET state = 'collecting', round = round + 1 WHERE id = ${id}::uuid`;
      const named = (kind: string) => sql`
      INSERT INTO case_step (id, case_id, round, kind, taken_by_id, taken_at)
      VALUES (gen_random_uuid(), ${id}::uuid, 1, ${kind}::case_step_kind, ${stage.people.certifiers[0].id}::uuid, now())`;
      expect(await tryStatement(client, back)).toBe(refused);
      if (refused === null) return;
      const undecided = state === "recommended" || state === "hearing";
      if (!undecided) await makeCertificate(client, { caseId: id });
      expect(
        await tryStatement(client, back, named(undecided ? "sent_back" : "recertification_begun")),
      ).toBeNull();
      expect(await tryStatement(client, named(undecided ? "recertification_begun" : "sent_back"))).toBe(
        "case_step_due",
      );
      expect(await tryStatement(client, named("taken_up"))).toBe("case_step_due");
    },
  );
});
