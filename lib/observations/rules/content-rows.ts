import type { Prisma } from "../../db/generated/client.ts";
import type { AttachedFile, ObservationContent } from "./content.ts";

/** What of an attached file the content is read from. */
export const attachedSelect = {
  criterionId: true,
  caption: true,
  file: { select: { sha256: true } },
} as const satisfies Prisma.ObservationFileSelect;

/** What of a rating, or of the draft of one, an observation is read from. */
export const noteSelect = {
  criterionId: true,
  rating: true,
  evidence: true,
} as const satisfies Prisma.CriterionRatingSelect & Prisma.RatingDraftSelect;

type AttachedRow = Prisma.ObservationFileGetPayload<{ select: typeof attachedSelect }>;

/** Attached files as the content has them, from their rows. */
export function attachedOfRows(rows: readonly AttachedRow[]): AttachedFile[] {
  return rows.map(({ criterionId, caption, file }) => ({ criterionId, caption, sha256: file.sha256 }));
}

/** What of a submitted observation its content is read from: to be spread into a `select`. */
export const contentSelect = {
  enrolmentId: true,
  assessorId: true,
  organisationId: true,
  observedOn: true,
  situation: true,
  seen: true,
  interpreted: true,
  amendsId: true,
  ratings: { select: noteSelect },
  files: { select: attachedSelect },
} as const satisfies Prisma.ObservationSelect;

export type ContentRow = Prisma.ObservationGetPayload<{ select: typeof contentSelect }>;

/** What a submitted observation says, from its row: what `contentHash` was made of then, if nothing was changed since. */
export function contentOfRow(row: ContentRow): ObservationContent {
  const { enrolmentId, assessorId, organisationId, situation, seen, interpreted, amendsId, ratings } = row;
  const observedOn = row.observedOn.toISOString().slice(0, 10);
  return {
    enrolmentId,
    assessorId,
    organisationId,
    observedOn,
    situation,
    seen,
    interpreted,
    amendsId,
    ratings,
    files: attachedOfRows(row.files),
  };
}
