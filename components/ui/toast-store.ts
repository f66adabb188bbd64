"use client";

export type ToastTone = "success" | "info" | "danger";
export type Toast = {
  id: number;
  tone: ToastTone;
  message: string;
  action?: { label: string; run: () => void };
};

let toasts: Toast[] = [];
let nextId = 1;
const listeners = new Set<() => void>();
const none: Toast[] = [];

function publish(next: Toast[]) {
  toasts = next;
  for (const listener of listeners) listener();
}

/** Says something at the edge of the screen, and to screen readers. With an `action` (undo) it stays twice as long. */
export function showToast(
  message: string,
  options: { tone?: ToastTone; action?: Toast["action"] } = {},
): void {
  const toast: Toast = { id: nextId++, tone: options.tone ?? "success", message, action: options.action };
  publish([...toasts.slice(-2), toast]);
}

const flash = /(?:^|; )praksis\.flash=([^;]*)/;

/** Shows, once, the sentence that an action sent along with a redirect (lib/auth/action.ts), if one has come. */
export function showFlash(): void {
  const sentence = flash.exec(document.cookie)?.[1];
  if (!sentence) return;
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API does not reach plain http nor every browser
  document.cookie = "praksis.flash=; Max-Age=0; Path=/; SameSite=Lax";
  showToast(decodeURIComponent(sentence));
}

/** Takes a toast away; unknown ids do nothing. */
export function dismissToast(id: number): void {
  publish(toasts.filter((toast) => toast.id !== id));
}

/** For `useSyncExternalStore`. */
export const toastStore = {
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  },
  read: () => toasts,
  readOnServer: () => none,
};
