import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { Icon, type IconName } from "./icon";
import { type Tone, toneFill, toneIcons, toneText } from "./status-tag";

type CalloutProps = {
  tone?: Tone;
  icon?: IconName;
  title?: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  className?: string;
};

/** Something the reader should not miss, in the flow of the page. */
export function Callout({ tone = "info", icon, title, children, actions, className }: CalloutProps) {
  return (
    <div className={classNames("flex gap-3.5 rounded-lg p-4 sm:p-5", toneFill[tone], className)}>
      <Icon name={icon ?? toneIcons[tone]} className={classNames("mt-0.5 size-6", toneText[tone])} />
      <div className="grid min-w-0 gap-2">
        {title ? <p className={classNames("font-semibold", toneText[tone])}>{title}</p> : null}
        {children ? <div>{children}</div> : null}
        {actions ? <div className="flex flex-wrap gap-3 pt-1">{actions}</div> : null}
      </div>
    </div>
  );
}
