"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useRef } from "react";
import { moveToken, type PendingMove } from "@/lib/sessions/rules/move-token";
import { addDays, mondayOf } from "@/lib/sessions/rules/plan-period";

/** What is dragged, read from the element that the page has marked as such. */
function movable(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>("[data-session]") : null;
}

function dropTarget(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>("[data-drop-day], [data-drop-week]") : null;
}

/** The day somewhere else: the day dropped on, or the same weekday of the week dropped on. */
function dayAt(target: HTMLElement, day: string): string {
  const { dropDay, dropWeek } = target.dataset;
  if (dropDay) return dropDay;
  const weekday = (Date.parse(day) - Date.parse(mondayOf(day))) / 86_400_000;
  return dropWeek ? addDays(dropWeek, weekday) : day;
}

/** The address with one more move in it, in place of an earlier one of the same session. */
function addressWith(address: string, move: PendingMove): string {
  const url = new URL(address, window.location.origin);
  const others = url.searchParams.getAll("move").filter((token) => !token.startsWith(move.sessionId));
  url.searchParams.delete("move");
  url.searchParams.delete("moving");
  for (const token of [...others, moveToken(move)]) url.searchParams.append("move", token);
  return `${url.pathname}${url.search}`;
}

const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };

type Moved = (source: HTMLElement, day: string, keepFocus: boolean) => void;

function mark(element: HTMLElement, over: HTMLElement | null): void {
  for (const each of element.querySelectorAll("[data-over]")) each.removeAttribute("data-over");
  over?.setAttribute("data-over", "");
}

/** Listens to dragging and to the arrow keys inside `element`; gives what stops it. */
function listen(element: HTMLElement, moved: Moved): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  let held: HTMLElement | null = null;
  const on = <K extends keyof HTMLElementEventMap>(name: K, then: (event: HTMLElementEventMap[K]) => void) =>
    element.addEventListener(name, then, { signal });
  on("dragstart", (event) => {
    held = movable(event.target);
    event.dataTransfer?.setData("text/plain", held?.dataset.session ?? "");
  });
  on("dragover", (event) => {
    const target = held && dropTarget(event.target);
    if (target) event.preventDefault();
    mark(element, target);
  });
  on("dragend", () => mark(element, null));
  on("drop", (event) => {
    const target = dropTarget(event.target);
    const source = held;
    mark(element, null);
    held = null;
    if (!target || !source) return;
    event.preventDefault();
    moved(source, dayAt(target, source.dataset.day ?? ""), false);
  });
  on("keydown", (event) => {
    const days = steps[event.key];
    const source = movable(event.target);
    if (!event.altKey || days === undefined || !source) return;
    event.preventDefault();
    moved(source, addDays(source.dataset.day ?? "", days), true);
  });
  return () => listening.abort();
}

/**
 * Lets the sessions inside be moved by dragging, and by Alt and the arrow keys on the one that has the focus: a day to the side, a
 * week up or down. Neither changes anything but the address; what it means is shown before it is saved.
 */
export function PlanDrag({ address, children }: { address: string; children: ReactNode }) {
  const router = useRouter();
  const area = useRef<HTMLDivElement>(null);
  const focusNext = useRef("");

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new address is a new page of the plan: the moved one takes the focus again
  useEffect(() => {
    if (!focusNext.current) return;
    const moved = area.current?.querySelector<HTMLElement>(`[data-session="${focusNext.current}"]`);
    (moved?.matches("a") ? moved : moved?.querySelector<HTMLElement>("a"))?.focus();
    focusNext.current = "";
  }, [address]);

  useEffect(() => {
    const element = area.current;
    if (!element) return;
    return listen(element, (source, day, keepFocus) => {
      const { session: sessionId = "", from = "", to = "" } = source.dataset;
      if (day === source.dataset.day) return;
      if (keepFocus) focusNext.current = sessionId;
      router.push(addressWith(address, { sessionId, day, from, to }), { scroll: false });
    });
  }, [address, router]);

  return <div ref={area}>{children}</div>;
}
