import { beforeAll, describe, expect, it } from "vitest";
import {
  admitApplicationAction,
  answerApprovalAction,
  declineApplicationAction,
  takeUpApplicationAction,
  writeApplicationAction,
} from "@/lib/applications/actions";
import { anonymous } from "@/lib/auth/acting";
import type { PrismaClient } from "@/lib/db/generated/client";
import { actorOf } from "../../factories/sign-in";
import { call, word } from "../../policy/call";
import { testDatabase } from "../../setup/database";
import { makeStage } from "../enrolments/stage";
import { type Door, makeDoor } from "./door";

let client: PrismaClient;
let door: Door;

beforeAll(async () => {
  client = (await testDatabase()).client;
  door = await makeDoor(client);
}, 60_000);

describe("staff", () => {
  const decide = async (action: Parameters<typeof call>[1], applicationId: string, more = {}) => {
    const { version } = await client.application.findUniqueOrThrow({ where: { id: applicationId } });
    const actor = await actorOf(client, door.staff.id);
    return word(await call(client, action, actor, { applicationId, version: String(version), ...more }));
  };

  it("wait for the manager", async () => {
    const { application } = await door.submitted((await door.cohort()).id);
    expect(await decide(admitApplicationAction, application.id)).toBe("application.managerPending");
  });

  it("admit onto a seat with the affiliation as it is, a case, a mail and a trace", async () => {
    const cohort = await door.cohort();
    const { person, application, token } = await door.submitted(cohort.id);
    await call(client, answerApprovalAction, anonymous, { token, answer: "approve", comment: "" });
    expect(await decide(takeUpApplicationAction, application.id)).toBe("done");
    expect(await decide(admitApplicationAction, application.id)).toBe("done");
    const enrolment = await client.enrolment.findUniqueOrThrow({
      where: { applicationId: application.id },
      include: { seat: true, case: true },
    });
    expect(enrolment).toMatchObject({
      state: "reserved",
      personId: person.id,
      organisationName: "Solrød Prøvekommune",
      title: "Afdelingsleder",
      payerGln: "5790000000012",
      payerReference: "Udvikling 12",
      seat: { number: 1, cohortId: cohort.id },
      case: { state: "collecting" },
    });
    expect((await door.mailsTo(person.email)).at(-1)).toMatchObject({ template: "application-admitted" });
    const trail = await client.auditEvent.findMany({ where: { stream: `application:${application.id}` } });
    expect(trail.map((event) => event.action).slice(-2)).toEqual([
      "application.takenUp",
      "application.admitted",
    ]);
    expect(await decide(admitApplicationAction, application.id)).toBe("application.transition");
  });

  it("queue the 31st of 30 and tell the place; decline with a reason; see a conflict", async () => {
    const cohort = await door.cohort({ capacity: 1 });
    const first = await door.applicant(cohort.id);
    const second = await door.applicant(cohort.id);
    const third = await door.applicant(cohort.id);
    expect(await decide(admitApplicationAction, first.application.id)).toBe("done");
    expect(await decide(admitApplicationAction, second.application.id)).toBe("done");
    expect((await door.mailsTo(second.person.email)).at(-1)).toMatchObject({
      template: "application-waitlisted",
      params: { position: 1 },
    });
    expect(await decide(admitApplicationAction, second.application.id)).toBe("application.alreadyQueued");
    expect(await decide(declineApplicationAction, third.application.id, { reason: " " })).toBe(
      "invalid: reason required",
    );
    expect(await decide(declineApplicationAction, third.application.id, { reason: "Fordi" })).toBe("done");
    expect((await door.mailsTo(third.person.email)).at(-1)).toMatchObject({
      template: "application-declined",
      params: { reason: "Fordi" },
    });
    const stale = { version: "1" };
    expect(await decide(declineApplicationAction, second.application.id, { reason: "Fordi", ...stale })).toBe(
      "conflict",
    );
  });

  it("never decide their own application, nor one of another provider", async () => {
    const cohort = await door.cohort();
    const actor = await actorOf(client, door.staff.id);
    const solo = { managerName: "", managerEmail: "", payer: "self", payerGln: "" };
    expect(word(await call(client, writeApplicationAction, actor, door.whole(cohort.id, solo)))).toBe("done");
    const [own] = await door.applicationsOf(door.staff.id);
    expect(await decide(admitApplicationAction, own?.id ?? "")).toBe("application.own");
    const elsewhere = await makeStage(client);
    const { application } = await elsewhere.applicant((await elsewhere.cohort()).id);
    expect(await decide(admitApplicationAction, application.id)).toBe("notFound");
  });
});
