import "server-only";
import { personOf } from "@/lib/auth/acting";
import type { Work } from "@/lib/auth/work";
import type { CertificateRequestKind } from "@/lib/db/generated/enums";
import type { Predecessor } from "./write-certificate";

/** What is granted by the new certificate itself: each bears the name of today, and a renewal is what recertification was asked for. */
const grantedBy: Readonly<Record<Predecessor["succession"], readonly CertificateRequestKind[]>> = {
  correction: ["new_name"],
  renewal: ["new_name", "recertification"],
};

/**
 * Ends or hands over what was open on a certificate whose place another (`toId`) has taken: the holder's choice of who sees it holds for
 * the new one, what they asked for is granted by it or asked of it from now on, and whoever was told that the earlier one ends is not told
 * so again of a correction, which ends on the same day. No proposal to revoke and no suspension is open on it then (database).
 */
export async function handOver(work: Work, from: Predecessor, toId: string): Promise<void> {
  const { tx, now } = work;
  const open = { certificateId: from.id, answeredAt: null };
  const chosen = await tx.certificateSharing.findUnique({
    where: { certificateId: from.id },
    select: { visibility: true },
  });
  if (chosen)
    await tx.certificateSharing.create({
      data: { certificateId: toId, visibility: chosen.visibility, changedAt: now },
      select: { certificateId: true },
    });
  await tx.certificateRequest.updateMany({
    where: { ...open, kind: { in: [...grantedBy[from.succession]] } },
    data: { answeredById: personOf(work.acting), answeredAt: now, granted: true },
  });
  await tx.certificateRequest.updateMany({ where: open, data: { certificateId: toId } });
  if (from.succession === "renewal") return;
  const told = await tx.certificateWarning.findMany({
    where: { certificateId: from.id },
    select: { monthsBefore: true, sentAt: true },
  });
  await tx.certificateWarning.createMany({ data: told.map((each) => ({ certificateId: toId, ...each })) });
}
