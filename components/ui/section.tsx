import { type ReactNode, useId } from "react";
import { classNames } from "./class-names";

type SectionProps = {
  title: ReactNode;
  lead?: ReactNode;
  actions?: ReactNode;
  /** The anchor of the section, for links from elsewhere. */
  id?: string;
  /** Level of the heading in the page's outline. */
  level?: 2 | 3;
  className?: string;
  children: ReactNode;
};

/** How a part of a page stands in it; also for pages that are sent without React. */
export const sectionClass = "grid gap-4 [&:not(:first-child)]:mt-12";

/** A part of a page under a heading, which is also its name for those who jump from region to region. */
export function Section({ title, lead, actions, id, level = 2, className, children }: SectionProps) {
  const titleId = useId();
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section id={id} aria-labelledby={titleId} className={classNames(sectionClass, className)}>
      <div className="flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
        <div className="grid gap-1">
          <Heading id={titleId} className={level === 2 ? "text-2xl" : "text-lg"}>
            {title}
          </Heading>
          {lead ? <div className="max-w-prose text-muted">{lead}</div> : null}
        </div>
        {actions ? (
          <div data-noprint="" className="actions-edge flex flex-wrap gap-3">
            {actions}
          </div>
        ) : null}
      </div>
      {children}
    </section>
  );
}

/** A quiet surface that holds together what belongs together. */
export function Card({ className, children }: { className?: string; children: ReactNode }) {
  return (
    <div
      className={classNames(
        "min-w-0 rounded-lg bg-surface p-5 shadow-raised sm:p-6 print:border print:border-line print:shadow-none",
        className,
      )}
    >
      {children}
    </div>
  );
}
