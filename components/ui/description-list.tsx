import type { ReactNode } from "react";
import { classNames } from "./class-names";

export type Description = { term: string; detail: ReactNode };

/** Facts by name. Two columns where there is room; `null` details are left out by the caller, not shown as dashes. */
export function DescriptionList({
  items,
  stacked,
  className,
}: {
  items: Description[];
  stacked?: boolean;
  className?: string;
}) {
  return (
    <dl
      className={classNames(
        "grid",
        stacked ? "gap-4 sm:grid-cols-2 lg:grid-cols-3" : "divide-y divide-line",
        className,
      )}
    >
      {items.map((item) => (
        <div
          key={item.term}
          className={
            stacked
              ? "grid content-start gap-0.5"
              : "grid gap-x-6 gap-y-0.5 py-2.5 sm:grid-cols-[minmax(7rem,min(14rem,32%))_1fr]"
          }
        >
          <dt className="text-muted">{item.term}</dt>
          <dd>{item.detail}</dd>
        </div>
      ))}
    </dl>
  );
}
