import { classNames } from "./class-names";

/** The mark: a P whose bowl is an open loop (try, reflect, try again) around a point, practice that is seen. */
export function LogoMark({ className }: { className?: string }) {
  return (
    <svg
      viewBox="0 0 32 32"
      aria-hidden="true"
      focusable="false"
      className={classNames("size-8 shrink-0", className)}
    >
      <rect width="32" height="32" rx="7" className="fill-accent" />
      <g fill="none" strokeWidth="3" strokeLinecap="round" className="stroke-on-accent">
        <path d="M10 8v17" />
        <path d="M10 13.5a6.5 6.5 0 1 1 3.2 5.6" />
      </g>
      <circle cx="16.5" cy="13.5" r="2.1" className="fill-on-accent" />
    </svg>
  );
}

/** Mark and name. The name is text, so that it is read, found and printed. */
export function Logo({ className }: { className?: string }) {
  return (
    <span className={classNames("inline-flex items-center gap-2.5", className)}>
      <LogoMark />
      <span className="text-[1.375rem] leading-none font-semibold tracking-[-0.02em] text-ink">Praksis</span>
    </span>
  );
}
