"use client";

import { usePathname } from "next/navigation";
import { type ReactNode, useEffect, useRef } from "react";
import { classNames } from "@/components/ui/class-names";

type DisclosureMenuProps = {
  summary: ReactNode;
  label: string;
  className?: string;
  panelClassName: string;
  children: ReactNode;
};

/**
 * Where no script runs (`data-still`: on a page that is sent without any), the summary of an open menu lies over the whole page, below the
 * panel: a press beside the panel is a press on it.
 */
const closesAnywhere =
  "noscript:group-open:before:fixed noscript:group-open:before:inset-0 in-data-still:group-open:before:fixed in-data-still:group-open:before:inset-0";

/**
 * A menu on the browser's own `<details>`, so that it opens before scripts have loaded. With them it closes by Escape (and gives
 * the focus back), by a click elsewhere, when the focus leaves it, and when one has gone to another page.
 */
export function DisclosureMenu({ summary, label, className, panelClassName, children }: DisclosureMenuProps) {
  const element = useRef<HTMLDetailsElement>(null);
  const path = usePathname();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the path is what closes it
  useEffect(() => {
    if (element.current) element.current.open = false;
  }, [path]);
  useEffect(() => {
    const details = element.current;
    if (!details) return;
    const elsewhere = (event: Event) => {
      if (details.open && event.target instanceof Node && !details.contains(event.target))
        details.open = false;
    };
    const closeByEscape = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || !details.open) return;
      details.open = false;
      details.querySelector("summary")?.focus();
    };
    document.addEventListener("pointerdown", elsewhere);
    document.addEventListener("focusin", elsewhere);
    details.addEventListener("keydown", closeByEscape);
    return () => {
      document.removeEventListener("pointerdown", elsewhere);
      document.removeEventListener("focusin", elsewhere);
      details.removeEventListener("keydown", closeByEscape);
    };
  }, []);
  return (
    <details ref={element} className={classNames("group relative", className)}>
      <summary
        aria-label={label}
        className={classNames(
          "inline-flex min-h-target min-w-target items-center justify-center gap-2 rounded px-2 hover:bg-sunken",
          closesAnywhere,
        )}
      >
        {summary}
      </summary>
      <div
        className={classNames(
          "absolute z-30 rounded-lg border border-line bg-surface p-2 shadow-overlay",
          panelClassName,
        )}
      >
        {children}
      </div>
    </details>
  );
}
