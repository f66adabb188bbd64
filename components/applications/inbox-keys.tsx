"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

type InboxKeysProps = { previous: string | null; next: string | null; label: string };

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || ["INPUT", "TEXTAREA", "SELECT"].includes(target.tagName))
  );
}

/** J and K go through the list, as mail programs have it; the links do the same without. */
export function InboxKeys({ previous, next, label }: InboxKeysProps) {
  const router = useRouter();
  useEffect(() => {
    function pressed(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const to = event.key === "j" ? next : event.key === "k" ? previous : null;
      if (!to) return;
      event.preventDefault();
      router.push(to, { scroll: false });
    }
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, [previous, next, router]);
  return (
    <p className="hidden text-sm text-muted lg:block">
      <kbd className="rounded border border-line bg-sunken px-1.5">J</kbd>{" "}
      <kbd className="rounded border border-line bg-sunken px-1.5">K</kbd> {label}
    </p>
  );
}
