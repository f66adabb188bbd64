import { classNames } from "./class-names";
import { iconPaths } from "./icon-paths";

export type IconName = keyof typeof iconPaths;

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
      <path d={iconPaths[name]} />
    </svg>
  );
}
