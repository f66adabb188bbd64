import "server-only";
import type { DoneTo } from "@/lib/audit/rules/events";
import { visibleFrameworks } from "@/lib/auth/scope";
import type { Work } from "@/lib/auth/work";
import { insist } from "@/lib/core/decision";
import type { Prisma } from "@/lib/db/generated/client";
import { lockRow } from "@/lib/db/lock-row";
import { frameworkContentSelect } from "../facts/framework-content";
import { decideEditing } from "../rules/drafting";

const versionSelect = {
  ...frameworkContentSelect,
  id: true,
  frameworkId: true,
  number: true,
  state: true,
  version: true,
  approvals: { select: { personId: true } },
} as const satisfies Prisma.FrameworkVersionSelect;

/** A version, locked, as the actions on it know it. */
export type LoadedFramework = Prisma.FrameworkVersionGetPayload<{ select: typeof versionSelect }>;

/** Locks and reads a version of the own body's frameworks; null where there is none for the acting person. */
export async function loadFramework(work: Work, id: string): Promise<LoadedFramework | null> {
  if (!(await lockRow(work.tx, "framework_version", id))) return null;
  return work.tx.frameworkVersion.findFirst({
    where: { id, framework: visibleFrameworks(work.acting) },
    select: versionSelect,
  });
}

/** What a step on a framework version writes into the audit trail. */
export async function auditFramework(
  work: Work,
  framework: Pick<LoadedFramework, "id">,
  action: DoneTo<"frameworkVersion">,
  detail: Readonly<Record<string, string | number | boolean | null>> = {},
): Promise<void> {
  await work.audit({
    stream: `framework:${framework.id}`,
    action: `frameworkVersion.${action}`,
    entity: "framework_version",
    entityId: framework.id,
    detail,
  });
}

/**
 * Opens a draft for one change, as it was seen (`seen`): refused as `framework.frozen` where it is a draft no longer, as
 * `conflict` where somebody wrote on it since. Approvals were of other words and are taken back.
 */
export async function touchDraft(
  work: Work,
  draft: LoadedFramework,
  seen: number,
  change: {
    readonly action: DoneTo<"frameworkVersion">;
    readonly data?: Prisma.FrameworkVersionUncheckedUpdateManyInput;
  },
): Promise<void> {
  insist(decideEditing(draft.state));
  const { count: withdrawn } = await work.tx.frameworkApproval.deleteMany({
    where: { frameworkVersionId: draft.id },
  });
  const { count } = await work.tx.frameworkVersion.updateMany({
    where: { id: draft.id, version: seen, state: "draft" },
    data: { ...change.data, version: { increment: 1 } },
  });
  if (count === 0) insist({ ok: false, refusal: { code: "conflict" } });
  await auditFramework(work, draft, change.action, { version: seen + 1, approvalsWithdrawn: withdrawn });
}
