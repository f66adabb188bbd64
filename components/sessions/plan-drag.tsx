"use client";

import { useRouter } from "next/navigation";
import { useLocale } from "next-intl";
import { type ReactNode, useEffect, useLayoutEffect, useRef } from "react";
import type { Locale } from "@/lib/i18n/locales";
import { draggedMinutes, shifted } from "@/lib/sessions/rules/hour-grid";
import { moveToken, type PendingMove } from "@/lib/sessions/rules/move-token";
import { addDays, mondayOf } from "@/lib/sessions/rules/plan-period";
import { type Drop, listenForDrags } from "./pointer-drag";
import { wallSpan } from "./wall-span";

/** What can be moved, read from the element that the page has marked as such. */
function movable(target: EventTarget | null): HTMLElement | null {
  return target instanceof Element ? target.closest<HTMLElement>("[data-session]") : null;
}

/** Where a session is now, as the page says. */
function whereIs({ dataset }: HTMLElement): PendingMove {
  const { session: sessionId = "", day = "", from = "", to = "" } = dataset;
  return { sessionId, day, from, to };
}

/** The day somewhere else: the day dropped on, or the same weekday of the week dropped on. */
function dayAt(target: HTMLElement, day: string): string {
  const { dropDay, dropWeek } = target.dataset;
  if (dropDay) return dropDay;
  const weekday = (Date.parse(day) - Date.parse(mondayOf(day))) / 86_400_000;
  return dropWeek ? addDays(dropWeek, weekday) : day;
}

/** How many minutes a distance downwards is: something only in the grid of hours, where the session hangs from its time. */
function minutesDown(source: HTMLElement, pixels: number): number {
  const grid = source.closest<HTMLElement>("[data-hours]");
  if (!grid || getComputedStyle(source).position !== "absolute") return 0;
  return draggedMinutes((pixels / grid.clientHeight) * Number(grid.dataset.hours) * 60);
}

/** Where a session is, as the page says or as it was moved a moment ago. */
type Where = (source: HTMLElement) => PendingMove;

/** Where a session goes that is let go somewhere. */
function movedTo({ source, target, down }: Drop, where: Where): PendingMove {
  const { sessionId, day, from, to } = where(source);
  return { sessionId, day: dayAt(target, day), ...shifted(from, to, minutesDown(source, down)) };
}

const steps: Record<string, number> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 };
const QUARTER = 15;

/** Where a session goes by a key: with Alt a day to the side or a week up or down, with Shift as well a quarter of an hour. */
function movedBy(event: KeyboardEvent, now: PendingMove): PendingMove | null {
  const days = steps[event.key];
  if (!event.altKey || days === undefined) return null;
  if (event.shiftKey && Math.abs(days) === 7)
    return { ...now, ...shifted(now.from, now.to, Math.sign(days) * QUARTER) };
  return { ...now, day: addDays(now.day, days) };
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

/** What says when it would be, while it is dragged. */
type Sign = { readonly element: HTMLElement | null; readonly locale: Locale };

/** Marks where it would go, and says when it would be. */
function show(area: HTMLElement, sign: Sign, drop: Drop | null, where: Where): void {
  for (const each of area.querySelectorAll("[data-over]")) each.removeAttribute("data-over");
  drop?.target.setAttribute("data-over", "");
  if (!sign.element) return;
  sign.element.hidden = !drop;
  if (!drop) return;
  const { from, to } = movedTo(drop, where);
  const { left, top } = drop.source.getBoundingClientRect();
  sign.element.textContent = wallSpan(from, to, sign.locale);
  sign.element.style.translate = `${left}px ${top - 30}px`;
}

type Moved = (move: PendingMove, source: HTMLElement, byKey: boolean) => void;

/** Listens to dragging and to the arrow keys inside `area`; gives what stops it. */
function listen(area: HTMLElement, sign: Sign, where: Where, moved: Moved): () => void {
  const stop = listenForDrags(area, {
    held: movable,
    target: (under) =>
      area.contains(under) ? under.closest<HTMLElement>("[data-drop-day], [data-drop-week]") : null,
    over: (drop) => show(area, sign, drop, where),
    dropped: (drop) => moved(movedTo(drop, where), drop.source, false),
  });
  const key = (event: KeyboardEvent) => {
    const source = movable(event.target);
    const move = source && movedBy(event, where(source));
    if (!move) return;
    event.preventDefault();
    moved(move, source, true);
  };
  area.addEventListener("keydown", key);
  return () => {
    stop();
    area.removeEventListener("keydown", key);
  };
}

/**
 * Lets the sessions inside be moved by mouse, pen or finger, and by Alt and the arrow keys on the one that has the focus. Neither
 * changes anything but the address; what it means is shown before it is saved.
 */
export function PlanDrag({ address, children }: { address: string; children: ReactNode }) {
  const router = useRouter();
  const locale = useLocale();
  const area = useRef<HTMLDivElement>(null);
  const sign = useRef<HTMLDivElement>(null);
  const focusNext = useRef("");
  // What has been moved and is not drawn yet: the next move goes on from there, however slow the way to the server is.
  const ahead = useRef({ address, moves: new Map<string, PendingMove>() });

  useLayoutEffect(() => {
    ahead.current = { address, moves: new Map() };
  }, [address]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new address is a new page of the plan: the moved one takes the focus again
  useEffect(() => {
    if (!focusNext.current) return;
    const moved = area.current?.querySelector<HTMLElement>(`[data-session="${focusNext.current}"]`);
    (moved?.matches("a") ? moved : moved?.querySelector<HTMLElement>("a"))?.focus();
    focusNext.current = "";
  }, [address]);

  useEffect(() => {
    if (!area.current) return;
    const where = (source: HTMLElement) =>
      ahead.current.moves.get(source.dataset.session ?? "") ?? whereIs(source);
    return listen(area.current, { element: sign.current, locale }, where, (move, source, byKey) => {
      if (moveToken(move) === moveToken(where(source))) return;
      if (byKey) focusNext.current = move.sessionId;
      const next = addressWith(ahead.current.address, move);
      ahead.current = { address: next, moves: new Map(ahead.current.moves).set(move.sessionId, move) };
      router.push(next, { scroll: false });
    });
  }, [router, locale]);

  return (
    <div ref={area}>
      {children}
      <div
        ref={sign}
        hidden
        aria-hidden="true"
        className="pointer-events-none fixed start-0 top-0 z-40 rounded bg-ink px-2 text-sm text-canvas tabular-nums"
      />
    </div>
  );
}
