"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";

type InboxKeysProps = { previous: string | null; next: string | null };

/** Parts of the page that a key leads to: elements carry the name as `data-key`. */
const places = { a: "admit", d: "decline", n: "note", o: "open", x: "tick" } as const;
const STORED = "praksis.inbox.keys";

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.tagName === "TEXTAREA" ||
      target.tagName === "SELECT" ||
      (target instanceof HTMLInputElement && !["checkbox", "radio"].includes(target.type)))
  );
}

/** Puts the focus into a part of the page, which opens where it is closed. Nothing is sent: Enter does that. */
function goTo(place: string): boolean {
  const found = document.querySelector<HTMLElement>(`[data-key="${place}"]`);
  if (!found) return false;
  if (found instanceof HTMLDetailsElement) found.open = true;
  const inside = found.querySelector<HTMLElement>("textarea, button, input:not([type=hidden])");
  (found.matches("button, a, input, h2") ? found : inside)?.focus();
  return true;
}

function tickOpen(): boolean {
  const id = new URL(window.location.href).searchParams.get("open");
  const box = document.querySelector<HTMLInputElement>(`input[data-row="${id}"]`);
  box?.click();
  return box !== null;
}

function useKeys(on: boolean, { previous, next }: InboxKeysProps) {
  const router = useRouter();
  useEffect(() => {
    if (!on) return;
    function pressed(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const key = event.key.toLowerCase();
      const to = key === "j" ? next : key === "k" ? previous : null;
      if (to) {
        event.preventDefault();
        router.push(to, { scroll: false });
        return;
      }
      if (!Object.hasOwn(places, key)) return;
      const place = places[key as keyof typeof places];
      if (place === "tick" ? tickOpen() : goTo(place)) event.preventDefault();
    }
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, [on, previous, next, router]);
}

/**
 * The keys of the inbox and what they do. They lead to a part of the page and decide nothing by themselves; whoever uses speech input
 * switches them off (WCAG 2.1.4), which this browser remembers.
 */
export function InboxKeys(ways: InboxKeysProps) {
  const t = useTranslations("applications");
  const [on, setOn] = useState(true);
  useEffect(() => {
    try {
      setOn(localStorage.getItem(STORED) !== "off");
    } catch {
      // Without storage they are on until switched off.
    }
  }, []);
  useKeys(on, ways);
  function toggle() {
    setOn(!on);
    try {
      localStorage.setItem(STORED, on ? "off" : "on");
    } catch {
      // As above.
    }
  }
  return (
    <details className="hidden text-sm lg:block">
      <summary className="inline-flex min-h-9 items-center text-muted underline underline-offset-2">
        {t("keys.title")}
      </summary>
      <div className="grid gap-2 py-2">
        <ul className="flex flex-wrap gap-x-5 gap-y-1">
          {(["j", "k", "o", "a", "d", "n", "x"] as const).map((key) => (
            <li key={key}>
              <kbd className="rounded border border-line bg-sunken px-1.5">{key.toUpperCase()}</kbd>{" "}
              {t(`keys.${key}`)}
            </li>
          ))}
        </ul>
        <label className="inline-flex min-h-target items-center gap-2">
          <input type="checkbox" className="choice" checked={on} onChange={toggle} />
          {t("keys.on")}
        </label>
      </div>
    </details>
  );
}
