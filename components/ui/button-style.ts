import { classNames } from "./class-names";

export type ButtonTone = "primary" | "secondary" | "quiet" | "danger";
export type ButtonSize = "medium" | "small" | "square";

const tones: Record<ButtonTone, string> = {
  primary:
    "bg-accent text-on-accent border-accent hover:bg-accent-hover hover:border-accent-hover hover:text-on-accent",
  secondary: "bg-surface text-ink border-line-strong hover:border-ink hover:bg-sunken hover:text-ink",
  quiet:
    "quiet-edge bg-transparent text-accent border-transparent hover:bg-accent-soft hover:text-accent-hover",
  danger:
    "bg-danger text-on-danger border-danger hover:bg-danger-hover hover:border-danger-hover hover:text-on-danger",
};

const sizes: Record<ButtonSize, string> = {
  medium: "min-h-target px-(--edge) py-2 text-base [--edge:1.125rem]",
  small: "min-h-9 px-(--edge) py-1 text-sm [--edge:0.75rem]",
  // Holds an icon only, and is as wide as a thumb.
  square: "min-h-target min-w-target text-base [--edge:0px]",
};

/** The look shared by buttons and by links that look like buttons. */
export function buttonClass(
  tone: ButtonTone = "primary",
  size: ButtonSize = "medium",
  extra?: string,
): string {
  return classNames(
    "inline-flex items-center justify-center gap-2 rounded border font-medium no-underline transition-colors select-none",
    "disabled:pointer-events-none disabled:border-line disabled:bg-sunken disabled:text-muted",
    "aria-disabled:cursor-progress",
    tones[tone],
    sizes[size],
    extra,
  );
}
