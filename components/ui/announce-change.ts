import type { RefObject } from "react";

/**
 * Tells a form that a hidden input has a new value: by a `change` event for those who listen to the form, and through `told` for
 * its checks, because React hears nothing of a hidden input. Waits until the new value is in the document.
 */
export function announceChange(carrier: RefObject<HTMLInputElement | null>, told: () => void): void {
  setTimeout(() => {
    carrier.current?.dispatchEvent(new Event("change", { bubbles: true }));
    told();
  });
}
