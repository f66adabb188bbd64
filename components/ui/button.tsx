import type { ComponentProps } from "react";
import { type ButtonSize, type ButtonTone, buttonClass } from "./button-style";
import { Icon, type IconName } from "./icon";

export type ButtonProps = ComponentProps<"button"> & {
  tone?: ButtonTone;
  size?: ButtonSize;
  icon?: IconName;
  /** Shows that work is under way. The button stays focusable: a disabled one would drop the focus. */
  pending?: boolean;
};

/** A native button. For a form's own button use SubmitButton, which knows when the form is being sent. */
export function Button({
  tone,
  size,
  icon,
  pending = false,
  className,
  children,
  type = "button",
  ...rest
}: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      aria-disabled={pending || rest["aria-disabled"] || undefined}
      className={buttonClass(tone, size, className)}
    >
      {pending ? <Icon name="refresh" className="animate-turn-late" /> : icon ? <Icon name={icon} /> : null}
      {children}
    </button>
  );
}

/** A square button with an icon only; `label` is its name and its tooltip. */
export function IconButton({
  label,
  icon,
  tone = "quiet",
  className,
  ...rest
}: Omit<ButtonProps, "children" | "size"> & { label: string; icon: IconName }) {
  return (
    <button
      {...rest}
      type={rest.type ?? "button"}
      aria-label={label}
      title={label}
      className={buttonClass(tone, "square", className)}
    >
      <Icon name={icon} />
    </button>
  );
}
