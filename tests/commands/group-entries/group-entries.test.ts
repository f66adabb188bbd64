import { beforeAll, describe, expect, it } from "vitest";
import type { PrismaClient } from "@/lib/db/generated/client";
import {
  changeRowAction,
  nameForSeatAction,
  startEntryAction,
  submitEntryAction,
} from "@/lib/group-entries/actions";
import { makeApplication } from "../../factories/applications";
import { makeOrganisation } from "../../factories/organisations";
import { makePerson, makePersonInRole } from "../../factories/people";
import { actorOf } from "../../factories/sign-in";
import { call, word } from "../../policy/call";
import { freshDatabase } from "../../setup/database";
import { makeStage, type Stage } from "../enrolments/stage";

let client: PrismaClient;
let stage: Stage;
let coordinator: string;
let track: { id: string; name: string };

beforeAll(async () => {
  client = (await freshDatabase()).client;
  stage = await makeStage(client);
  coordinator = (await makePersonInRole(client, "coordinator", stage.municipality.id)).id;
  track = await client.track.findFirstOrThrow({
    where: { programmeVersionId: stage.programme.versionId },
    select: { id: true, name: true },
  });
}, 60_000);

const act = async (action: Parameters<typeof call>[1], values: Record<string, unknown>) =>
  word(await call(client, action, await actorOf(client, coordinator), values));

/** Twelve people, of whom the fifth has no address and the ninth a role that nobody knows. */
function file(): File {
  const lines = Array.from({ length: 12 }, (_, index) => {
    const email = index === 4 ? "" : `leder${index}@solroed.example`;
    return `Leder Nummer${index};${email};Afdelingsleder;${index === 8 ? "trommeslager" : "leder"};${track.name}`;
  });
  return new File([["Navn;E-mail;Stilling;Rolle;Spor", ...lines].join("\r\n")], "ledere.csv", {
    type: "text/csv",
  });
}

describe("applying for twelve people", () => {
  it("waits until the two bad rows are corrected, and then hands in all of them", async () => {
    const cohort = await stage.cohort({ capacity: 5 });
    const started = { cohortId: cohort.id, organisationId: stage.municipality.id, file: file() };
    expect(await act(startEntryAction, started)).toBe("done");
    const list = await client.groupEntry.findFirstOrThrow({
      where: { cohortId: cohort.id },
      include: { rows: { orderBy: { line: "asc" } } },
    });
    expect(list.rows).toHaveLength(12);
    const terms = {
      groupEntryId: list.id,
      motivation: "Vores nye indsats",
      payerGln: "",
      payerReference: "REK",
    };
    expect(await act(submitEntryAction, terms)).toBe("groupEntry.wrongRows");
    expect(await client.application.count({ where: { cohortId: cohort.id } })).toBe(0);
    for (const [index, change] of [
      [4, { email: "leder4@solroed.example" }],
      [8, { role: "Konsulent" }],
    ] as const) {
      const { id: rowId, groupEntryId, line: _, ...content } = list.rows[index] ?? { id: "" };
      const fixed = { groupEntryId: list.id, rowId, ...content, ...change };
      expect(await act(changeRowAction, fixed)).toBe("done");
    }
    expect(await act(submitEntryAction, terms)).toBe("done");
    const applications = await client.application.findMany({
      where: { cohortId: cohort.id },
      include: { person: { include: { affiliations: true } }, managerApproval: true },
    });
    expect(applications).toHaveLength(12);
    for (const application of applications) {
      expect(application).toMatchObject({
        state: "manager_approved",
        enteredById: coordinator,
        organisationId: stage.municipality.id,
        payerReference: "REK",
      });
      expect(application.managerApproval?.approved).toBe(true);
      expect(application.person.affiliations[0]?.organisationId).toBe(stage.municipality.id);
    }
    expect(await client.groupEntry.count()).toBe(0);
    expect(await client.outboxMail.count({ where: { template: "entered-by-organisation" } })).toBe(12);
  });

  it("is done for one's own organisation only", async () => {
    const cohort = await stage.cohort({ capacity: 5 });
    const { id: organisationId } = await makeOrganisation(client, { kind: "municipality" });
    expect(await act(startEntryAction, { cohortId: cohort.id, organisationId })).toBe("notFound");
  });
});

describe("naming somebody for a kept seat", () => {
  it("gives the seat at once, as long as one is free", async () => {
    const cohort = await stage.cohort({ capacity: 5 });
    const organisationId = stage.municipality.id;
    const { id: seatClassId } = await client.seatClass.create({
      data: { cohortId: cohort.id, organisationId },
    });
    await client.keptSeat.create({ data: { cohortId: cohort.id, number: 4, seatClassId } });
    const named = {
      seatClassId,
      name: "Ulla Udpeget",
      email: "udpeget@solroed.example",
      title: "Chef",
      role: "manager",
      trackId: track.id,
    };
    expect(await act(nameForSeatAction, named)).toBe("done");
    const seat = await client.seat.findFirstOrThrow({
      where: { cohortId: cohort.id },
      include: { enrolment: { include: { person: true } } },
    });
    expect([seat.number, seat.enrolment?.person.email]).toEqual([4, "udpeget@solroed.example"]);
    const second = { ...named, email: "nummer2@solroed.example" };
    expect(await act(nameForSeatAction, second)).toBe("groupEntry.noSeat");
  });

  it("tells an employer nothing of the applications of another's people", async () => {
    const cohort = await stage.cohort({ capacity: 5 });
    const { id: seatClassId } = await client.seatClass.create({
      data: { cohortId: cohort.id, organisationId: stage.municipality.id },
    });
    await client.keptSeat.create({ data: { cohortId: cohort.id, number: 4, seatClassId } });
    const other = await makeOrganisation(client, { kind: "municipality" });
    const name = async (organisationId: string | null) => {
      const person = await makePerson(client);
      await makeApplication(client, { cohortId: cohort.id, personId: person.id, organisationId });
      return act(nameForSeatAction, {
        seatClassId,
        name: person.name,
        email: person.email,
        title: "Chef",
        role: "manager",
        trackId: track.id,
      });
    };
    expect(await name(other.id)).toBe("groupEntry.row.elsewhere");
    expect(await name(stage.municipality.id)).toBe("groupEntry.row.alreadyIn");
  });
});
