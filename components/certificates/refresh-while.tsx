"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Reads the page again every few seconds for as long as something is under way; without scripts one reloads. */
export function RefreshWhile({ running, everyMs = 2_000 }: { running: boolean; everyMs?: number }) {
  const router = useRouter();
  useEffect(() => {
    if (!running) return;
    const clock = setInterval(() => {
      if (document.visibilityState === "visible") router.refresh();
    }, everyMs);
    return () => clearInterval(clock);
  }, [running, everyMs, router]);
  return null;
}
