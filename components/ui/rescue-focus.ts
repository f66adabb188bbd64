"use client";

/** After success the form or button may be gone, and the focus with it: it then belongs to the page's heading. */
export function rescueFocus(): void {
  setTimeout(() => {
    if (document.activeElement && document.activeElement !== document.body) return;
    const heading = document.querySelector<HTMLElement>("main h1");
    heading?.setAttribute("tabindex", "-1");
    heading?.focus({ preventScroll: true });
  }, 150);
}
