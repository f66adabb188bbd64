import type { ReactNode } from "react";
import { classNames } from "./class-names";

type FillPart = {
  label: string;
  value: number;
  tone: "accent" | "soft" | "warning" | "success" | "danger";
};

const fills: Record<FillPart["tone"], string> = {
  accent: "bg-accent",
  soft: "hatched",
  warning: "bg-warning",
  success: "bg-success",
  danger: "bg-danger",
};

type FillBarProps = {
  parts: FillPart[];
  total: number;
  label: string;
  children?: ReactNode;
  className?: string;
};

/**
 * How full something is: parts of a total, named in words under the bar and in one sentence for screen readers. A `soft` part
 * (reserved, expected) is hatched, so that it differs from the rest without colour.
 */
export function FillBar({ parts, total, label, children, className }: FillBarProps) {
  const whole = Math.max(total, 1);
  const words = parts.map((part) => `${part.label} ${part.value}`).join(", ");
  return (
    <div className={classNames("grid gap-1.5", className)}>
      <div
        role="img"
        aria-label={`${label}: ${words} / ${total}`}
        className="flex h-3 w-full overflow-hidden rounded-full bg-sunken"
      >
        {parts.map((part) => (
          <span
            key={part.label}
            className={classNames("h-full border-e border-surface last:border-0", fills[part.tone])}
            style={{ width: `${Math.min(100, (part.value / whole) * 100)}%` }}
          />
        ))}
      </div>
      {children ? <div className="text-sm text-muted">{children}</div> : null}
    </div>
  );
}
