import { beforeAll, describe, expect, it } from "vitest";
import { type Actor, actingWith, anonymous } from "@/lib/auth/acting";
import type { PrismaClient } from "@/lib/db/generated/client";
import { wordStatementAction } from "@/lib/statements/actions";
import { getStatement } from "@/lib/statements/queries/get-statement";
import { listWordings } from "@/lib/statements/queries/list-wordings";
import { makeOrganisation } from "../../factories/organisations";
import { grantRole, makePerson } from "../../factories/people";
import { actorOf } from "../../factories/sign-in";
import { call, word } from "../../policy/call";
import { testDatabase } from "../../setup/database";

let client: PrismaClient;
let admin: Actor;
beforeAll(async () => {
  ({ client } = await testDatabase());
  const { id } = await makePerson(client);
  await grantRole(client, id, "admin", (await makeOrganisation(client, { kind: "provider" })).id);
  admin = await actorOf(client, id);
});

const wording = { name: "accessibility", locale: "da", number: "0", lead: "Kort.", body: "## Status\nGod." };
const write = async (changes: Partial<typeof wording> = {}) =>
  word(await call(client, wordStatementAction, admin, { ...wording, ...changes }));
const anybody = () => {
  const acting = actingWith(anonymous, "catalogue.view");
  if (!acting) throw new Error("anybody may look at the catalogue");
  return acting;
};

describe("the wording of a statement", () => {
  it("is the one that comes with Praksis until an administrator writes one, language by language", async () => {
    const before = await getStatement(anybody(), "accessibility", "da");
    expect(before).toMatchObject({ number: 0, wordedAt: null });
    expect(before.body).toContain("## Hvor langt vi er");
    expect(await write()).toBe("done");
    expect(await getStatement(anybody(), "accessibility", "da")).toMatchObject({ number: 1, lead: "Kort." });
    expect(await getStatement(anybody(), "accessibility", "sv")).toMatchObject({ number: 0 });
    expect(await getStatement(anybody(), "privacy", "da")).toMatchObject({ number: 0 });
  });

  it("is not written over by whoever read an earlier one", async () => {
    expect(await write()).toBe("conflict");
    expect(await write({ number: "1", lead: "Igen." })).toBe("done");
    const acting = actingWith(admin, "installation.manage");
    if (!acting) throw new Error("an administrator manages");
    expect(await listWordings(acting)).toMatchObject([{ name: "accessibility", locale: "da", number: 2 }]);
  });

  it("is never changed, not even past the application", async () => {
    await expect(client.statementWording.updateMany({ data: { lead: "Andet" } })).rejects.toThrow();
    await expect(client.statementWording.deleteMany({})).rejects.toThrow();
    expect(await client.statementWording.count()).toBe(2);
  });

  it("needs headings", async () => {
    expect(await write({ number: "2", body: "Kun tekst." })).toBe("statement.noHeading");
  });
});
