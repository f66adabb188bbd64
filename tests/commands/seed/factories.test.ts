import { describe, expect, it } from "vitest";
import { rolesOf } from "@/lib/auth/acting";
import { makeApplication, makeWaitlistEntry } from "../../factories/applications";
import { makeEnrolment } from "../../factories/enrolments";
import { actorOf } from "../../factories/sign-in";
import { makeWorld, type Side } from "../../factories/world";
import { testDatabase } from "../../setup/database";

const roleOf: Record<"facilitator" | "staff" | "assessor" | "certifier" | "coordinator" | "admin", string[]> =
  {
    facilitator: ["person", "facilitator"],
    staff: ["person", "staff"],
    assessor: ["person", "assessor"],
    certifier: ["person", "certifier"],
    coordinator: ["person", "coordinator"],
    admin: ["person", "admin"],
  };

describe("the world of the generated tests", () => {
  it("has two sides with a person in each role, and everything that can happen between them", async () => {
    const { client } = await testDatabase();
    const world = await makeWorld(client);
    for (const side of [world.own, world.foreign] satisfies Side[]) {
      for (const [role, roles] of Object.entries(roleOf)) {
        const person = side.people[role as keyof typeof roleOf];
        expect(rolesOf(await actorOf(client, person.id))).toEqual(roles);
      }
      expect(rolesOf(await actorOf(client, side.people.participant.id))).toEqual(["person", "participant"]);
      for (const [state, made] of Object.entries(side.cases)) expect(made.case.state).toBe(state);
      for (const [state, made] of Object.entries(side.observed)) expect(made.observation.state).toBe(state);
    }
    expect(rolesOf(await actorOf(client, world.stranger.id))).toEqual(["person"]);
    const ids = new Set([world.own.provider.id, world.foreign.provider.id, world.own.body.id]);
    expect(ids.size).toBe(3);
  });

  it("gives seats only to who holds one, and frees them again", async () => {
    const { client } = await testDatabase();
    const { own } = await makeWorld(client);
    const cohortId = own.cohorts.open.id;
    const before = await client.seat.count({ where: { cohortId } });
    await makeEnrolment(client, { cohortId });
    await makeEnrolment(client, { cohortId, participantRole: "guest" });
    await makeEnrolment(client, { cohortId, state: "withdrawn" });
    const application = await makeApplication(client, { cohortId, state: "under_review" });
    await client.application.update({ where: { id: application.id }, data: { state: "waitlisted" } });
    await makeWaitlistEntry(client, { applicationId: application.id, state: "expired" });
    expect(await client.seat.count({ where: { cohortId } })).toBe(before + 1);
  });
});
