import { beforeAll, describe, expect, it } from "vitest";
import { actingWith } from "@/lib/auth/acting";
import {
  acceptRepresentationAction,
  answerHearingAction,
  appointRepresentativeAction,
  decideCaseAction,
  decideComplaintAction,
  endRepresentationAction,
  fileComplaintAction,
} from "@/lib/certification/actions";
import { getCaseFile } from "@/lib/certification/queries/get-case-file";
import { violatedConstraint } from "@/lib/db/error-mapping";
import type { PrismaClient } from "@/lib/db/generated/client";
import { makeCase } from "../../factories/cases";
import { makeObservation } from "../../factories/observations";
import { makePerson, makePersonInRole } from "../../factories/people";
import { actorOf } from "../../factories/sign-in";
import { word } from "../../policy/call";
import { testDatabase } from "../../setup/database";
import { act, enrol, makeStage, type Stage } from "./stage";
import { stepsOn } from "./steps";

let client: PrismaClient;
let stage: Stage;

beforeAll(async () => {
  client = (await testDatabase()).client;
  stage = await makeStage(client);
}, 60_000);

async function caseIn(state: "hearing" | "decided" | "released") {
  const { enrolmentId, person } = await enrol(stage);
  const its = await makeCase(client, { enrolmentId, state, outcome: "not_certified" });
  return { caseId: its.id, person, enrolmentId };
}

/** What the database says to a statement: the constraint it breaks, or that it was written. */
async function said(statement: Promise<unknown>): Promise<string> {
  return statement.then(
    () => "written",
    (error: unknown) => violatedConstraint(error) ?? String(error),
  );
}

describe("a representative", () => {
  it("is asked, accepts, reads and is heard for the participant, and is out again at once", async () => {
    const { caseId, person } = await caseIn("hearing");
    const friend = await makePerson(client);
    const asked = { caseId, name: friend.name, email: friend.email.toUpperCase() };
    expect(word(await act(client, person, appointRepresentativeAction, asked))).toBe("done");
    expect(word(await act(client, person, appointRepresentativeAction, asked))).toBe(
      "case.representativeThere",
    );
    const { id } = await client.caseRepresentative.findFirstOrThrow({ where: { caseId } });
    const mails = await client.outboxMail.findMany({ where: { toEmail: friend.email } });
    expect(mails.map((mail) => mail.template)).toEqual(["representative-appointed"]);

    const read = async () => {
      const acting = actingWith(await actorOf(client, friend.id), "my.view");
      return acting && getCaseFile(acting, caseId, "da", new Date());
    };
    expect(await read(), "not before they have accepted").toBeNull();
    const statement = { caseId, statement: "Vi ser det anderledes." };
    expect(word(await act(client, friend, answerHearingAction, statement))).toBe("notFound");
    expect(
      word(await act(client, await makePerson(client), acceptRepresentationAction, { representationId: id })),
    ).toBe("notFound");
    expect(word(await act(client, friend, acceptRepresentationAction, { representationId: id }))).toBe(
      "done",
    );
    expect((await read())?.its.id).toBe(caseId);
    expect(word(await act(client, friend, answerHearingAction, statement))).toBe("done");
    const hearing = await client.caseHearing.findFirstOrThrow({ where: { caseId } });
    expect(hearing.statementById).toBe(friend.id);

    expect(word(await act(client, person, endRepresentationAction, { representationId: id }))).toBe("done");
    expect(await read()).toBeNull();
    const complaint = { caseId, about: "delay", text: "Det tog for lang tid." };
    expect(word(await act(client, friend, fileComplaintAction, complaint))).toBe("notFound");
    expect(
      await said(client.$executeRaw`
        INSERT INTO case_complaint (id, case_id, about, text, filed_by_id, filed_at)
        VALUES (gen_random_uuid(), ${caseId}::uuid, 'delay', 'x', ${friend.id}::uuid, now())`),
    ).toBe("case_written_by_party");
  });

  it("is neither the participant nor anybody who works on the case", async () => {
    const { caseId, person } = await caseIn("hearing");
    const self = { caseId, name: "Mig", email: person.email };
    expect(word(await act(client, person, appointRepresentativeAction, self))).toBe(
      "case.representativeSelf",
    );
    const [certifier] = stage.people.certifiers;
    const { name, email } = await client.person.findUniqueOrThrow({ where: { id: certifier.id } });
    expect(
      word(await act(client, person, appointRepresentativeAction, { caseId, name, email: email ?? "" })),
    ).toBe("done");
    const { id } = await client.caseRepresentative.findFirstOrThrow({ where: { caseId } });
    expect(word(await act(client, certifier, acceptRepresentationAction, { representationId: id }))).toBe(
      "case.representativeInvolved",
    );
    expect(
      await said(client.$executeRaw`
        UPDATE case_representative SET person_id = ${certifier.id}::uuid, accepted_at = now() WHERE id = ${id}::uuid`),
    ).toBe("case_representative_apart");
    const stranger = await makePerson(client);
    expect(
      await said(client.$executeRaw`
        UPDATE case_representative SET person_id = ${stranger.id}::uuid, accepted_at = now() WHERE id = ${id}::uuid`),
    ).toBe("case_representative_apart");
  });
});

describe("a complaint about the handling", () => {
  it("is answered once, by somebody who took no part before", async () => {
    const { caseId, person, enrolmentId } = await caseIn("released");
    const complaint = { caseId, about: "conduct", text: "Tonen var forkert." };
    expect(word(await act(client, person, fileComplaintAction, complaint))).toBe("done");
    expect(word(await act(client, person, fileComplaintAction, complaint))).toBe("case.complaintOpen");
    const { deciderId } = await client.caseDecision.findFirstOrThrow({ where: { caseId } });
    const observer = await makePersonInRole(client, "certifier", stage.body.id);
    await makeObservation(client, { enrolmentId, assessorId: observer.id, state: "draft" });
    const { releasedById } = await client.certificationCase.findUniqueOrThrow({ where: { id: caseId } });
    const answer = { caseId, verdict: "founded", reasons: "Du har ret." };
    for (const [id, code] of [
      [deciderId, "case.barred.involved"],
      [releasedById ?? "", "case.barred.involved"],
      [observer.id, "case.barred.observed"],
    ] as const) {
      expect(word(await act(client, { id }, decideComplaintAction, answer))).toBe(code);
      expect(
        await said(client.$executeRaw`
          UPDATE case_complaint SET state = 'founded', reasons = 'x', decided_by_id = ${id}::uuid, decided_at = now()
          WHERE case_id = ${caseId}::uuid`),
      ).toBe("case_complaint_separated");
    }
    const independent = await makePersonInRole(client, "certifier", stage.body.id);
    expect(word(await act(client, independent, decideComplaintAction, answer))).toBe("done");
    expect(word(await act(client, independent, decideComplaintAction, answer))).toBe(
      "case.complaintAnswered",
    );
    expect(
      await said(client.$executeRaw`UPDATE case_complaint SET reasons = 'y' WHERE case_id = ${caseId}::uuid`),
    ).toBe("case_record_written_once");
    const mails = await client.outboxMail.findMany({ where: { toEmail: person.email } });
    expect(mails.map((mail) => mail.template).sort()).toEqual(["complaint-answered", "complaint-received"]);
  });
});

describe("the whole case as a file", () => {
  it("tells nothing of a decision before its release", async () => {
    const decided = await caseIn("decided");
    const released = await caseIn("released");
    const fileOf = async ({ caseId, person }: { caseId: string; person: { id: string } }) => {
      const acting = actingWith(await actorOf(client, person.id), "my.view");
      return acting && getCaseFile(acting, caseId, "da", new Date());
    };
    const before = await fileOf(decided);
    expect(before).toMatchObject({
      recommendations: [],
      exceptions: [],
      its: { state: "assessed", decisions: [] },
    });
    expect(JSON.stringify(before)).not.toContain("not_certified");
    const after = await fileOf(released);
    expect(after).toMatchObject({ recommendations: [{ outcome: "not_certified" }] });
    expect(await fileOf({ caseId: released.caseId, person: decided.person }), "of somebody else").toBeNull();
  });
});

describe("an observation that was changed past the application", () => {
  it("stops recommendation and decision, until it is as it was", async () => {
    const steps = stepsOn(stage);
    const { caseId, enrolmentId } = await steps.toRecommended();
    const { id, seen } = await client.observation.findFirstOrThrow({ where: { enrolmentId } });
    const rewrite = (text: string) =>
      client.$transaction(async (tx) => {
        await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
        await tx.$executeRaw`UPDATE observation SET seen = ${text} WHERE id = ${id}::uuid`;
      });
    await rewrite(`${seen} Alt lykkedes.`);
    const decision = { outcome: "certified", reasonMain: "Set." };
    expect(await steps.step(stage.people.certifiers[1], decideCaseAction, caseId, decision)).toBe(
      "case.evidenceAltered",
    );
    await rewrite(seen);
    expect(await steps.step(stage.people.certifiers[1], decideCaseAction, caseId, decision)).toBe("done");
  });
});
