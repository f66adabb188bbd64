import { classNames } from "./class-names";

/** Our own strokes on a grid of 24, one weight; drawn to sit on the x-height of the text beside them. */
const paths = {
  alert: "M12 4 2.8 20h18.4L12 4Zm0 6v4.5m0 3v.01",
  archive: "M4 5h16v4H4V5Zm1.5 4v10h13V9M10 13h4",
  arrowLeft: "M19 12H5m6-6-6 6 6 6",
  arrowRight: "M5 12h14m-6-6 6 6-6 6",
  award: "M12 3.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11Zm-3.4 10L7 21l5-2.6 5 2.6-1.6-7.5",
  ban: "M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17ZM6 6l12 12",
  book: "M5 4.5h9a3 3 0 0 1 3 3v12H8a3 3 0 0 1-3-3v-12Zm0 12a3 3 0 0 1 3-3h9M19 8v12",
  building: "M5 20.5V5l8-2v17.5M13 9h6v11.5M3 20.5h18M8 8v.01M8 12v.01M8 16v.01M16 13v.01M16 17v.01",
  calendar: "M4 6h16v14H4V6Zm0 4.5h16M8.5 3.5V7m7-3.5V7",
  chart: "M4 20h16M7 20v-7m5 7V5m5 15v-10",
  check: "m4.5 12.5 5 5 10-11",
  chevronDown: "m6 9 6 6 6-6",
  chevronRight: "m9 6 6 6-6 6",
  circle: "M12 4a8 8 0 1 1 0 16 8 8 0 0 1 0-16Z",
  clock: "M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17Zm0 4V12l3 2",
  close: "m6 6 12 12M18 6 6 18",
  copy: "M8.5 8.5h11v11h-11v-11Zm-4 7v-11h11",
  dashed:
    "M12 4c1.4 0 2.7.4 3.9 1M19 8.2c.6 1.1 1 2.4 1 3.8s-.4 2.7-1 3.8M15.9 19c-1.2.6-2.5 1-3.9 1s-2.7-.4-3.9-1M5 15.8c-.6-1.1-1-2.4-1-3.8s.4-2.7 1-3.8M8.1 5c1.2-.6 2.5-1 3.9-1",
  download: "M12 4v11m-5-5 5 5 5-5M4.5 20h15",
  edit: "m4 20 1-4.5L16.5 4 20 7.5 8.5 19 4 20Z",
  external: "M13 5h6v6m0-6-9 9M10 6H5v13h13v-5",
  eye: "M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12Zm9.5-2.8a2.8 2.8 0 1 1 0 5.6 2.8 2.8 0 0 1 0-5.6Z",
  file: "M6 3.5h8l4.5 4.5v12.5H6v-17Zm8 0V8h4.5",
  filter: "M4 6h16M7 12h10m-7 6h4",
  globe:
    "M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17Zm-8.5 8.5h17M12 3.5c2.5 2.4 3.7 5.2 3.7 8.5s-1.2 6.1-3.7 8.5c-2.5-2.4-3.7-5.2-3.7-8.5s1.2-6.1 3.7-8.5Z",
  grid: "M4 4h6.5v6.5H4V4Zm9.5 0H20v6.5h-6.5V4ZM4 13.5h6.5V20H4v-6.5Zm9.5 0H20V20h-6.5v-6.5Z",
  home: "m3.5 11.5 8.5-7.5 8.5 7.5M6 9.5V20h12V9.5",
  inbox: "M4 14 6.5 5h11L20 14v5.5H4V14Zm0 0h4.5l1.5 2.5h4l1.5-2.5H20",
  info: "M12 3.5a8.5 8.5 0 1 1 0 17 8.5 8.5 0 0 1 0-17Zm0 7.5v5m0-8.5v.01",
  list: "M9 6.5h11M9 12h11M9 17.5h11M4.5 6.5v.01M4.5 12v.01M4.5 17.5v.01",
  lock: "M6 11h12v9H6v-9Zm2.5 0V8a3.5 3.5 0 0 1 7 0v3",
  mail: "M3.5 6h17v12.5h-17V6Zm0 1 8.5 6.5L20.5 7",
  menu: "M4 7h16M4 12h16M4 17h16",
  minus: "M5 12h14",
  moon: "M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10Z",
  more: "M5 12v.01M12 12v.01M19 12v.01",
  pause: "M8.5 5v14m7-14v14",
  people:
    "M9 4.5a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7ZM2.5 20c0-3.6 2.9-6 6.5-6s6.5 2.4 6.5 6M16 5a3.3 3.3 0 0 1 0 6.2m1.5 3.3c2.4.7 4 2.7 4 5.5",
  person: "M12 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8ZM4.5 20.5c0-3.9 3.4-6.5 7.5-6.5s7.5 2.6 7.5 6.5",
  pin: "M12 21s7-6.3 7-11.5a7 7 0 0 0-14 0C5 14.7 12 21 12 21Zm0-13.5a2.3 2.3 0 1 1 0 4.6 2.3 2.3 0 0 1 0-4.6Z",
  plus: "M12 5v14M5 12h14",
  print: "M7 8.5V3.5h10v5M7 17H4V8.5h16V17h-3M7 14h10v6.5H7V14Z",
  refresh: "M19.5 12A7.5 7.5 0 1 1 17 6.4L19.5 9M19.5 4v5h-5",
  search: "M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13Zm5 11.5L20.5 20.5",
  settings: "M4 7h9m5 0h2M4 17h3m5 0h8M15.5 4.5v5M9.5 14.5v5",
  share: "M12 15V4M8 8l4-4 4 4M5 13v7h14v-7",
  shield: "M12 3.5 19.5 6v6c0 4.3-3 7.3-7.5 8.5C7.5 19.3 4.5 16.3 4.5 12V6L12 3.5Zm-3.5 8.5 2.5 2.5 4.5-5",
  signOut: "M14 4.5H5v15h9M10 12h10.5M17 8.5l3.5 3.5-3.5 3.5",
  sort: "M8 4.5v15m-4-4 4 4 4-4M16 19.5v-15m-4 4 4-4 4 4",
  sortDown: "M12 5v14m-6-6 6 6 6-6",
  sortUp: "M12 19V5m-6 6 6-6 6 6",
  sound: "M4.5 9.5v5H8l5 4.5V5L8 9.5H4.5Zm12-1a5 5 0 0 1 0 7M19 6a8.5 8.5 0 0 1 0 12",
  sun: "M12 8a4 4 0 1 1 0 8 4 4 0 0 1 0-8Zm0-5.5v2m0 15v2M2.5 12h2m15 0h2M5.3 5.3l1.4 1.4m10.6 10.6 1.4 1.4m0-13.4-1.4 1.4M6.7 17.3l-1.4 1.4",
  trash: "M4.5 7h15M9.5 7V4h5v3M6.5 7l.8 13h9.4l.8-13M10.5 11v5.5m3-5.5v5.5",
  undo: "M8.5 5 4 9.5 8.5 14M4 9.5h10a5.5 5.5 0 0 1 0 11h-4",
  upload: "M12 16V5M7 10l5-5 5 5M4.5 20h15",
} as const;

export type IconName = keyof typeof paths;

/**
 * An icon the size of the text beside it, or of the `size-…` it is given (of two the sheet's order would decide). Decorative by default, because a word stands beside it; `label` names it where
 * none does.
 */
export function Icon({ name, label, className }: { name: IconName; label?: string; className?: string }) {
  return (
    // biome-ignore lint/a11y/noSvgWithoutTitle: named by its label, or hidden where a word stands beside it
    <svg
      viewBox="0 0 24 24"
      className={classNames(
        "inline-block shrink-0",
        /\bsize-/.test(className ?? "") ? "" : "size-[1.25em]",
        className,
      )}
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeLinecap="round"
      strokeLinejoin="round"
      focusable="false"
      {...(label ? { role: "img", "aria-label": label } : { "aria-hidden": true })}
    >
      <path d={paths[name]} />
    </svg>
  );
}
