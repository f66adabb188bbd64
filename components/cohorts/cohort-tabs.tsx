"use client";

import { usePathname } from "next/navigation";
import { TabLinks } from "@/components/ui/tab-links";

/** A page about a cohort, by the last part of its address; empty for the first one. */
export type CohortTab = { readonly segment: string; readonly label: string; readonly count?: number };

/** The pages about a cohort. Which one is open is read in the browser: a layout is not rendered anew on the way between them. */
export function CohortTabs({
  base,
  tabs,
  label,
}: {
  base: string;
  tabs: readonly CohortTab[];
  label: string;
}) {
  const segment =
    usePathname()
      .slice(base.length + 1)
      .split("/")[0] ?? "";
  return (
    <TabLinks
      label={label}
      tabs={tabs.map((tab) => ({
        label: tab.label,
        href: tab.segment ? `${base}/${tab.segment}` : base,
        current: tab.segment === segment,
        ...(tab.count ? { count: tab.count } : {}),
      }))}
    />
  );
}
