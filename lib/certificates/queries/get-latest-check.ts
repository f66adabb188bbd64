import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleCertificates } from "@/lib/auth/scope";
import { database } from "@/lib/db/client";
import type { CheckVerdict } from "@/lib/db/generated/enums";

const FINDINGS_SHOWN = 200;

/** What was found, and of which certificate; without one where it concerns all: a gap in the numbers, a root. */
export type ShownFinding = {
  readonly position: number;
  readonly what: string;
  readonly verdict: CheckVerdict;
  readonly detail: string;
  readonly certificate: { readonly id: string; readonly serialNumber: string } | null;
};

/** The newest nightly check. The figures are of the whole installation; the findings of one's own certificates, and those of none. */
export type LatestCheck = {
  readonly startedAt: Date;
  readonly finishedAt: Date;
  readonly checked: number;
  readonly wrong: number;
  readonly unknown: number;
  readonly findings: readonly ShownFinding[];
};

/** The newest check of everything issued; null where there has been none. */
export async function getLatestCheck(acting: Acting): Promise<LatestCheck | null> {
  return database().certificateCheck.findFirst({
    orderBy: { finishedAt: "desc" },
    select: {
      startedAt: true,
      finishedAt: true,
      checked: true,
      wrong: true,
      unknown: true,
      findings: {
        where: { OR: [{ certificateId: null }, { certificate: visibleCertificates(acting) }] },
        orderBy: { position: "asc" },
        take: FINDINGS_SHOWN,
        select: {
          position: true,
          what: true,
          verdict: true,
          detail: true,
          certificate: { select: { id: true, serialNumber: true } },
        },
      },
    },
  });
}
