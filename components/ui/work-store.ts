"use client";

/** What is quicker needs no word; what is slower looks as if nothing happened (ms). */
const SAID_AFTER = 1000;

let long = 0;
const listeners = new Set<() => void>();

function count(change: 1 | -1) {
  long += change;
  for (const listener of listeners) listener();
}

/** Work has begun; the answer ends it. Whether it takes a while is said by ToastRegion. */
export function workBegins(): () => void {
  let counted = false;
  const timer = setTimeout(() => {
    counted = true;
    count(1);
  }, SAID_AFTER);
  return () => {
    clearTimeout(timer);
    if (counted) count(-1);
  };
}

/** Whether any work takes a while; for `useSyncExternalStore`. */
export const longWork = {
  subscribe(listener: () => void) {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  },
  read: () => long > 0,
  readOnServer: () => false,
};
