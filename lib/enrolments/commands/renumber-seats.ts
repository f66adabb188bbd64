import "server-only";
import type { Work } from "@/lib/auth/work";
import { insist } from "@/lib/core/decision";
import { decideRenumbering } from "../rules/keeping";

/**
 * Gives the seats beyond `capacity` that are taken or kept lower numbers that are free; returns how many. Refused as
 * `cohort.capacityBelow` where there is no room. The caller holds the cohort's lock.
 */
export async function renumberSeats(work: Work, cohortId: string, capacity: number): Promise<number> {
  const where = { where: { cohortId }, select: { number: true } } as const;
  const taken = await work.tx.seat.findMany(where);
  const kept = await work.tx.keptSeat.findMany(where);
  const numbers = (seats: readonly { number: number }[]) => seats.map((seat) => seat.number);
  const moves = insist(decideRenumbering(capacity, numbers(taken), numbers(kept)));
  for (const [from, to] of moves) {
    await work.tx.keptSeat.updateMany({ where: { cohortId, number: from }, data: { number: to } });
    await work.tx.seat.updateMany({ where: { cohortId, number: from }, data: { number: to } });
  }
  return moves.size;
}
