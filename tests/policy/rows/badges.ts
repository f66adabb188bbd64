import { asSystem } from "@/lib/auth/system";
import { reserveBadge } from "@/lib/badges/commands/reserve-badge";
import { getAchievement } from "@/lib/badges/queries/get-achievement";
import { getBadge } from "@/lib/badges/queries/get-badge";
import { getInclusion } from "@/lib/badges/queries/get-inclusion";
import { getIssuer } from "@/lib/badges/queries/get-issuer";
import { getStatusList } from "@/lib/badges/queries/get-status-list";
import { listMerkleRoots } from "@/lib/badges/queries/list-merkle-roots";
import { database } from "@/lib/db/client";
import type { World } from "../../factories/world";
import { everybody } from "../actors";
import type { QueryRow } from "../row";

/** The own side's certificate with its status bits, as issuing leaves it. */
async function reserved({ own }: World): Promise<{ listId: string }> {
  const { id } = own.certified.certificate;
  await asSystem(database(), new Date(), (work) => reserveBadge(work, id));
  return database().statusListEntry.findFirstOrThrow({
    where: { certificateId: id },
    select: { listId: true },
  });
}

// Everything here is made to be checked by strangers: who has an unguessable id may ask, whoever they are.
const publicly = { permission: "certificate.verify", allowed: everybody } as const;

export const queryRows: readonly QueryRow[] = [
  {
    ...publicly,
    query: "badges/queries/get-badge",
    call: (acting, { own }) => getBadge(acting, own.certified.certificate.publicId, "vc_jwt", new Date()),
  },
  {
    ...publicly,
    query: "badges/queries/get-inclusion",
    call: (acting, { own }) => getInclusion(acting, own.certified.certificate.publicId),
  },
  {
    ...publicly,
    query: "badges/queries/get-status-list",
    call: async (acting, world) => getStatusList(acting, (await reserved(world)).listId),
  },
  {
    ...publicly,
    query: "badges/queries/get-issuer",
    call: async (acting, world) => {
      await reserved(world);
      return getIssuer(acting, world.own.body.id, new Date());
    },
  },
  {
    ...publicly,
    query: "badges/queries/get-achievement",
    call: (acting, { own }) => getAchievement(acting, own.framework.versionId, "da", new Date()),
  },
  {
    ...publicly,
    query: "badges/queries/list-merkle-roots",
    call: (acting) => listMerkleRoots(acting, 1),
  },
];
