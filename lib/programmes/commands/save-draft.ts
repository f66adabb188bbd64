import "server-only";
import type { Work } from "@/lib/auth/work";
import { insist, refuse } from "@/lib/core/decision";
import type { Locale } from "@/lib/db/generated/enums";
import type { LoadedVersion } from "../facts/load-version";

/** What a draft says. */
export type DraftContent = {
  readonly language: Locale;
  readonly title: string;
  readonly summary: string;
  readonly audience: string;
  readonly aims: readonly string[];
  readonly description: string;
  readonly attendanceMinimumPercent: number;
  readonly price: number | null;
  readonly currency: string;
  readonly priceCovers: string;
  readonly vatPercent: number;
  readonly cancelFreeDays: number;
  readonly cancelLatePercent: number;
  readonly cancelStartedPercent: number;
  readonly frameworkVersionId: string;
};

/** The body behind a scheme that can be certified by; refused where there is no such scheme. */
async function certifyingBodyOf(work: Work, frameworkVersionId: string): Promise<string> {
  const framework = await work.tx.frameworkVersion.findFirst({
    where: { id: frameworkVersionId, state: { in: ["approved", "in_use"] } },
    select: { framework: { select: { certifyingBodyId: true } } },
  });
  if (!framework) return insist(refuse("programme.missing.framework", undefined, "frameworkVersionId"));
  return framework.framework.certifyingBodyId;
}

/**
 * Writes a draft, as long as it is the one that was read (`version`): a conflict where somebody saved in between, and
 * `programme.versionFrozen` where it is a draft no longer. The certifying body follows from the scheme.
 */
export async function saveDraft(
  work: Work,
  loaded: LoadedVersion,
  version: number,
  content: DraftContent,
): Promise<void> {
  if (loaded.state !== "draft") insist(refuse("programme.versionFrozen"));
  const { price, frameworkVersionId, aims, priceCovers, ...words } = content;
  const certifyingBodyId = frameworkVersionId ? await certifyingBodyOf(work, frameworkVersionId) : null;
  const { count } = await work.tx.programmeVersion.updateMany({
    where: { id: loaded.id, version, state: "draft" },
    data: {
      ...words,
      aims: [...aims],
      priceMinor: price,
      priceCovers: priceCovers || null,
      certifyingBodyId,
      frameworkVersionId: frameworkVersionId || null,
      version: { increment: 1 },
    },
  });
  if (count === 0) insist(refuse("conflict"));
  await work.audit({
    stream: `programme:${loaded.programmeId}`,
    action: "programmeVersion.saved",
    entity: "programme_version",
    entityId: loaded.id,
    detail: { version: version + 1 },
  });
}
