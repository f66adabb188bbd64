"use client";

import { unstable_isUnrecognizedActionError, unstable_rethrow } from "next/navigation";
import { useTranslations } from "next-intl";
import { useActionState, useEffect, useRef, useState, useTransition } from "react";
import { type ActionState, type FormAction, idle } from "@/lib/core/action-state";
import { leadsElsewhere } from "./leads-elsewhere";
import { showFlash } from "./toast-store";
import { workBegins } from "./work-store";

/** What sends a form once scripts have loaded; null where the person took it back, and nothing was done. */
export type Sender = (previous: ActionState, form: FormData) => Promise<ActionState | null>;

function failure(code: string, message: string): ActionState {
  return { status: "error", code, message, fieldErrors: {}, values: {} };
}

/**
 * Runs a server action from a form. `formAction` belongs into `<form action>`, where it works before scripts have loaded;
 * `run` sends the same form afterwards. A lost connection becomes a state with a sentence instead of an error page, so that
 * nothing typed is lost, and React does not reset the form, as it does after a form's own action. While one is under way,
 * further calls do nothing (double click). `send` is for what scripts do better than an action: a large file with its progress.
 */
export function useAction(
  action: FormAction,
  answered?: (state: ActionState) => void,
  redirected?: () => void,
  send: Sender = action,
) {
  const t = useTranslations("ui");
  const [early, formAction] = useActionState(action, idle);
  const [late, setLate] = useState<ActionState | null>(null);
  const [pending, start] = useTransition();
  const busy = useRef(false);
  const state = late ?? early;
  useEffect(() => (pending ? workBegins() : undefined), [pending]);

  function receive(next: ActionState) {
    start(() => {
      setLate(next);
      answered?.(next);
    });
  }

  function run(form: FormData) {
    if (busy.current) return;
    busy.current = true;
    start(async () => {
      try {
        const next = await send(state, form);
        if (next) receive(next);
      } catch (error) {
        if (leadsElsewhere(error)) redirected?.();
        unstable_rethrow(error);
        if (unstable_isUnrecognizedActionError(error)) receive(failure("outdated", t("failure.outdated")));
        else if (error instanceof TypeError || !navigator.onLine)
          receive(failure("connection", t("failure.connection")));
        else receive(failure("unexpected", t("failure.unexpected")));
      } finally {
        busy.current = false;
        // The redirect may have led to the page that is open.
        showFlash();
      }
    });
  }

  return { state, formAction, run, pending };
}
