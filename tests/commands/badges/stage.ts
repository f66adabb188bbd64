import { type Acting, actingWith, anonymous } from "@/lib/auth/acting";
import { asSystem } from "@/lib/auth/system";
import { reserveBadge } from "@/lib/badges/commands/reserve-badge";
import type { PrismaClient } from "@/lib/db/generated/client";
import type { CertificateState } from "@/lib/db/generated/enums";
import { makeCase } from "../../factories/cases";
import {
  makeCertificate,
  makeRevocation,
  makeSuspension,
  replaceCertificate,
} from "../../factories/certificates";
import { enrol, type Stage } from "../certification/stage";

/** Whoever is not signed in, checking a certificate. */
export const stranger: Acting = (() => {
  const acting = actingWith(anonymous, "certificate.verify");
  if (!acting) throw new Error("anybody may check a certificate");
  return acting;
})();

/** A certificate of somebody on the stage. */
export async function certify(
  stage: Stage,
  options: { readonly name?: string; readonly issuedAt?: Date; readonly validUntil?: Date } = {},
) {
  const { enrolmentId } = await enrol(stage, options.name);
  const { id: caseId } = await makeCase(stage.client, { enrolmentId, state: "released" });
  const { name: _, ...dates } = options;
  return makeCertificate(stage.client, { caseId, ...dates });
}

/** Stores what will be signed of a certificate, as issuing does. */
export function reserve(client: PrismaClient, certificateId: string): Promise<void> {
  return asSystem(client, new Date(), (work) => reserveBadge(work, certificateId));
}

/** Moves a certificate to a state, as the certifying body does. */
export async function moveTo(client: PrismaClient, id: string, state: CertificateState): Promise<void> {
  if (state === "revoked") await makeRevocation(client, { certificateId: id, confirmed: true });
  if (state === "suspended") await makeSuspension(client, { certificateId: id });
  if (state === "superseded") await replaceCertificate(client, id);
  if (state === "issued") {
    const open = await client.certificateSuspension.findFirstOrThrow({
      where: { certificateId: id, reinstatedAt: null },
    });
    await client.certificateSuspension.update({
      where: { id: open.id },
      data: { reinstatedById: open.suspendedById, reinstatedAt: new Date() },
    });
    await client.certificate.update({ where: { id }, data: { state } });
  }
}
