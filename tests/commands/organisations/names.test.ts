import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, actingWith } from "@/lib/auth/acting";
import { correctCertificateAction } from "@/lib/certificates/actions";
import { recordedToday } from "@/lib/certificates/facts/recorded-today";
import { getPublicCertificate } from "@/lib/certificates/queries/get-public-certificate";
import { certificatePayloadSchema } from "@/lib/certificates/rules/payload";
import { differencesOf } from "@/lib/certificates/rules/succession";
import { hashOf } from "@/lib/core/hash";
import type { PrismaClient } from "@/lib/db/generated/client";
import {
  addOrganisationNameAction,
  createOrganisationAction,
  updateOrganisationNumbersAction,
} from "@/lib/organisations/actions";
import { listOrganisations } from "@/lib/organisations/queries/list-organisations";
import { makeOrganisation } from "../../factories/organisations";
import { grantRole, makePerson } from "../../factories/people";
import { actorOf } from "../../factories/sign-in";
import { call, word } from "../../policy/call";
import { testDatabase } from "../../setup/database";
import { certify, stranger } from "../badges/stage";
import { makeStage } from "../certification/stage";

let client: PrismaClient;
let admin: Actor;
beforeAll(async () => {
  ({ client } = await testDatabase());
  const { id } = await makePerson(client);
  await grantRole(client, id, "admin", (await makeOrganisation(client, { kind: "provider" })).id);
  admin = await actorOf(client, id);
});

const names = [{ name: "Center for Offentlig Innovation", shortName: "COI", validFrom: "2014-02-01" }];
const rename = async (organisationId: string, changes: Record<string, string> = {}) =>
  word(
    await call(client, addOrganisationNameAction, admin, {
      organisationId,
      name: "Center for Offentlig-Privat Innovation",
      shortName: "CO-PI",
      validFrom: "2021-07-01",
      ...changes,
    }),
  );
const namesOf = (organisationId: string) =>
  client.organisationName.findMany({
    where: { organisationId },
    select: { shortName: true, validFrom: true, validTo: true },
    orderBy: { validFrom: "asc" },
  });
const day = (text: string) => new Date(`${text}T00:00:00Z`);

describe("a new name", () => {
  it("begins where the one before ends, and overwrites nothing", async () => {
    const { id } = await makeOrganisation(client, { names });
    expect(await rename(id)).toBe("done");
    expect(await namesOf(id)).toEqual([
      { shortName: "COI", validFrom: day("2014-02-01"), validTo: day("2021-07-01") },
      { shortName: "CO-PI", validFrom: day("2021-07-01"), validTo: null },
    ]);
  });

  it("does not reach back behind the latest one", async () => {
    const { id } = await makeOrganisation(client, { names });
    expect(await rename(id, { validFrom: "2014-02-01" })).toBe("organisation.nameBeforeLast");
    expect(await rename(id, { validFrom: "2010-01-01" })).toBe("organisation.nameBeforeLast");
    expect(await namesOf(id)).toHaveLength(1);
  });

  it("given twice at once is given once", async () => {
    const { id } = await makeOrganisation(client, { names });
    const outcomes = await Promise.all([rename(id), rename(id)]);
    expect(outcomes.sort()).toEqual(["done", "organisation.nameBeforeLast"]);
    expect(await namesOf(id)).toHaveLength(2);
  });

  it("leaves the organisation to be found by the old one", async () => {
    const { id } = await makeOrganisation(client, {
      names: [{ name: "Gammelnavn Kommune", shortName: "GN", validFrom: "2000-01-01" }],
    });
    await rename(id, { name: "Nytnavn Kommune", shortName: "NN" });
    const acting = actingWith(admin, "organisation.manage");
    if (!acting) throw new Error("no admin");
    const { rows } = await listOrganisations(acting, { search: "gammelnavn" }, 1, new Date());
    expect(rows).toMatchObject([{ id, name: "Nytnavn Kommune", formerNames: ["Gammelnavn Kommune"] }]);
  });
});

it("organisations are listed by the name of today, as Danes order letters", async () => {
  const mark = "Alfabetets";
  const called = (...names: string[]) =>
    makeOrganisation(client, {
      names: names.map((name, index) => ({
        name: `${mark} ${name}`,
        shortName: name,
        validFrom: `200${index}-01-01`,
        ...(index < names.length - 1 && { validTo: `200${index + 1}-01-01` }),
      })),
    });
  await called("Aadal");
  await called("Østre");
  await called("Bæltet", "Årup");
  await called("Ågård", "Alster");
  await called("Ælme");
  const acting = actingWith(admin, "organisation.manage");
  if (!acting) throw new Error("no admin");
  const { rows, total } = await listOrganisations(acting, { search: mark }, 1, new Date());
  expect(rows.map(({ shortName }) => shortName)).toEqual(["Alster", "Ælme", "Østre", "Aadal", "Årup"]);
  expect(total).toBe(5);
});

describe("the new name of a body that certifies", () => {
  it("stands beside what is printed on its certificates, and on what it issues from then on", async () => {
    const stage = await makeStage(client);
    const certificate = await certify(stage);
    const today = new Date().toISOString().slice(0, 10);
    const renamed = { name: "Nationalt Center for Innovation", shortName: "NCI" };
    expect(await rename(stage.body.id, { ...renamed, validFrom: today })).toBe("done");
    const bodyOn = async (publicId: string) =>
      (await getPublicCertificate(stranger, publicId, new Date()))?.certifyingBody;
    const printed = { name: "Det certificerende organ", shortName: "Organ", now: renamed };
    expect(await bodyOn(certificate.publicId)).toEqual(printed);

    const differences = differencesOf(
      certificatePayloadSchema.parse(certificate.payload),
      await recordedToday(client, certificate.caseId, new Date()),
    );
    expect(differences).toContainEqual({
      field: "certifyingBody",
      before: printed.name,
      after: renamed.name,
    });
    const again = { certificateId: certificate.id, seen: hashOf(differences) };
    const certifier = await actorOf(client, stage.people.certifiers[0].id);
    expect(word(await call(client, correctCertificateAction, certifier, again))).toBe("done");
    const { publicId } = await client.certificate.findFirstOrThrow({
      where: { supersedesId: certificate.id },
    });
    expect(await bodyOn(publicId)).toEqual({ ...renamed, now: null });
    expect(await bodyOn(certificate.publicId)).toEqual(printed);
  });
});

describe("an organisation's numbers", () => {
  const create = async (changes: Record<string, string>) =>
    word(
      await call(client, createOrganisationAction, admin, {
        kind: "municipality",
        country: "DK",
        registrationNumber: "",
        gln: "",
        name: "Prøve Kommune",
        shortName: "Prøve",
        validFrom: "2007-01-01",
        ...changes,
      }),
    );

  it("are checked by the register of the country", async () => {
    expect(await create({ registrationNumber: "13 58 56 27" })).toContain("cvr");
    expect(await create({ country: "SE", registrationNumber: "202100-5488" })).toContain("orgnr");
    expect(await create({ gln: "5798009811579" })).toContain("gln");
    expect(await create({ registrationNumber: "13 58 56 28", gln: "5798 0098 11578" })).toBe("done");
    expect(await create({ registrationNumber: "13585628" })).toBe("organisation.numberTaken");
  });

  it("can be left out and written later", async () => {
    const { id } = await makeOrganisation(client, { registrationNumber: null });
    const input = { organisationId: id, country: "SE", registrationNumber: "202100-5489", gln: "" };
    expect(word(await call(client, updateOrganisationNumbersAction, admin, input))).toBe("done");
    expect(await client.organisation.findUniqueOrThrow({ where: { id } })).toMatchObject({
      country: "SE",
      registrationNumber: "2021005489",
      gln: null,
    });
  });
});
