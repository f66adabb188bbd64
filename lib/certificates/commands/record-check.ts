import "server-only";
import type { Work } from "@/lib/auth/work";
import type { Finding } from "../rules/soundness";
import { tellFindings } from "./tell-findings";

/** How many findings of one check are kept: beyond that the count says enough. */
const MOST_FINDINGS = 1_000;
/** How many checks are kept. */
const MOST_CHECKS = 400;

/** What a check of everything came to. */
export type CheckedAll = {
  readonly startedAt: Date;
  readonly checked: number;
  readonly findings: readonly (Finding & { readonly certificateId: string | null })[];
};

/** Keeps what a check found, tells it to the trail and to the people concerned, and lets the oldest ones go. */
export async function recordCheck(work: Work, { startedAt, checked, findings }: CheckedAll): Promise<void> {
  const count = (verdict: Finding["verdict"]) => findings.filter((each) => each.verdict === verdict).length;
  const figures = { checked, wrong: count("wrong"), unknown: count("unknown") };
  const { id } = await work.tx.certificateCheck.create({
    data: { startedAt, finishedAt: work.now, ...figures },
    select: { id: true },
  });
  // What is wrong first: it is what must not be cut off.
  const sorted = [...findings].sort(
    (a, b) => Number(a.verdict === "unknown") - Number(b.verdict === "unknown"),
  );
  await work.tx.certificateCheckFinding.createMany({
    data: sorted.slice(0, MOST_FINDINGS).map((finding, position) => ({ checkId: id, position, ...finding })),
  });
  const [oldest] = await work.tx.certificateCheck.findMany({
    orderBy: { finishedAt: "desc" },
    skip: MOST_CHECKS,
    take: 1,
    select: { finishedAt: true },
  });
  if (oldest)
    await work.tx.certificateCheck.deleteMany({ where: { finishedAt: { lte: oldest.finishedAt } } });
  await work.audit({
    stream: "certificates",
    action: "certificates.checked",
    entity: "certificateCheck",
    entityId: id,
    detail: figures,
  });
  await tellFindings(work, findings);
}
