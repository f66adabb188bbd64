import "server-only";
import type { Work } from "@/lib/auth/work";

/** Gives a certificate the holder's choice for the one whose place it takes: nobody is listed or hidden anew without being asked. */
export async function inheritSharing({ tx, now }: Work, fromId: string, toId: string): Promise<void> {
  const chosen = await tx.certificateSharing.findUnique({
    where: { certificateId: fromId },
    select: { visibility: true },
  });
  if (!chosen) return;
  await tx.certificateSharing.create({
    data: { certificateId: toId, visibility: chosen.visibility, changedAt: now },
    select: { certificateId: true },
  });
}
