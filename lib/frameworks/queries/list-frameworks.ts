import "server-only";
import type { Acting } from "@/lib/auth/acting";
import { visibleFrameworks } from "@/lib/auth/scope";
import { database } from "@/lib/db/client";
import type { FrameworkVersionState, Locale } from "@/lib/db/generated/enums";
import { textIn } from "../rules/text-in";

/** A version in the list of its framework. */
export type FrameworkVersionItem = {
  readonly id: string;
  readonly number: number;
  readonly state: FrameworkVersionState;
  readonly inUseFrom: Date | null;
  readonly criteria: number;
  /** Who approved it, in the order in which they did. */
  readonly approvedBy: readonly string[];
  readonly cases: number;
};

/** A framework of the own body with its versions, the newest first. */
export type FrameworkItem = {
  readonly id: string;
  readonly title: string;
  readonly versions: readonly FrameworkVersionItem[];
};

/** The own body's frameworks, by their titles in the reader's language. */
export async function listFrameworks(acting: Acting, locale: Locale): Promise<FrameworkItem[]> {
  const rows = await database().framework.findMany({
    where: visibleFrameworks(acting),
    select: {
      id: true,
      key: true,
      versions: {
        select: {
          id: true,
          number: true,
          state: true,
          inUseFrom: true,
          texts: { select: { locale: true, title: true } },
          approvals: { select: { person: { select: { name: true } } }, orderBy: { approvedAt: "asc" } },
          _count: { select: { criteria: true, cases: true } },
        },
        orderBy: { number: "desc" },
      },
    },
  });
  const frameworks = rows.map(({ id, key, versions }) => ({
    id,
    title:
      textIn((versions.find((each) => each.state !== "draft") ?? versions[0])?.texts ?? [], locale)?.title ||
      key,
    versions: versions.map(({ texts: _, approvals, _count, ...version }) => ({
      ...version,
      criteria: _count.criteria,
      cases: _count.cases,
      approvedBy: approvals.map(({ person }) => person.name),
    })),
  }));
  return frameworks.sort((a, b) => a.title.localeCompare(b.title, locale) || a.id.localeCompare(b.id));
}
