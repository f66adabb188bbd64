import type { ReactNode } from "react";
import { classNames } from "./class-names";
import { Icon, type IconName } from "./icon";
import { type Tone, toneFill, toneIcons, toneText } from "./status-tag";

export type TimelineEntry = {
  id: string;
  title: ReactNode;
  /** The day or time as people read it, and as machines do. */
  when: string;
  dateTime?: string;
  tone?: Tone;
  icon?: IconName;
  children?: ReactNode;
};

/** What happened, or will, in order of time. */
export function Timeline({ entries, label }: { entries: TimelineEntry[]; label?: string }) {
  return (
    <ol aria-label={label}>
      {entries.map(({ id, title, when, dateTime, tone = "neutral", icon, children }) => (
        <li key={id} className="group relative flex gap-4 pb-6 last:pb-0">
          <span
            aria-hidden="true"
            className="absolute start-[1.0625rem] top-9 bottom-0 w-px bg-line group-last:hidden"
          />
          <span
            className={classNames(
              "grid size-9 shrink-0 place-items-center rounded-full",
              toneFill[tone],
              toneText[tone],
            )}
          >
            <Icon name={icon ?? toneIcons[tone]} className="size-4.5" />
          </span>
          <div className="grid min-w-0 gap-0.5 pt-1">
            <p className="font-medium">{title}</p>
            <p className="text-sm text-muted">{dateTime ? <time dateTime={dateTime}>{when}</time> : when}</p>
            {children ? <div className="pt-1">{children}</div> : null}
          </div>
        </li>
      ))}
    </ol>
  );
}
