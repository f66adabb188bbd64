import Link from "next/link";
import type { ComponentProps } from "react";
import { type ButtonSize, type ButtonTone, buttonClass } from "./button-style";
import { Icon, type IconName } from "./icon";

type LinkButtonProps = ComponentProps<typeof Link> & {
  tone?: ButtonTone;
  size?: ButtonSize;
  icon?: IconName;
  /** A file or a feed: the browser fetches it itself, Next's router does not. */
  native?: boolean;
};

/** A link (it leads somewhere) with the weight of a button. What changes something is a button, never this. */
export function LinkButton({ tone, size, icon, native, className, children, ...rest }: LinkButtonProps) {
  const look = buttonClass(tone, size, className);
  const inside = (
    <>
      {icon ? <Icon name={icon} /> : null}
      {children}
    </>
  );
  if (!native) {
    return (
      <Link {...rest} className={look}>
        {inside}
      </Link>
    );
  }
  return (
    <a href={String(rest.href)} download={rest.download} target={rest.target} rel={rest.rel} className={look}>
      {inside}
    </a>
  );
}
