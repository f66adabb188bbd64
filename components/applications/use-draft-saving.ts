"use client";

import { type RefObject, useEffect, useRef, useState } from "react";
import { type ActionState, type FormAction, idle } from "@/lib/core/action-state";

const PAUSE_MS = 1500;
const RETRY_MS = 15_000;

export type SavingStatus =
  | { readonly kind: "waiting"; readonly at: Date | null }
  | { readonly kind: "saving" }
  | { readonly kind: "failed"; readonly message: string }
  | { readonly kind: "offline" };

type Saved = { readonly version: number; readonly at: Date };

function savedBy(answer: ActionState | undefined): Saved | null {
  if (answer?.status !== "ok") return null;
  const { version, savedAt } = (answer.data ?? {}) as { version?: unknown; savedAt?: unknown };
  return typeof version === "number" && typeof savedAt === "string"
    ? { version, at: new Date(savedAt) }
    : null;
}

function draftOf(form: HTMLFormElement, version: number, sent: WeakSet<File>): FormData {
  const data = new FormData(form);
  // A file is sent once, not at every pause.
  for (const [name, value] of [...data]) if (value instanceof File && sent.has(value)) data.delete(name);
  data.set("intent", "draft");
  data.set("version", String(version));
  data.set("idempotencyKey", crypto.randomUUID());
  return data;
}

/** Calls `save` when the form's writer pauses and when the connection is back, one call at a time; gives back how to stop. */
function watch(form: HTMLFormElement, save: () => Promise<"done" | "retry">): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running = false;
  let again = false;
  async function run() {
    if (running) {
      again = true;
      return;
    }
    running = true;
    const outcome = await save();
    running = false;
    if (outcome === "retry") plan(RETRY_MS);
    else if (again) plan();
    again = false;
  }
  function plan(after = PAUSE_MS) {
    clearTimeout(timer);
    timer = setTimeout(() => void run(), after);
  }
  const typed = () => plan();
  const online = () => plan(0);
  form.addEventListener("input", typed);
  form.addEventListener("change", typed);
  window.addEventListener("online", online);
  return () => {
    clearTimeout(timer);
    form.removeEventListener("input", typed);
    form.removeEventListener("change", typed);
    window.removeEventListener("online", online);
  };
}

type DraftSaving = { readonly version: number; readonly status: SavingStatus };

/**
 * Saves the form around `mark` as a draft whenever its writer pauses. Gives the version that the next save is based on, so that a
 * second tab overwrites nothing, and how it went. Nothing is saved while `paused`, which a form is that is being handed in.
 */
export function useDraftSaving(
  action: FormAction,
  mark: RefObject<HTMLElement | null>,
  start: { readonly version: number; readonly savedAt: string | null; readonly paused: boolean },
): DraftSaving {
  const [known, setKnown] = useState(start.version);
  const [status, setStatus] = useState<SavingStatus>({
    kind: "waiting",
    at: start.savedAt ? new Date(start.savedAt) : null,
  });
  const version = Math.max(known, start.version);
  const sent = useRef(new WeakSet<File>());
  const latest = useRef({ version, paused: start.paused });
  latest.current = { version, paused: start.paused };

  useEffect(() => {
    const form = mark.current?.closest("form");
    if (!form) return;
    return watch(form, async () => {
      if (latest.current.paused) return "done";
      setStatus({ kind: "saving" });
      try {
        const data = draftOf(form, latest.current.version, sent.current);
        const answer = await action(idle, data);
        const saved = savedBy(answer);
        if (saved) {
          for (const value of data.values()) if (value instanceof File) sent.current.add(value);
          setKnown(saved.version);
          setStatus({ kind: "waiting", at: saved.at });
        } else if (answer?.status === "error") {
          const [field] = Object.values(answer.fieldErrors);
          setStatus({ kind: "failed", message: field?.[0] ?? answer.message });
        }
        return "done";
      } catch {
        setStatus({ kind: "offline" });
        return "retry";
      }
    });
  }, [action, mark]);

  return { version, status };
}
