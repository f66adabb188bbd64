"use client";

import { useTranslations } from "next-intl";
import { lazy, Suspense, useEffect, useState } from "react";
import { Icon } from "@/components/ui/icon";
import type { NavItem } from "./nav-types";

const CommandPalette = lazy(() => import("./command-palette"));

type CommandTriggerProps = {
  items: NavItem[];
  /** A route that answers `?q=` with `{ items: { id, label, hint?, href, group }[] }`, scoped to the actor. */
  source?: string;
};

/** The way into the command palette: a button, and Ctrl K or ⌘ K. The palette itself is loaded when first opened. */
export function CommandTrigger({ items, source }: CommandTriggerProps) {
  const t = useTranslations("shell");
  const [open, setOpen] = useState(false);
  const [used, setUsed] = useState(false);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (
        event.key.toLowerCase() !== "k" ||
        !(event.ctrlKey || event.metaKey) ||
        event.shiftKey ||
        event.altKey
      )
        return;
      event.preventDefault();
      setUsed(true);
      setOpen(true);
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, []);
  return (
    <>
      <button
        type="button"
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K Meta+K"
        onClick={() => {
          setUsed(true);
          setOpen(true);
        }}
        className="inline-flex min-h-target min-w-target items-center justify-center gap-2.5 rounded text-muted hover:text-ink lg:w-72 lg:justify-start lg:border lg:border-line-strong lg:bg-surface lg:px-3 lg:hover:border-ink"
      >
        <Icon name="search" />
        <span className="sr-only grow text-start text-sm lg:not-sr-only">{t("palette.open")}</span>
        <span aria-hidden="true" className="hidden text-xs lg:block">
          Ctrl K
        </span>
      </button>
      {used ? (
        <Suspense>
          <CommandPalette open={open} onClose={() => setOpen(false)} items={items} source={source} />
        </Suspense>
      ) : null}
    </>
  );
}
