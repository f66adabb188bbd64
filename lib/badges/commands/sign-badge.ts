import "server-only";
import type { Work } from "@/lib/auth/work";
import { settings } from "@/lib/core/env";
import { hashOf, sha256 } from "@/lib/core/hash";
import type { BadgeFormat } from "@/lib/db/generated/enums";
import { type Signed, signDataIntegrity } from "@/lib/signing/sign-data-integrity";
import { signVcJwt } from "@/lib/signing/sign-vc-jwt";
import type { JsonObject } from "../rules/json-ld";
import { registeredClaims } from "../rules/vc-jwt";
import { reserveBadge } from "./reserve-badge";

function sign(unsigned: JsonObject, format: BadgeFormat, now: Date): Promise<Signed> {
  if (format === "vc_jwt") return signVcJwt(unsigned, settings().publicUrl);
  return signDataIntegrity(unsigned, String(registeredClaims(unsigned).iss), now);
}

/**
 * The credential of a certificate, signed in a format: the bytes that were handed out the first time. Only that first time signs, with
 * the certificate's row locked; what is signed was stored before. Throws where that no longer matches its hash.
 */
export async function signBadge(work: Work, certificateId: string, format: BadgeFormat): Promise<string> {
  const { tx, now } = work;
  const known = () =>
    tx.badgeProof.findUnique({
      where: { certificateId_format: { certificateId, format } },
      select: { content: true },
    });
  const before = await known();
  if (before) return before.content;
  await reserveBadge(work, certificateId); // holds the certificate's row from here on
  const meanwhile = await known();
  if (meanwhile) return meanwhile.content;
  const { unsigned, unsignedHash, certificate } = await tx.badgeCredential.findUniqueOrThrow({
    where: { certificateId },
    select: { unsigned: true, unsignedHash: true, certificate: { select: { caseId: true } } },
  });
  if (hashOf(unsigned) !== unsignedHash) throw new Error("the credential does not match its hash");
  const { content, keyThumbprint } = await sign(unsigned as JsonObject, format, now);
  const hash = sha256(content);
  await tx.badgeProof.create({
    data: { certificateId, format, content, sha256: hash, keyThumbprint, signedAt: now },
    select: { format: true },
  });
  await work.audit({
    stream: `case:${certificate.caseId}`,
    action: "badge.signed",
    entity: "certificate",
    entityId: certificateId,
    detail: { format, sha256: hash, keyThumbprint },
  });
  return content;
}
