import "server-only";
import type { Work } from "@/lib/auth/work";
import { dayOf } from "@/lib/core/dates";
import { insist, RefusalError } from "@/lib/core/decision";
import { hashOf } from "@/lib/core/hash";
import { recordedToday } from "../facts/recorded-today";
import { CERTIFICATE_ZONE } from "../rules/payload";
import { decideCorrecting, differencesOf } from "../rules/succession";
import type { CertificateFacts } from "./load-certificate";
import { writeCertificate } from "./write-certificate";

/**
 * Issues a certificate again with what is recorded today: the holder's new name, an error that was put right. It rests on the same
 * decision, ends when the earlier one did, and takes its place; that one stays and says so. `seenHash` is the hash of the differences
 * that the person was shown: where something else has changed since, it is refused as `conflict`. Returns the new one's id.
 */
export async function correctCertificate(
  work: Work,
  facts: CertificateFacts,
  seenHash: string,
): Promise<string> {
  const today = await recordedToday(work.tx, facts.caseId, work.now);
  const differences = differencesOf(facts.payload, today);
  insist(decideCorrecting(facts, differences, work.now));
  if (hashOf(differences) !== seenHash) throw new RefusalError({ code: "conflict" });
  const { publicId: _, serialNumber: before, validUntilOn: __, ...printed } = facts.payload;
  const { holder: name, ...recorded } = today;
  const corrected = await writeCertificate(work, {
    caseId: facts.caseId,
    decisionId: facts.decisionId,
    holderId: facts.holderId,
    content: {
      ...printed,
      format: "praksis.certificate/2",
      ...recorded,
      holder: { name },
      issuedOn: dayOf(work.now, CERTIFICATE_ZONE),
    },
    validUntil: facts.validUntil,
    predecessor: { id: facts.id, version: facts.version, succession: "correction" },
  });
  const { email, locale } = facts.holder;
  if (email)
    await work.mail({
      template: "certificate-replaced",
      to: { email, name, locale },
      params: {
        programme: today.programme.title,
        serialNumber: corrected.serialNumber,
        replacedSerialNumber: before,
        path: "/my/certificates",
        verifyPath: `/verify/${corrected.publicId}`,
      },
    });
  return corrected.id;
}
