import { randomUUID } from "node:crypto";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import { takeSignInLink } from "@/lib/auth/sign-in/rate-limit";
import type { PrismaClient } from "@/lib/db/generated/client";
import { inTransaction } from "@/lib/db/transaction";
import { testDatabase } from "../../setup/database";

let client: PrismaClient;
beforeAll(async () => {
  ({ client } = await testDatabase());
});
beforeEach(async () => {
  await client.rateLimit.deleteMany();
});

const fresh = () => `p-${randomUUID()}@odense.example`;
const take = async (email: string, from: string | null, demo = false) => {
  const taken = await inTransaction(client, (tx) => takeSignInLink(tx, email, from, demo));
  return taken.ok ? "sent" : taken.refusal.code;
};
const times = async (count: number, once: (index: number) => Promise<string>) => {
  const results: string[] = [];
  for (let index = 0; index < count; index++) results.push(await once(index));
  return results;
};

describe("links that are asked for", () => {
  it("are five an hour to an address, from wherever", async () => {
    const email = fresh();
    const results = await times(7, (index) => take(email, `10.0.0.${index + 1}`));
    expect(results).toEqual([
      ...Array(5).fill("sent"),
      "signIn.tooManyForAddress",
      "signIn.tooManyForAddress",
    ]);
    expect(await take(fresh(), "10.0.0.1")).toBe("sent");
  });

  it("are five of twenty asked for at once", async () => {
    const email = fresh();
    const results = await Promise.all(
      Array.from({ length: 20 }, (_, index) => take(email, `10.0.1.${index + 1}`)),
    );
    expect(results.filter((result) => result === "sent")).toHaveLength(5);
  });

  it("are twenty an hour from one client, whatever the addresses", async () => {
    const results = await times(22, () => take(fresh(), "10.0.2.1"));
    expect(results.filter((result) => result === "sent")).toHaveLength(20);
    expect(results.slice(20)).toEqual(Array(2).fill("signIn.tooManyFromHere"));
    expect(await take(fresh(), "10.0.2.2")).toBe("sent");
  });

  it("count an IPv6 subscriber once, however many addresses they use", async () => {
    const results = await times(21, (index) => take(fresh(), `2001:db8:1:2::${(index + 1).toString(16)}`));
    expect(results.at(-1)).toBe("signIn.tooManyFromHere");
  });

  it("can be asked for again after the hour", async () => {
    const email = fresh();
    await times(6, () => take(email, "10.0.3.1"));
    await client.rateLimit.updateMany({ data: { expire: Date.now() - 1 } });
    expect(await take(email, "10.0.3.1")).toBe("sent");
  });

  it("are not counted by client on the demo's own machine, which everybody there shares", async () => {
    const results = await times(25, () => take(fresh(), "127.0.0.1", true));
    expect(new Set(results)).toEqual(new Set(["sent"]));
    expect((await times(21, () => take(fresh(), "127.0.0.1"))).at(-1)).toBe("signIn.tooManyFromHere");
  });

  it("leave no address in the table", async () => {
    const email = fresh();
    await take(email, "10.0.4.1");
    const keys = (await client.rateLimit.findMany()).map((row) => row.key).join();
    expect(keys).not.toContain("odense");
    expect(keys).not.toContain("10.0.4.1");
  });
});
