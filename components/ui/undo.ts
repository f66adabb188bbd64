"use client";

import { unstable_rethrow } from "next/navigation";
import { startTransition } from "react";
import { type FormAction, idle } from "@/lib/core/action-state";
import { showToast } from "./toast-store";

/** What takes an act back: the action that does the contrary, and what it needs to know. */
export type Undo = {
  action: FormAction;
  fields: Readonly<Record<string, string | number>>;
};

/**
 * Takes an act back, once however often it is pressed, and says how that ended. It needs no component: what was acted upon, and
 * its button, are gone by then.
 */
export function undoing({ action, fields }: Undo, says: { done: string; failed: string }): () => void {
  const idempotencyKey = crypto.randomUUID();
  return () =>
    startTransition(async () => {
      const form = new FormData();
      for (const [name, value] of Object.entries({ ...fields, idempotencyKey }))
        form.set(name, String(value));
      try {
        const answer = await action(idle, form);
        if (answer.status === "error") showToast(answer.message, { tone: "danger" });
        else showToast(says.done, { tone: "info" });
      } catch (error) {
        unstable_rethrow(error);
        showToast(says.failed, { tone: "danger" });
      }
    });
}
