import { beforeAll, expect, it } from "vitest";
import { actingWith } from "@/lib/auth/acting";
import type { PrismaClient } from "@/lib/db/generated/client";
import { mergeOrganisationAction } from "@/lib/organisations/actions";
import { countReferences, organisationReferences } from "@/lib/organisations/facts/references";
import { listOrganisations } from "@/lib/organisations/queries/list-organisations";
import { makeApplication } from "../../factories/applications";
import { makeEnrolment } from "../../factories/enrolments";
import { makeOrganisation } from "../../factories/organisations";
import { grantRole, makeAffiliation, makePerson, makePersonInRole } from "../../factories/people";
import { actorOf } from "../../factories/sign-in";
import { call, word } from "../../policy/call";
import { testDatabase } from "../../setup/database";
import { makeStage, type Stage } from "../enrolments/stage";

let client: PrismaClient;
let stage: Stage;
let admin: string;

beforeAll(async () => {
  client = (await testDatabase()).client;
  stage = await makeStage(client);
  admin = (await makePersonInRole(client, "admin", stage.provider.id)).id;
}, 60_000);

const merge = async (organisationId: string, keptId: string) =>
  word(await call(client, mergeOrganisationAction, await actorOf(client, admin), { organisationId, keptId }));

it("moves everything that points to the one that goes, drops what both had, and finds by either name and id", async () => {
  const kept = stage.municipality;
  const gone = await makeOrganisation(client, { kind: "municipality", name: "Solrød Dublet" });
  const unnumbered = { where: { id: gone.id }, data: { registrationNumber: null } };
  await client.organisation.update(unnumbered);
  const cohort = await stage.cohort({ capacity: 5 });
  const both = await makePersonInRole(client, "coordinator", kept.id);
  await grantRole(client, both.id, "coordinator", gone.id);
  const only = await makePersonInRole(client, "coordinator", gone.id);
  const person = await makePerson(client);
  await makeAffiliation(client, { personId: person.id, organisationId: gone.id });
  await makeApplication(client, { cohortId: cohort.id, personId: person.id, organisationId: gone.id });
  await makeEnrolment(client, {
    cohortId: cohort.id,
    organisationId: gone.id,
    organisationName: "Solrød Dublet",
  });
  expect(await merge(gone.id, kept.id)).toBe("done");
  expect(await countReferences(client, gone.id)).toEqual({});
  expect(await client.roleGrant.count({ where: { personId: both.id } })).toBe(1);
  expect(await client.roleGrant.count({ where: { personId: only.id, organisationId: kept.id } })).toBe(1);
  const enrolment = await client.enrolment.findFirstOrThrow({ where: { cohortId: cohort.id } });
  expect([enrolment.organisationId, enrolment.organisationName]).toEqual([kept.id, "Solrød Dublet"]);
  const tombstone = await client.organisation.findUniqueOrThrow({ where: { id: gone.id } });
  expect(tombstone.mergedIntoId).toBe(kept.id);
  const acting = actingWith(await actorOf(client, admin), "organisation.manage");
  const found = acting && (await listOrganisations(acting, { search: "Solrød Dublet" }, 1, new Date()));
  expect(found?.rows.map((row) => row.id)).toEqual([kept.id]);
  expect(await merge(gone.id, kept.id)).toBe("organisation.mergedBefore");
  const events = await client.auditEvent.findMany({ where: { action: "organisation.merged" } });
  expect(events).toHaveLength(2);
});

it("is refused for whoever trains or certifies, for two bodies, and for one and the same", async () => {
  const other = await makeOrganisation(client, { kind: "municipality" });
  await client.organisation.update({ where: { id: other.id }, data: { registrationNumber: null } });
  expect(await merge(stage.provider.id, other.id)).toBe("organisation.mergeBound");
  expect(await merge(other.id, other.id)).toBe("organisation.mergeSame");
  await client.organisation.update({ where: { id: other.id }, data: { registrationNumber: "29189846" } });
  const third = await makeOrganisation(client, { kind: "municipality" });
  await client.organisation.update({ where: { id: third.id }, data: { registrationNumber: "16406899" } });
  expect(await merge(third.id, other.id)).toBe("organisation.mergeTwoBodies");
});

it("knows every column that names an organisation", async () => {
  const names = (await organisationReferences(client)).map(({ table, column }) => `${table}.${column}`);
  expect(names).toContain("enrolment.organisation_id");
  expect(names).toContain("invoice.buyer_organisation_id");
  expect(names).not.toContain("organisation_name.organisation_id");
  expect(names.length).toBeGreaterThan(15);
});
