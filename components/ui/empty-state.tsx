import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";

type EmptyStateProps = { icon?: IconName; title: ReactNode; children?: ReactNode; actions?: ReactNode };

/** In place of a list without rows: what would be here, and what to do next. */
export function EmptyState({ icon = "inbox", title, children, actions }: EmptyStateProps) {
  return (
    <div className="grid justify-items-start gap-3 rounded-lg bg-sunken p-6 sm:p-8">
      <span className="grid size-11 place-items-center rounded-full bg-surface text-muted">
        <Icon name={icon} className="size-5.5" />
      </span>
      <p className="text-lg font-semibold">{title}</p>
      {children ? <div className="max-w-prose text-muted">{children}</div> : null}
      {actions ? <div className="flex flex-wrap gap-3 pt-1">{actions}</div> : null}
    </div>
  );
}
