import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { isId } from "@/lib/core/ids";
import { database } from "@/lib/db/client";
import type { StatusPurpose } from "@/lib/db/generated/enums";
import { statesThatSet } from "../rules/status-list";

/** A status list as the certificates' states make it now. */
export type StatusListNow = {
  readonly id: string;
  readonly purpose: StatusPurpose;
  readonly issuer: { readonly organisationId: string; readonly ownsHost: boolean };
  /** The positions of the bits that are set, ascending. */
  readonly set: readonly number[];
};

/** The list with this id; null where there is none. Anybody may ask: it shows bits, and neither whose nor how many are given out. */
export async function getStatusList(_acting: Acting, id: string): Promise<StatusListNow | null> {
  if (!isId(id)) return null;
  const list = await database().statusList.findUnique({
    where: { id },
    select: { id: true, purpose: true, issuer: { select: { organisationId: true, ownsHost: true } } },
  });
  if (!list) return null;
  const entries = await database().statusListEntry.findMany({
    where: { listId: id, certificate: { state: { in: [...statesThatSet[list.purpose]] } } },
    select: { position: true },
    orderBy: { position: "asc" },
  });
  return { ...list, set: entries.map(({ position }) => position) };
}
