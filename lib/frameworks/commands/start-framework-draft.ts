import "server-only";
import { visibleFrameworks } from "@/lib/auth/scope";
import type { Work } from "@/lib/auth/work";
import { insist, refuse } from "@/lib/core/decision";
import { slugOf } from "@/lib/core/ids";
import { lockRow } from "@/lib/db/lock-row";
import { frameworkContentSelect } from "../facts/framework-content";
import { decideEditing, decideNextDraft } from "../rules/drafting";
import { FRAMEWORK_LOCALES } from "../rules/text-in";
import { auditFramework, type LoadedFramework } from "./load-framework";

/** A framework whose next version is to be drafted. */
export type FrameworkToDraft = { readonly id: string };

/** Locks a framework of the own body; null where there is none for the acting person. */
export async function loadFrameworkToDraft(work: Work, id: string): Promise<FrameworkToDraft | null> {
  if (!(await lockRow(work.tx, "framework", id))) return null;
  return work.tx.framework.findFirst({
    where: { AND: [{ id }, visibleFrameworks(work.acting)] },
    select: { id: true },
  });
}

async function freeKey(work: Work, title: string): Promise<string> {
  const base = slugOf(title) || "framework";
  const taken = await work.tx.framework.findMany({
    where: { key: { startsWith: base } },
    select: { key: true },
  });
  let key = base;
  for (let count = 2; taken.some((each) => each.key === key); count++) key = `${base}-${count}`;
  return key;
}

/** Begins a framework of a certifying body of one's own with an empty draft of its first version, whose id it returns. */
export async function createFramework(work: Work, certifyingBodyId: string, title: string): Promise<string> {
  const framework = await work.tx.framework.create({
    data: { key: await freeKey(work, title), certifyingBodyId },
    select: { id: true },
  });
  const draft = await work.tx.frameworkVersion.create({
    data: {
      frameworkId: framework.id,
      number: 1,
      texts: {
        create: FRAMEWORK_LOCALES.map((locale) => ({
          locale,
          title: locale === "da" ? title : "",
          scope: "",
        })),
      },
    },
    select: { id: true },
  });
  await auditFramework(work, draft, "drafted", { number: 1, from: null });
  return draft.id;
}

/**
 * Makes the next version's draft out of the newest one, its criteria mapped by their stable keys; returns its id. Refused as
 * `framework.draftExists` where there is one (two at once: constraint framework_version_one_draft).
 */
export async function startNextFramework(work: Work, framework: FrameworkToDraft): Promise<string> {
  const versions = await work.tx.frameworkVersion.findMany({
    where: { frameworkId: framework.id },
    select: { number: true, state: true, ...frameworkContentSelect },
    orderBy: { number: "desc" },
  });
  insist(decideNextDraft(versions.map((each) => each.state)));
  const [newest] = versions;
  if (!newest) return insist(refuse("notFound"));
  const { number, state: _, texts, criteria, ...rules } = newest;
  const draft = await work.tx.frameworkVersion.create({
    data: {
      ...rules,
      frameworkId: framework.id,
      number: number + 1,
      texts: { create: texts },
      criteria: {
        create: criteria.map(({ id: _old, texts: words, ...criterion }, index) => ({
          ...criterion,
          position: index + 1,
          texts: { create: words },
        })),
      },
    },
    select: { id: true },
  });
  await auditFramework(work, draft, "drafted", { number: number + 1, from: number });
  return draft.id;
}

/** Throws a draft away, with its approvals. A framework that never had another version goes with it. */
export async function discardDraft(work: Work, draft: LoadedFramework, seen: number): Promise<void> {
  insist(decideEditing(draft.state));
  await work.tx.frameworkApproval.deleteMany({ where: { frameworkVersionId: draft.id } });
  const { count } = await work.tx.frameworkVersion.deleteMany({
    where: { id: draft.id, version: seen, state: "draft" },
  });
  if (count === 0) insist(refuse("conflict"));
  await auditFramework(work, draft, "discarded", { number: draft.number });
  await work.tx.framework.deleteMany({ where: { id: draft.frameworkId, versions: { none: {} } } });
}
