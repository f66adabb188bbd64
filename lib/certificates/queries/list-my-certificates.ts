import "server-only";
import { type Acting, personOf } from "@/lib/auth/acting";
import { visibleCertificates } from "@/lib/auth/scope";
import { verifyUrl } from "@/lib/badges/rules/addresses";
import { settings } from "@/lib/core/env";
import { database } from "@/lib/db/client";
import type { CertificateRequestKind, CertificateVisibility, Locale } from "@/lib/db/generated/enums";
import { linkedInAddress } from "../rules/linked-in";
import { certificatePayloadSchema, textIn } from "../rules/payload";
import { DEFAULT_VISIBILITY, type DeclinedWish, declinedWishes } from "../rules/sharing";
import { type CertificateStanding, standingOf } from "../rules/standing";
import { type RecertificationStage, recertificationStage } from "../rules/succession";
import { successionOf, successionSelect } from "../rules/succession-rows";

/** A certificate of one's own. */
export type OwnCertificate = {
  readonly id: string;
  readonly publicId: string;
  readonly serialNumber: string;
  readonly standing: CertificateStanding;
  readonly programme: string;
  readonly certifyingBody: string;
  readonly issuedAt: Date;
  readonly validUntil: Date | null;
  /** Why it is revoked or suspended, as everybody reads it. */
  readonly publicReason: string | null;
  readonly visibility: CertificateVisibility;
  /** Where LinkedIn asks to add it. */
  readonly linkedIn: string;
  /** The name that is printed, and one's name today. */
  readonly printedName: string;
  readonly presentName: string;
  /** What one has asked for and nobody has answered. */
  readonly openRequests: readonly CertificateRequestKind[];
  /** What one asked for last and was declined, with the reason. */
  readonly declined: readonly DeclinedWish[];
  readonly recertification: RecertificationStage;
  /** The one that took its place. */
  readonly successor: { readonly serialNumber: string } | null;
};

/** One's own certificates, the newest first; titles in `locale`. */
export async function listMyCertificates(
  acting: Acting,
  locale: Locale,
  now: Date,
): Promise<OwnCertificate[]> {
  const rows = await database().certificate.findMany({
    where: { AND: [{ holderId: personOf(acting) }, visibleCertificates(acting)] },
    select: {
      id: true,
      publicId: true,
      serialNumber: true,
      state: true,
      payload: true,
      issuedAt: true,
      validUntil: true,
      holder: { select: { name: true } },
      sharing: { select: { visibility: true } },
      supersededBy: { select: { serialNumber: true } },
      revocations: { where: { confirmedAt: { not: null } }, select: { publicReason: true } },
      suspensions: { where: { reinstatedAt: null }, select: { publicReason: true } },
      decision: { select: { round: true } },
      case: {
        select: {
          ...successionSelect,
          steps: {
            where: { kind: "recertification_begun" },
            select: { takenAt: true },
            orderBy: { takenAt: "desc" },
            take: 1,
          },
        },
      },
      requests: {
        select: { kind: true, requestedAt: true, answeredAt: true, granted: true, answer: true },
      },
    },
    orderBy: { issuedAt: "desc" },
  });
  const { publicUrl } = settings();
  return rows.map(({ state, payload, revocations, suspensions, requests, sharing, holder, ...row }) => {
    const printed = certificatePayloadSchema.parse(payload);
    const { title } = textIn(printed.scheme.text, locale);
    const { supersededBy, decision, case: its, ...rest } = row;
    return {
      ...rest,
      standing: standingOf({ state, validUntil: row.validUntil }, now),
      programme: printed.programme.title,
      certifyingBody: printed.certifyingBody.shortName,
      publicReason: revocations[0]?.publicReason ?? suspensions[0]?.publicReason ?? null,
      visibility: sharing?.visibility ?? DEFAULT_VISIBILITY,
      linkedIn: linkedInAddress(printed, title, verifyUrl(publicUrl, row.publicId)),
      printedName: printed.holder.name,
      presentName: holder.name,
      openRequests: requests.filter(({ answeredAt }) => answeredAt === null).map(({ kind }) => kind),
      declined: declinedWishes(requests, its.steps[0]?.takenAt ?? null),
      recertification: recertificationStage(successionOf(its, decision.round)),
      successor: supersededBy,
    };
  });
}
