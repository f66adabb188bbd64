/** What a drag ends with: what was held, where it was let go, and how far down it came, in pixels. */
export type Drop = { readonly source: HTMLElement; readonly target: HTMLElement; readonly down: number };

type DragRules = {
  /** What can be held, of what was pressed. */
  readonly held: (pressed: Element) => HTMLElement | null;
  /** Where it can be let go, of what is under the pointer. */
  readonly target: (under: Element) => HTMLElement | null;
  /** While it is held, and with null when it no longer is. */
  readonly over: (drop: Drop | null, source: HTMLElement | null) => void;
  readonly dropped: (drop: Drop) => void;
};

type Grip = {
  readonly source: HTMLElement;
  readonly pointer: number;
  readonly touch: boolean;
  readonly x: number;
  readonly y: number;
  readonly scrollX: number;
  readonly scrollY: number;
  timer: number;
  dragging: boolean;
};

/** A finger has to rest so long before it drags: until then it scrolls. */
const HOLD_MS = 350;
/** How far a mouse moves before it drags, and how far a finger may move while it rests. */
const SLACK_PX = 6;
/** So near the edge of the window it scrolls, so far each frame. */
const EDGE_PX = 56;
const EDGE_STEP_PX = 9;

/** The link that was dragged is not followed. */
function swallowClick(): void {
  const stop = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener("click", stop, { capture: true, once: true });
  setTimeout(() => window.removeEventListener("click", stop, { capture: true }));
}

/** What follows the pointer while something is held: the thing itself, the window's edge, what is under it. */
function follower(grip: Grip, rules: DragRules) {
  const { source } = grip;
  let [x, y, frame] = [grip.x, grip.y, 0];
  const down = () => y - grip.y + window.scrollY - grip.scrollY;
  const drop = (): Drop | null => {
    const under = document.elementFromPoint(x, y);
    const target = under && rules.target(under);
    return target ? { source, target, down: down() } : null;
  };
  const show = () => {
    source.style.translate = `${x - grip.x + window.scrollX - grip.scrollX}px ${down()}px`;
    rules.over(drop(), source);
  };
  const scroll = () => {
    const step = y < EDGE_PX ? -EDGE_STEP_PX : y > window.innerHeight - EDGE_PX ? EDGE_STEP_PX : 0;
    if (step !== 0) {
      window.scrollBy(0, step);
      show();
    }
    frame = requestAnimationFrame(scroll);
  };
  Object.assign(source.style, { pointerEvents: "none", zIndex: "30", opacity: "0.9" });
  source.setAttribute("data-held", "");
  frame = requestAnimationFrame(scroll);
  return {
    move(event: PointerEvent) {
      [x, y] = [event.clientX, event.clientY];
      show();
    },
    drop,
    end() {
      cancelAnimationFrame(frame);
      Object.assign(source.style, { pointerEvents: "", zIndex: "", opacity: "", translate: "" });
      source.removeAttribute("data-held");
      rules.over(null, null);
    },
  };
}

/** A press that may become a drag; a finger's does when it has rested. */
function gripOf(event: PointerEvent, source: HTMLElement, begin: () => void): Grip {
  const touch = event.pointerType === "touch";
  return {
    source,
    touch,
    pointer: event.pointerId,
    x: event.clientX,
    y: event.clientY,
    scrollX: window.scrollX,
    scrollY: window.scrollY,
    timer: touch ? window.setTimeout(begin, HOLD_MS) : 0,
    dragging: false,
  };
}

/** What has been pressed and may be dragged: at most one thing. */
function hand(rules: DragRules) {
  let grip: Grip | null = null;
  let follow: ReturnType<typeof follower> | null = null;
  function letGo() {
    if (grip) clearTimeout(grip.timer);
    follow?.end();
    [grip, follow] = [null, null];
  }
  function begin() {
    if (!grip) return;
    grip.dragging = true;
    window.getSelection()?.removeAllRanges();
    follow = follower(grip, rules);
  }
  const isOurs = (event: PointerEvent) => grip?.pointer === event.pointerId;
  return {
    letGo,
    isTouching: () => grip?.touch === true,
    isDragging: () => grip?.dragging === true,
    press(event: PointerEvent) {
      const source = event.target instanceof Element ? rules.held(event.target) : null;
      if (!source || !event.isPrimary || event.button !== 0) return;
      letGo();
      grip = gripOf(event, source, begin);
    },
    move(event: PointerEvent) {
      if (!grip || !isOurs(event)) return;
      if (!grip.dragging && Math.hypot(event.clientX - grip.x, event.clientY - grip.y) > SLACK_PX) {
        if (grip.touch) return letGo();
        begin();
      }
      follow?.move(event);
    },
    release(event: PointerEvent) {
      if (!isOurs(event)) return;
      const dragged = grip?.dragging;
      const drop = follow?.drop() ?? null;
      letGo();
      if (dragged) swallowClick();
      if (drop) rules.dropped(drop);
    },
  };
}

/**
 * Lets things inside `area` be dragged by mouse, pen or finger: a mouse drags at once, a finger after it has rested, so that it can
 * still scroll. Escape lets go. Gives what stops it.
 */
export function listenForDrags(area: HTMLElement, rules: DragRules): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  const { press, move, release, letGo, isTouching, isDragging } = hand(rules);
  area.addEventListener("pointerdown", press, { signal });
  window.addEventListener("pointermove", move, { signal });
  window.addEventListener("pointerup", release, { signal });
  window.addEventListener("pointercancel", letGo, { signal });
  window.addEventListener("keydown", (event) => event.key === "Escape" && letGo(), { signal });
  // The browser's own drag of a link, its scrolling under a finger that drags, and its menu for a finger that rests.
  area.addEventListener("dragstart", (event) => event.preventDefault(), { signal });
  const still = (event: Event) => isDragging() && event.preventDefault();
  area.addEventListener("touchmove", still, { signal, passive: false });
  area.addEventListener("contextmenu", (event) => isTouching() && event.preventDefault(), { signal });
  return () => {
    letGo();
    listening.abort();
  };
}
