import "server-only";
import { randomInt } from "node:crypto";
import type { Work } from "@/lib/auth/work";
import type { StatusPurpose } from "@/lib/db/generated/enums";
import type { StatusBit } from "../rules/credential";
import { STATUS_BIT_ATTEMPTS, STATUS_LIST_BITS } from "../rules/status-list";

/** A place in a list, from 0, that nobody can foresee. */
export type PickPosition = () => number;

const randomPosition: PickPosition = () => randomInt(STATUS_LIST_BITS);

/** The issuer's newest list for a purpose; the next one where `after` names it as full. */
async function listFor(
  { tx, now }: Work,
  issuerId: string,
  purpose: StatusPurpose,
  after: number,
): Promise<{ id: string; number: number }> {
  const newest = () =>
    tx.statusList.findFirst({
      where: { issuerId, purpose, number: { gt: after } },
      orderBy: { number: "desc" },
      select: { id: true, number: true },
    });
  const list = await newest();
  if (list) return list;
  // Whoever opens the same list at the same time waits here for the other, and then reads what it wrote.
  await tx.$executeRaw`
    INSERT INTO status_list (id, issuer_id, purpose, number, created_at)
    VALUES (gen_random_uuid(), ${issuerId}::uuid, ${purpose}::status_purpose, ${after + 1}, ${now}::timestamptz)
    ON CONFLICT (issuer_id, purpose, number) DO NOTHING`;
  const opened = await newest();
  if (!opened) throw new Error("a status list was opened and is not there");
  return opened;
}

/**
 * Gives a certificate its bit in one of the issuer's lists, at random. A place that is taken (constraint; whoever is about to take it is
 * waited for) is passed over; after eight taken ones in a row the next list is begun. Throws where the certificate has one already.
 */
export async function claimStatusBit(
  work: Work,
  entry: { readonly certificateId: string; readonly issuerId: string; readonly purpose: StatusPurpose },
  pick: PickPosition = randomPosition,
): Promise<StatusBit> {
  const { certificateId, issuerId, purpose } = entry;
  let full = 0;
  for (;;) {
    const list = await listFor(work, issuerId, purpose, full);
    for (let attempt = 0; attempt < STATUS_BIT_ATTEMPTS; attempt++) {
      const position = pick();
      const taken = await work.tx.$executeRaw`
        INSERT INTO status_list_entry (list_id, position, purpose, certificate_id)
        VALUES (${list.id}::uuid, ${position}, ${purpose}::status_purpose, ${certificateId}::uuid)
        ON CONFLICT (list_id, position) DO NOTHING`;
      if (taken === 1) return { listId: list.id, position };
    }
    full = list.number;
  }
}
