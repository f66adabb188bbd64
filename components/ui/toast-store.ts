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
