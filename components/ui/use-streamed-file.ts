"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useRef, useState } from "react";
import type { ActionState, FormAction } from "@/lib/core/action-state";
import { FORM_HEADER } from "@/lib/core/streamed-form";
import { rescueFocus } from "./rescue-focus";
import { showToast } from "./toast-store";
import type { Sender } from "./use-action";

/** A file on its way: how many of its bytes have left this device. */
export type Sending = { readonly name: string; readonly sent: number; readonly total: number };

/** The form's words, as a form encodes them, and the name of its file: a header holds nothing but ASCII. */
function fieldsOf(form: FormData): string {
  const fields = new URLSearchParams();
  for (const [name, value] of form) fields.append(name, typeof value === "string" ? value : value.name);
  return fields.toString();
}

/** Sends `file` as the body of `request`; null where it was stopped. Throws a `TypeError` where no answer came, as `fetch` does. */
function post(
  request: XMLHttpRequest,
  { to, form, file, moved }: { to: string; form: FormData; file: File; moved: (sent: number) => void },
): Promise<ActionState | null> {
  return new Promise((resolve, reject) => {
    // fetch tells nothing of how far a body has come.
    request.upload.onprogress = ({ loaded }) => moved(loaded);
    request.onload = () =>
      request.response ? resolve(request.response) : reject(new Error(`answered ${request.status}`));
    request.onerror = () => reject(new TypeError("no answer"));
    request.onabort = () => resolve(null);
    request.open("POST", to);
    request.responseType = "json";
    request.setRequestHeader(FORM_HEADER, fieldsOf(form));
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.send(file);
  });
}

/**
 * Sends a form with a file in `field` to a route that takes it in piece by piece (lib/auth/streamed-action.ts): `send` is for ActionForm,
 * `sending` says how far it has come, `stop` takes it back. A form without a file goes to its action.
 */
export function useStreamedFile({ to, field, action }: { to: string; field: string; action: FormAction }) {
  const t = useTranslations("ui");
  const router = useRouter();
  const [sending, setSending] = useState<Sending | null>(null);
  const request = useRef<XMLHttpRequest>(null);

  const send: Sender = async (previous, form) => {
    const file = form.get(field);
    if (!(file instanceof File) || file.size === 0) return action(previous, form);
    request.current = new XMLHttpRequest();
    const moved = (sent: number) =>
      setSending({ name: file.name, sent: Math.min(sent, file.size), total: file.size });
    // What is set before the first wait belongs to the form's transition, and would be shown at its end.
    await Promise.resolve();
    moved(0);
    try {
      const next = await post(request.current, { to, form, file, moved });
      if (next?.status === "ok") router.refresh();
      return next;
    } finally {
      setSending(null);
    }
  };
  function stop() {
    request.current?.abort();
    showToast(t("upload.cancelled"), { tone: "info" });
    rescueFocus();
  }
  return { send, sending, stop };
}
