import "server-only";
import { personOf } from "@/lib/auth/acting";
import type { Work } from "@/lib/auth/work";
import { insist, RefusalError, refuse } from "@/lib/core/decision";
import type { Transaction } from "@/lib/db/client";
import { handIn } from "@/lib/storage/hand-in";
import { decideAttachment, decideDetachment } from "../rules/attaching";
import type { ObservationFacts } from "./load-observation";

/** A file with what it shows, of one criterion or (null) of the whole observation. */
export type Attachment = {
  readonly criterionId: string | null;
  readonly caption: string;
  readonly file: File;
};

/**
 * Puts a photo or a file beside a draft. It is no part of the text that two devices write at once: the version of the draft stays as it
 * is, and nobody is asked about a conflict. Refused as `observation.frozen` once the draft is submitted.
 */
export async function attachFile(
  work: Work,
  observation: ObservationFacts,
  { criterionId, caption, file }: Attachment,
): Promise<void> {
  const { criteria } = observation.participation;
  insist(
    decideAttachment({ state: observation.state, files: observation.fileIds.length, criteria }, criterionId),
  );
  const fileId = await handIn(work, file, personOf(work.acting), "file");
  const { sha256 } = await work.tx.storedFile.findUniqueOrThrow({
    where: { id: fileId },
    select: { sha256: true },
  });
  await work.tx.observationFile.create({
    data: { observationId: observation.id, fileId, criterionId, caption, attachedAt: work.now },
  });
  await work.audit({
    stream: `observation:${observation.id}`,
    action: "observation.fileAttached",
    entity: "observation",
    entityId: observation.id,
    detail: { fileId, criterionId, sha256 },
  });
}

/** Takes a file from a draft. Where nothing else shows it, it is swept away within a day (lib/jobs/sweep-files.ts). */
export async function detachFile(work: Work, observation: ObservationFacts, fileId: string): Promise<void> {
  insist(decideDetachment(observation));
  const { count } = await work.tx.observationFile.deleteMany({
    where: { observationId: observation.id, fileId },
  });
  if (count === 0) throw new RefusalError(refuse("notFound").refusal);
  await work.audit({
    stream: `observation:${observation.id}`,
    action: "observation.fileDetached",
    entity: "observation",
    entityId: observation.id,
    detail: { fileId },
  });
}

/** Shows the files of observations beside the one that goes on from them: an amendment, or what a pair agreed on. */
export async function carryFiles(
  tx: Transaction,
  from: readonly string[],
  observationId: string,
): Promise<void> {
  const files = await tx.observationFile.findMany({ where: { observationId: { in: [...from] } } });
  await tx.observationFile.createMany({
    data: files.map((each) => ({ ...each, observationId })),
    skipDuplicates: true,
  });
}
