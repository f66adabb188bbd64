import type { ReactNode } from "react";

/**
 * Something one seldom does: what it means is read before its button is there, with scripts or without. Drawers with the same `group`
 * open one at a time.
 */
export function Drawer({
  summary,
  group,
  children,
}: {
  summary: string;
  group?: string;
  children: ReactNode;
}) {
  return (
    <details name={group} className="rounded-lg border border-line bg-surface px-5">
      <summary className="flex min-h-target cursor-pointer items-center py-2 font-medium">{summary}</summary>
      <div className="grid max-w-prose gap-5 pt-1 pb-5">{children}</div>
    </details>
  );
}
