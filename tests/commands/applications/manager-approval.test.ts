import { beforeAll, describe, expect, it } from "vitest";
import {
  answerApprovalAction,
  answerAsCoordinatorAction,
  askAgainAction,
  withdrawApplicationAction,
} from "@/lib/applications/actions";
import { anonymous } from "@/lib/auth/acting";
import { executeAction } from "@/lib/auth/execute-action";
import { signedToken } from "@/lib/core/signed-link";
import type { PrismaClient } from "@/lib/db/generated/client";
import { inTransaction } from "@/lib/db/transaction";
import { makePersonInRole } from "../../factories/people";
import { actorOf } from "../../factories/sign-in";
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

describe("the manager", () => {
  const answer = (token: string, value: "approve" | "decline", comment = "") =>
    call(client, answerApprovalAction, anonymous, { token, answer: value, comment });

  it("approves without an account, once, and the applicant is told", async () => {
    const cohort = await door.cohort();
    const { person, application, token } = await door.submitted(cohort.id);
    expect(word(await answer(token, "approve", "God idé"))).toBe("done");
    expect(word(await answer(token, "decline", "Alligevel ikke"))).toBe("approval.alreadyApproved");
    const [after] = await door.applicationsOf(person.id);
    expect(after).toMatchObject({
      state: "manager_approved",
      managerApproval: { approved: true, comment: "God idé" },
    });
    expect((await door.mailsTo(person.email)).at(-1)).toMatchObject({
      template: "approval-answered",
      params: { answer: "approved", comment: "God idé" },
    });
    const event = await client.auditEvent.findFirstOrThrow({
      where: { stream: `application:${application.id}`, action: "approval.approved" },
    });
    expect(event).toMatchObject({ actorId: null, actingRole: "anonymous" });
  });

  it("declines with a reason, and not without", async () => {
    const { person, token } = await door.submitted((await door.cohort()).id);
    expect(word(await answer(token, "decline"))).toBe("approval.reasonMissing");
    expect(word(await answer(token, "decline", "Ikke i år"))).toBe("done");
    expect(await door.applicationsOf(person.id)).toMatchObject([{ state: "manager_declined" }]);
  });

  it("is refused with a link that is expired, forged, or of an application that was withdrawn", async () => {
    const { actor, application, token } = await door.submitted((await door.cohort()).id);
    const later = await executeAction(answerApprovalAction.definition, {
      actor: anonymous,
      values: { token, answer: "approve", comment: "", idempotencyKey: crypto.randomUUID() },
      now: new Date(Date.now() + 14 * DAY_MS),
      transact: (work) => inTransaction(client, work),
    });
    expect(word(later)).toBe("approval.expired");
    expect(word(await answer(`${token}x`, "approve"))).toBe("notFound");
    expect(
      word(
        await answer(
          signedToken("visit", application.managerApproval?.id ?? "", process.env.PRAKSIS_SECRET ?? ""),
          "approve",
        ),
      ),
    ).toBe("notFound");
    await call(client, withdrawApplicationAction, actor, { applicationId: application.id });
    expect(word(await answer(token, "approve"))).toBe("approval.withdrawn");
  });

  it("is replaced by another, and the first one's link stops working", async () => {
    const { person, actor, application, token } = await door.submitted((await door.cohort()).id);
    const again = {
      applicationId: application.id,
      managerName: "Ny Leder",
      managerEmail: "ny@solroed.example",
    };
    expect(word(await call(client, askAgainAction, actor, { ...again, managerEmail: person.email }))).toBe(
      "application.managerIsApplicant",
    );
    expect(word(await call(client, askAgainAction, actor, again))).toBe("done");
    expect(word(await answer(token, "approve"))).toBe("notFound");
    const [after] = await door.applicationsOf(person.id);
    const fresh = signedToken("approval", after?.managerApproval?.id ?? "", process.env.PRAKSIS_SECRET ?? "");
    expect(word(await answer(fresh, "approve"))).toBe("done");
  });

  it("is asked ten times a day at most: it is no way to write to strangers", async () => {
    const { actor, application } = await door.submitted((await door.cohort()).id);
    const ask = async (time: number) =>
      word(
        await call(client, askAgainAction, actor, {
          applicationId: application.id,
          managerName: "Ny Leder",
          managerEmail: `stranger-${time}@solroed.example`,
        }),
      );
    for (let time = 2; time <= 10; time++) expect(await ask(time)).toBe("done");
    expect(await ask(11)).toBe("approval.askedOften");
    expect(await door.mailsTo("stranger-11@solroed.example")).toEqual([]);
    // What was refused changed nothing: the last one asked can still answer.
    expect(await door.applicationsOf(actor.personId ?? "")).toMatchObject([
      { managerEmail: "stranger-10@solroed.example", managerApproval: { answeredAt: null } },
    ]);
  });

  it("can be stood in for by the organisation's coordinator, not by another's", async () => {
    const { person, application } = await door.submitted((await door.cohort()).id);
    const own = await makePersonInRole(client, "coordinator", door.municipality.id);
    const other = await makePersonInRole(client, "coordinator", door.provider.id);
    const values = { applicationId: application.id, answer: "approve", comment: "" };
    const as = async (id: string) =>
      word(await call(client, answerAsCoordinatorAction, await actorOf(client, id), values));
    expect(await as(other.id)).toBe("notFound");
    expect(await as(own.id)).toBe("done");
    expect(await door.applicationsOf(person.id)).toMatchObject([{ state: "manager_approved" }]);
  });
});
