import { beforeAll, describe, expect, it } from "vitest";
import { withdrawApplicationAction } from "@/lib/applications/actions";
import { withdrawFromCohort } from "@/lib/applications/commands/withdraw-from-cohort";
import { executeAction } from "@/lib/auth/execute-action";
import type { PrismaClient } from "@/lib/db/generated/client";
import { inTransaction } from "@/lib/db/transaction";
import {
  acceptOfferAction,
  advanceEntryAction,
  completeEnrolmentAction,
  leaveCohortAction,
  pauseEnrolmentAction,
  refuseOfferAction,
  withdrawEnrolmentAction,
} from "@/lib/enrolments/actions";
import { beginEnrolments, cancelEnrolments } from "@/lib/enrolments/commands/follow-cohort";
import { offerFreeSeats } from "@/lib/enrolments/commands/offer-free-seats";
import { expireAllOffers } from "@/lib/jobs/expire-offers";
import { makeEnrolment } from "../../factories/enrolments";
import { actorOf } from "../../factories/sign-in";
import { HOUR_MS } from "../../factories/unique";
import { call, word } from "../../policy/call";
import { testDatabase } from "../../setup/database";
import { admit, doing, makeStage, type Stage, standing } from "./stage";

let client: PrismaClient;
let stage: Stage;

beforeAll(async () => {
  client = (await testDatabase()).client;
  stage = await makeStage(client);
}, 60_000);

type Applicant = Awaited<ReturnType<Stage["applicant"]>>;

/** A cohort of `capacity` seats to which so many more are admitted; everybody in the order of admission. */
async function crowded(capacity: number, more: number) {
  const cohort = await stage.cohort({ capacity });
  const people: Applicant[] = [];
  for (let index = 0; index < capacity + more; index++) {
    const applicant = await stage.applicant(cohort.id);
    people.push(applicant);
    await doing(client, stage.staffActing, (work) => admit(work, applicant.application.id));
  }
  return { cohort, ids: people.map((each) => each.person.id), people };
}

const enrolmentOf = (cohortId: string, personId: string) =>
  client.enrolment.findFirstOrThrow({ where: { cohortId, personId } });
const entryOf = (cohortId: string, personId: string) =>
  client.waitlistEntry.findFirstOrThrow({ where: { cohortId, application: { personId } } });
const lastMail = (email: string) =>
  client.outboxMail.findFirst({ where: { toEmail: email }, orderBy: { createdAt: "desc" } });

async function leave(cohortId: string, personId: string) {
  const { id } = await enrolmentOf(cohortId, personId);
  return word(
    await call(client, leaveCohortAction, await actorOf(client, personId), { enrolmentId: id, reason: "" }),
  );
}

async function answer(
  action: typeof acceptOfferAction,
  cohortId: string,
  personId: string,
  now = new Date(),
) {
  const { id } = await entryOf(cohortId, personId);
  return word(
    await executeAction(action.definition, {
      actor: await actorOf(client, personId),
      values: { entryId: id, idempotencyKey: crypto.randomUUID() },
      now,
      transact: (work) => inTransaction(client, work),
    }),
  );
}

describe("a freed seat", () => {
  it("is offered to the first in the queue by mail, held, and taken", async () => {
    const { cohort, ids, people } = await crowded(2, 3);
    const [one = "", two = "", three = "", four = "", five = ""] = ids;
    expect(await leave(cohort.id, one)).toBe("done");
    expect(await standing(client, cohort.id)).toMatchObject({
      enrolled: [two],
      offered: [three],
      waiting: [four, five],
    });
    const entry = await entryOf(cohort.id, three);
    expect(Number(entry.offerExpiresAt) - Number(entry.offeredAt)).toBe(72 * HOUR_MS);
    expect(await lastMail(people[2]?.person.email ?? "")).toMatchObject({
      template: "waitlist-offer",
      params: { path: `/my/offers/${entry.id}` },
    });
    expect(await answer(acceptOfferAction, cohort.id, four)).toBe("offer.notOffered");
    expect(await answer(acceptOfferAction, cohort.id, three)).toBe("done");
    expect(await answer(acceptOfferAction, cohort.id, three)).toBe("offer.alreadyAccepted");
    const enrolment = await client.enrolment.findFirstOrThrow({
      where: { cohortId: cohort.id, personId: three },
      include: { seat: true, case: true, application: true },
    });
    expect(enrolment).toMatchObject({
      seat: { number: 1 },
      case: { state: "collecting" },
      application: { state: "admitted" },
    });
  });

  it("goes on to the next when it is refused, and when it expires", async () => {
    const { cohort, ids } = await crowded(1, 3);
    const [one = "", two = "", three = "", four = ""] = ids;
    await leave(cohort.id, one);
    expect(await answer(refuseOfferAction, cohort.id, two)).toBe("done");
    expect(await standing(client, cohort.id)).toMatchObject({
      enrolled: [],
      offered: [three],
      waiting: [four],
    });
    const late = new Date(Date.now() + 72 * HOUR_MS);
    expect(await answer(acceptOfferAction, cohort.id, three, late)).toBe("offer.expired");
    await expireAllOffers(client, late);
    expect(await standing(client, cohort.id)).toMatchObject({ enrolled: [], offered: [four], waiting: [] });
    expect((await expireAllOffers(client, late)).ended).toBe(0);
    const ended = await client.application.findMany({
      where: { cohortId: cohort.id, personId: { in: [two, three] } },
      include: { waitlistEntry: true },
      orderBy: { waitlistEntry: { position: "asc" } },
    });
    expect(ended).toMatchObject([
      { state: "withdrawn", waitlistEntry: { state: "refused" } },
      { state: "withdrawn", waitlistEntry: { state: "expired" } },
    ]);
    const trail = await client.auditEvent.findMany({
      where: { stream: `cohort:${cohort.id}`, actingRole: "system" },
    });
    expect(trail.map((event) => event.action)).toEqual(["waitlist.expired", "waitlist.offered"]);
  });

  it("never goes to a newcomer while somebody waits", async () => {
    const { cohort, ids } = await crowded(1, 1);
    await leave(cohort.id, ids[0] ?? "");
    const newcomer = await stage.applicant(cohort.id);
    await doing(client, stage.staffActing, (work) => admit(work, newcomer.application.id));
    expect(await standing(client, cohort.id)).toMatchObject({
      offered: [ids[1]],
      waiting: [newcomer.person.id],
    });
  });

  it("is taken or expires, never both, when the answer and the job come at once", async () => {
    const { cohort, ids } = await crowded(1, 2);
    const [one = "", two = "", three = ""] = ids;
    await leave(cohort.id, one);
    const last = new Date(Number((await entryOf(cohort.id, two)).offerExpiresAt) - 1);
    const over = new Date(last.getTime() + 1);
    const [answered] = await Promise.all([
      answer(acceptOfferAction, cohort.id, two, last),
      expireAllOffers(client, over),
    ]);
    const after = await standing(client, cohort.id);
    expect(after.seats).toHaveLength(1);
    expect([...after.enrolled, ...after.offered]).toEqual([answered === "done" ? two : three]);
  });

  it("comes from more capacity too, and each goes to the next in turn", async () => {
    const { cohort, ids } = await crowded(1, 3);
    await doing(client, stage.staffActing, async (work) => {
      await work.tx.cohort.update({ where: { id: cohort.id }, data: { capacity: 3 } });
      expect(await offerFreeSeats(work, cohort.id)).toBe(2);
    });
    expect(await standing(client, cohort.id)).toMatchObject({ offered: [ids[1], ids[2]], waiting: [ids[3]] });
  });

  it("comes from an offer whose holder withdraws the application", async () => {
    const { cohort, ids, people } = await crowded(1, 2);
    const [one = "", two = "", three = ""] = ids;
    await leave(cohort.id, one);
    const withdrawn = await call(client, withdrawApplicationAction, await actorOf(client, two), {
      applicationId: people[1]?.application.id,
    });
    expect(word(withdrawn)).toBe("done");
    expect(await standing(client, cohort.id)).toMatchObject({ offered: [three], waiting: [] });
    expect(await entryOf(cohort.id, two)).toMatchObject({ state: "withdrawn" });
  });
});

describe("the order", () => {
  it("is changed by staff with a reason that is kept", async () => {
    const { cohort, ids } = await crowded(1, 3);
    const [one = "", two = "", , four = ""] = ids;
    const entry = await entryOf(cohort.id, four);
    const actor = await actorOf(client, stage.staff.id);
    const values = { entryId: entry.id, version: String(entry.version), reason: "Fejl hos os" };
    expect(word(await call(client, advanceEntryAction, actor, { ...values, reason: "" }))).toBe(
      "invalid: reason required",
    );
    expect(word(await call(client, advanceEntryAction, actor, values))).toBe("done");
    await leave(cohort.id, one);
    expect(await standing(client, cohort.id)).toMatchObject({ offered: [four] });
    expect(await entryOf(cohort.id, four)).toMatchObject({
      position: 3,
      advanceReason: "Fejl hos os",
      advancedById: stage.staff.id,
    });
    expect(await entryOf(cohort.id, two)).toMatchObject({ state: "waiting" });
  });
});

describe("an enrolment", () => {
  const seen = async (id: string) => {
    const { version } = await client.enrolment.findUniqueOrThrow({ where: { id } });
    return { enrolmentId: id, version: String(version) };
  };

  it("pauses, comes back, and ends; its seat is kept", async () => {
    const cohort = await stage.cohort({ state: "running" });
    const { id } = await makeEnrolment(client, { cohortId: cohort.id });
    const actor = await actorOf(client, stage.staff.id);
    const act = async (action: Parameters<typeof call>[1], more = {}) =>
      word(await call(client, action, actor, { ...(await seen(id)), ...more }));
    expect(await act(pauseEnrolmentAction)).toBe("done");
    expect(await act(withdrawEnrolmentAction, { reason: "Andet" })).toBe("enrolment.pausedFirst");
    expect(await act(pauseEnrolmentAction)).toBe("done");
    expect(await act(completeEnrolmentAction, { outcome: "not_completed", reason: "" })).toBe(
      "enrolment.reasonMissing",
    );
    expect(await act(completeEnrolmentAction, { outcome: "completed", reason: "" })).toBe("done");
    expect(await act(withdrawEnrolmentAction, { reason: "Andet" })).toBe("enrolment.over");
    const after = await client.enrolment.findUniqueOrThrow({ where: { id }, include: { seat: true } });
    expect(after).toMatchObject({ state: "completed", seat: { number: 1 } });
    expect(after.endedAt).not.toBeNull();
  });

  it("is left by its own person only, and once", async () => {
    const { cohort, ids } = await crowded(2, 0);
    const [one = "", two = ""] = ids;
    const { id } = await enrolmentOf(cohort.id, one);
    const stranger = await actorOf(client, two);
    expect(word(await call(client, leaveCohortAction, stranger, { enrolmentId: id, reason: "" }))).toBe(
      "notFound",
    );
    expect(await leave(cohort.id, one)).toBe("done");
    expect(await leave(cohort.id, one)).toBe("enrolment.over");
  });
});

describe("a cohort that begins", () => {
  it("makes reserved seats active and closes the queue, offers included", async () => {
    const { cohort, ids, people } = await crowded(2, 2);
    const [one = "", two = "", three = "", four = ""] = ids;
    await leave(cohort.id, one);
    await doing(client, stage.staffActing, async (work) => {
      expect(await beginEnrolments(work, cohort.id)).toBe(1);
    });
    const after = await standing(client, cohort.id);
    expect(after).toMatchObject({ enrolled: [two], offered: [], waiting: [] });
    expect(after.seats).toHaveLength(1);
    const declined = await client.application.findMany({
      where: { cohortId: cohort.id, personId: { in: [three, four] } },
    });
    expect(declined.map((application) => application.state)).toEqual(["declined", "declined"]);
    expect(await lastMail(people[3]?.person.email ?? "")).toMatchObject({ template: "application-declined" });
  });

  it("that is cancelled gives back every seat and place", async () => {
    const { cohort } = await crowded(2, 1);
    await stage.applicant(cohort.id);
    await doing(client, stage.staffActing, async (work) => {
      expect(await cancelEnrolments(work, cohort.id, "For få tilmeldte")).toBe(2);
      expect(await withdrawFromCohort(work, cohort.id)).toBe(1);
    });
    expect(await standing(client, cohort.id)).toMatchObject({
      enrolled: [],
      offered: [],
      waiting: [],
      seats: [],
    });
  });
});
