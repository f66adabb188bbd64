import { beforeAll, describe, expect, it } from "vitest";
import { asSystem } from "@/lib/auth/system";
import { claimIssuer } from "@/lib/badges/commands/claim-issuer";
import { claimStatusBit } from "@/lib/badges/commands/claim-status-bit";
import { reserveBadge } from "@/lib/badges/commands/reserve-badge";
import { STATUS_LIST_BITS } from "@/lib/badges/rules/status-list";
import { connect } from "@/lib/db/client";
import type { PrismaClient } from "@/lib/db/generated/client";
import { testDatabase } from "../../setup/database";
import { makeStage, type Stage } from "../certification/stage";
import { certify, reserve } from "./stage";

let client: PrismaClient;
let url: string;
let stage: Stage;

beforeAll(async () => {
  ({ client, url } = await testDatabase());
  stage = await makeStage(client);
});

const certificates = async (count: number, on = stage) => {
  const ids: string[] = [];
  for (let n = 0; n < count; n++) ids.push((await certify(on)).id);
  return ids;
};
const entries = (ids: string[]) =>
  client.statusListEntry.findMany({ where: { certificateId: { in: ids } }, include: { list: true } });

describe("status bits", () => {
  it("are unique when many are given out at once, by two instances, each certificate asked for twice", async () => {
    const ids = await certificates(16);
    const second = connect(url, 5);
    try {
      await Promise.all([...ids, ...ids].map((id, n) => reserve(n % 2 ? client : second, id)));
    } finally {
      await second.$disconnect();
    }
    const given = await entries(ids);
    expect(given).toHaveLength(32);
    expect(new Set(given.map(({ listId, position }) => `${listId}#${position}`)).size).toBe(32);
    expect(new Set(given.map(({ list }) => `${list.purpose} ${list.number}`))).toEqual(
      new Set(["revocation 1", "suspension 1"]),
    );
    expect(await client.badgeCredential.count({ where: { certificateId: { in: ids } } })).toBe(16);
    expect(await client.badgeIssuer.count()).toBe(1);
  });

  it("do not follow the order of issue", async () => {
    const ids = await certificates(8);
    for (const id of ids) await reserve(client, id);
    const given = await client.statusListEntry.findMany({
      where: { certificateId: { in: ids }, purpose: "revocation" },
      orderBy: { certificateId: "asc" },
    });
    const positions = given.map(({ position }) => position);
    // Eight numbers in ascending or descending order by chance: twice in 40,320 times, and next to each other never.
    const gaps = positions.slice(1).map((position, n) => Math.abs(position - (positions[n] ?? 0)));
    expect(Math.max(...gaps)).toBeGreaterThan(100);
    expect(positions.every((position) => position >= 0 && position < STATUS_LIST_BITS)).toBe(true);
  });

  it("pass over taken places, wait for whoever is taking one, and begin the next list when one seems full", async () => {
    const other = await makeStage(client);
    const ids = await certificates(7, other);
    const issuerId = other.body.id;
    /** Only three places, always in the same order: the fourth certificate finds none. */
    const picking = () => {
      let n = 0;
      return () => n++ % 3;
    };
    const bits = await Promise.all(
      ids.map((certificateId) =>
        asSystem(client, new Date(), async (work) => {
          await claimIssuer(work, issuerId);
          return claimStatusBit(work, { certificateId, issuerId, purpose: "revocation" }, picking());
        }),
      ),
    );
    expect(new Set(bits.map(({ listId, position }) => `${listId}#${position}`)).size).toBe(7);
    const lists = await client.statusList.findMany({ where: { issuerId }, orderBy: { number: "asc" } });
    expect(lists.map(({ number }) => number)).toEqual([1, 2, 3]);
    const used = lists.map(({ id }) => bits.filter(({ listId }) => listId === id).length);
    expect(used).toEqual([3, 3, 1]);
  });

  it("are refused by the database where the code would give one twice (control)", async () => {
    const [first = "", second = ""] = await certificates(2);
    await reserve(client, first);
    const taken = await client.statusListEntry.findFirstOrThrow({ where: { certificateId: first } });
    const again = (certificateId: string, position: number) =>
      client.statusListEntry.create({ data: { ...taken, certificateId, position } });
    await expect(again(second, taken.position)).rejects.toThrow("Unique constraint");
    await expect(again(first, (taken.position + 1) % STATUS_LIST_BITS)).rejects.toThrow("Unique constraint");
    await expect(again(second, STATUS_LIST_BITS)).rejects.toThrow("status_list_entry_position");
    await expect(again(second, -1)).rejects.toThrow("status_list_entry_position");
  });

  it("are both there before a credential is stored (control)", async () => {
    const [id = ""] = await certificates(1);
    const credential = {
      certificateId: id,
      issuerId: stage.body.id,
      frameworkVersionId: stage.framework.versionId,
      unsigned: { id: "x" },
      unsignedHash: "0".repeat(64),
      reservedAt: new Date(),
    };
    await expect(client.badgeCredential.create({ data: credential })).rejects.toThrow(
      "badge_credential_complete",
    );
  });

  it("go back when the transaction that issues does", async () => {
    const [id = ""] = await certificates(1);
    const failing = asSystem(client, new Date(), async (work) => {
      await reserveBadge(work, id);
      throw new Error("something later fails");
    });
    await expect(failing).rejects.toThrow("something later fails");
    expect(await entries([id])).toEqual([]);
    expect(await client.badgeCredential.count({ where: { certificateId: id } })).toBe(0);
  });
});

describe("of two bodies that issue first at once", () => {
  it("one has the host's DID, and the other one of its own", async () => {
    const bodies = [await makeStage(client), await makeStage(client)];
    const before = await client.badgeIssuer.count({ where: { ownsHost: true } });
    await Promise.all(
      bodies.flatMap(({ body }) =>
        Array.from({ length: 3 }, () => asSystem(client, new Date(), (work) => claimIssuer(work, body.id))),
      ),
    );
    expect(await client.badgeIssuer.count({ where: { ownsHost: true } })).toBe(Math.max(1, before));
    expect(
      await client.badgeIssuer.count({
        where: { organisationId: { in: bodies.map(({ body }) => body.id) } },
      }),
    ).toBe(2);
    const [one] = bodies;
    await expect(
      client.$executeRaw`INSERT INTO badge_issuer VALUES (${one?.provider.id}::uuid, true, now())`,
    ).rejects.toThrow("badge_issuer_one_host");
  });
});
