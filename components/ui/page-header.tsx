import type { ReactNode } from "react";
import { Breadcrumbs, type Crumb } from "./breadcrumbs";

type PageHeaderProps = {
  title: ReactNode;
  lead?: ReactNode;
  crumbs?: Crumb[];
  /** A word above the title: what kind of thing this is. */
  kicker?: ReactNode;
  /** Tags and figures under the title. */
  meta?: ReactNode;
  actions?: ReactNode;
};

/** The head of a page: where one is, what this is, what one can do. The page's only h1. */
export function PageHeader({ title, lead, crumbs, kicker, meta, actions }: PageHeaderProps) {
  return (
    <div className="mb-8 grid gap-4 sm:mb-10">
      {crumbs && crumbs.length > 0 ? <Breadcrumbs crumbs={crumbs} /> : null}
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-4">
        <div className="grid max-w-prose gap-2.5">
          {kicker ? <p className="text-sm font-medium text-muted">{kicker}</p> : null}
          <h1 className="text-3xl wrap-anywhere max-sm:hyphens-auto">{title}</h1>
          {lead ? <div className="text-lg text-muted">{lead}</div> : null}
        </div>
        {actions ? (
          <div data-noprint="" className="actions-edge flex flex-wrap items-start gap-3">
            {actions}
          </div>
        ) : null}
      </div>
      {meta ? <div className="flex flex-wrap items-center gap-x-5 gap-y-2">{meta}</div> : null}
    </div>
  );
}
