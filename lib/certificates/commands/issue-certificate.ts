import "server-only";
import type { Work } from "@/lib/auth/work";
import { RefusalError } from "@/lib/core/decision";
import { validUntil } from "../rules/payload";
import { describeCertificate } from "./describe-certificate";
import { type Predecessor, writeCertificate } from "./write-certificate";

/** The certificate of an earlier round that still stands: recertification renews it. Refused where it is suspended, or proposed to be revoked. */
async function predecessorOf({ tx }: Work, caseId: string): Promise<Predecessor | null> {
  const current = await tx.certificate.findFirst({
    where: { caseId, state: { in: ["issued", "suspended"] } },
    select: {
      id: true,
      version: true,
      state: true,
      revocations: { where: { confirmedAt: null, withdrawnAt: null }, select: { id: true } },
    },
  });
  if (current?.state === "suspended") throw new RefusalError({ code: "certificate.suspendedNow" });
  if (current?.revocations.length) throw new RefusalError({ code: "certificate.revocationWaits" });
  return current && { id: current.id, version: current.version, succession: "renewal" };
}

/**
 * Issues the certificate of a case that was just released as certified (or changed to it on appeal), in that transaction,
 * and returns its id. After a recertification it takes the place of the one before. See `writeCertificate` for what is refused.
 */
export async function issueCertificate(work: Work, caseId: string): Promise<string> {
  const { decisionId, holder, validityMonths, content } = await describeCertificate(
    work.tx,
    caseId,
    work.now,
  );
  const predecessor = await predecessorOf(work, caseId);
  const issued = await writeCertificate(work, {
    caseId,
    decisionId,
    holderId: holder.id,
    content,
    validUntil: validUntil(work.now, validityMonths),
    predecessor,
  });
  if (holder.email) {
    await work.mail({
      template: "certificate-issued",
      to: { email: holder.email, name: holder.name, locale: holder.locale },
      params: {
        programme: content.programme.title,
        serialNumber: issued.serialNumber,
        path: "/my/certificates",
        verifyPath: `/verify/${issued.publicId}`,
      },
    });
  }
  return issued.id;
}
