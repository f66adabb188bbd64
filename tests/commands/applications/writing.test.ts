import { beforeAll, describe, expect, it } from "vitest";
import { writeApplicationAction } from "@/lib/applications/actions";
import type { PrismaClient } from "@/lib/db/generated/client";
import { DAY_MS } from "../../factories/unique";
import { call, word } from "../../policy/call";
import { testDatabase } from "../../setup/database";
import { type Door, makeDoor } from "./door";

let client: PrismaClient;
let door: Door;

beforeAll(async () => {
  client = (await testDatabase()).client;
  door = await makeDoor(client);
}, 60_000);

describe("writing an application", () => {
  it("keeps a draft, goes on with it, and overwrites nothing that another tab has saved", async () => {
    const cohort = await door.cohort();
    const { person, actor } = await door.visitor();
    const draft = (version: number, motivation: string) =>
      call(client, writeApplicationAction, actor, {
        ...door.whole(cohort.id, {
          intent: "draft",
          version: String(version),
          motivation,
          payerGln: "579",
          confirmed: undefined,
        }),
      });
    expect(await draft(0, "Jeg")).toMatchObject({ kind: "done", reply: { data: { version: 1 } } });
    expect(await draft(1, "Jeg vil")).toMatchObject({ kind: "done", reply: { data: { version: 2 } } });
    expect(word(await draft(1, "Noget helt andet"))).toBe("conflict");
    expect(await door.applicationsOf(person.id)).toMatchObject([
      { state: "draft", motivation: "Jeg vil", payerGln: "579" },
    ]);
  });

  it("begins one draft however many tabs save their first words at once", async () => {
    const cohort = await door.cohort();
    const { person, actor } = await door.visitor();
    const first = door.whole(cohort.id, { intent: "draft", motivation: "Jeg" });
    const outcomes = await Promise.all(
      Array.from({ length: 4 }, () => call(client, writeApplicationAction, actor, first)),
    );
    expect(outcomes.map(word).sort()).toEqual(["conflict", "conflict", "conflict", "done"]);
    expect(await door.applicationsOf(person.id)).toHaveLength(1);
  });

  it("asks the manager, thanks the applicant, and leaves its traces", async () => {
    const cohort = await door.cohort();
    const { person, application } = await door.submitted(cohort.id);
    expect(application).toMatchObject({
      state: "manager_pending",
      payerGln: "5790000000012",
      payer: "organisation",
    });
    expect(application.submittedAt).not.toBeNull();
    const approval = application.managerApproval;
    expect(Number(approval?.expiresAt) - Number(approval?.askedAt)).toBe(14 * DAY_MS);
    expect(await door.mailsTo(person.email)).toMatchObject([{ template: "application-received" }]);
    const asked = (await door.mailsTo("mette@solroed.example")).at(-1);
    expect(asked).toMatchObject({
      template: "approval-asked",
      params: { approvalId: approval?.id, applicant: person.name, organisation: "Solrød Prøvekommune" },
    });
    expect(JSON.stringify(asked?.params)).not.toContain("høreapparat");
    const events = await client.auditEvent.findMany({ where: { stream: `application:${application.id}` } });
    expect(events.map((event) => event.action)).toEqual(["application.submitted", "approval.asked"]);
    expect(JSON.stringify(events.map((event) => event.detail))).not.toContain(person.name);
  });

  it("goes straight to staff where nobody has to approve", async () => {
    const cohort = await door.cohort();
    const { application } = await door.submitted(cohort.id, {
      managerName: "",
      managerEmail: "",
      payer: "self",
      payerGln: "",
    });
    expect(application).toMatchObject({ state: "submitted", payerGln: "", managerApproval: null });
  });

  it("is handed in once", async () => {
    const cohort = await door.cohort();
    const { person, actor } = await door.visitor();
    const key = crypto.randomUUID();
    const twice = await Promise.all(
      Array.from({ length: 5 }, () =>
        call(client, writeApplicationAction, actor, door.whole(cohort.id), key),
      ),
    );
    expect(new Set(twice.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
    expect(word(await call(client, writeApplicationAction, actor, door.whole(cohort.id)))).toBe(
      "application.alreadyOpen",
    );
    expect(await door.applicationsOf(person.id)).toHaveLength(1);
    expect(await door.mailsTo(person.email)).toHaveLength(1);
  });

  it("is refused, and nothing is kept, after the deadline and where the cohort is not open", async () => {
    const late = await door.cohort({ applicationDeadline: new Date(Date.now() - 1000) });
    const closed = await door.cohort({ state: "closed" });
    const draft = await door.cohort({ state: "draft" });
    const { person, actor } = await door.visitor();
    const tryAt = async (cohortId: string) =>
      word(await call(client, writeApplicationAction, actor, door.whole(cohortId)));
    expect(await tryAt(late.id)).toBe("cohort.deadlinePassed");
    expect(await tryAt(closed.id)).toBe("cohort.notOpen");
    expect(await tryAt(draft.id)).toBe("notFound");
    expect(await door.applicationsOf(person.id)).toEqual([]);
  });

  it("is refused where the applicant names themself as manager", async () => {
    const cohort = await door.cohort();
    const { person, actor } = await door.visitor();
    const values = door.whole(cohort.id, { managerEmail: person.email.toUpperCase() });
    expect(await call(client, writeApplicationAction, actor, values)).toMatchObject({
      kind: "refused",
      refusal: { code: "application.managerIsApplicant", field: "managerEmail" },
    });
  });

  it("never reaches a cohort under an agreement of somebody else's employer", async () => {
    const agreement = await client.agreement.create({
      data: {
        kind: "in_house",
        title: "Internt",
        providerId: door.provider.id,
        validFrom: new Date("2026-01-01"),
      },
    });
    const cohort = await door.cohort({ agreementId: agreement.id });
    const { actor } = await door.visitor();
    expect(word(await call(client, writeApplicationAction, actor, door.whole(cohort.id)))).toBe("notFound");
  });
});
