/** When what was answered may be on the page: at once, or once the page has been drawn anew without the button that was pressed. */
const MOMENTS_MS = [150, 400, 800, 1500, 3000];

/** After success the form or button may be gone, and the focus with it: it then belongs to the page's heading. */
export function rescueFocus(): void {
  const timers = MOMENTS_MS.map((ms) =>
    setTimeout(() => {
      if (document.activeElement && document.activeElement !== document.body) return;
      stop();
      const heading = document.querySelector<HTMLElement>("main h1");
      heading?.setAttribute("tabindex", "-1");
      heading?.focus({ preventScroll: true });
    }, ms),
  );
  // Whoever goes on by themself needs no rescue.
  const stop = () => {
    for (const timer of timers) clearTimeout(timer);
    for (const event of ["pointerdown", "keydown"]) document.removeEventListener(event, stop, true);
  };
  for (const event of ["pointerdown", "keydown"]) document.addEventListener(event, stop, true);
}
