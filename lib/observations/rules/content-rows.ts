import type { Prisma } from "../../db/generated/client.ts";
import type { ObservationContent } from "./content.ts";

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
  ratings: { select: { criterionId: true, rating: true, evidence: true } },
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
  };
}
