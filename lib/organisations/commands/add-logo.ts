import "server-only";
import type { Work } from "@/lib/auth/work";
import { insist, RefusalError } from "@/lib/core/decision";
import { sha256 } from "@/lib/core/hash";
import { typeset } from "@/lib/pdf/typeset";
import { decideLogo } from "../rules/logo";

/** Sets the picture once, so that nobody learns only at the first certificate that it cannot be. */
function insistReadable(bytes: Uint8Array, now: Date): void {
  const file = "/logos/new.png";
  try {
    typeset("logo", { locale: "da", title: "Logo", author: "", file }, now, new Map([[file, bytes]]));
  } catch {
    throw new RefusalError({ code: "organisation.logoNotPng", field: "logo" });
  }
}

/** Gives an organisation a logo from now on. What was issued before keeps the one that it names by its hash. */
export async function addLogo(work: Work, organisationId: string, bytes: Uint8Array): Promise<void> {
  const size = insist(decideLogo(bytes));
  insistReadable(bytes, work.now);
  const hash = sha256(bytes);
  await work.tx.organisationLogo.create({
    data: { organisationId, sha256: hash, bytes: new Uint8Array(bytes), ...size, addedAt: work.now },
    select: { id: true },
  });
  await work.audit({
    stream: `organisation:${organisationId}`,
    action: "organisation.logoAdded",
    entity: "organisation",
    entityId: organisationId,
    detail: { sha256: hash },
  });
}
