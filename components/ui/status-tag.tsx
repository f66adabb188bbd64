import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { Icon, type IconName } from "./icon";

export type Tone = "neutral" | "info" | "success" | "warning" | "danger";

export const toneIcons: Record<Tone, IconName> = {
  neutral: "circle",
  info: "info",
  success: "check",
  warning: "clock",
  danger: "alert",
};

export const toneText: Record<Tone, string> = {
  neutral: "text-ink",
  info: "text-info",
  success: "text-success",
  warning: "text-warning",
  danger: "text-danger",
};

export const toneFill: Record<Tone, string> = {
  neutral: "bg-sunken",
  info: "bg-info-soft",
  success: "bg-success-soft",
  warning: "bg-warning-soft",
  danger: "bg-danger-soft",
};

type StatusTagProps = { tone?: Tone; icon?: IconName; children: ReactNode; className?: string };

/** A state in a word and an icon, with colour as the third sign. */
export function StatusTag({ tone = "neutral", icon, children, className }: StatusTagProps) {
  return (
    <span
      className={classNames(
        "inline-flex items-center gap-1.5 rounded-full py-0.5 ps-2 pe-2.5 text-sm font-medium whitespace-nowrap",
        toneFill[tone],
        toneText[tone],
        className,
      )}
    >
      <Icon name={icon ?? toneIcons[tone]} className="size-[1.05em]" />
      {children}
    </span>
  );
}
