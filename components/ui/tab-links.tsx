import Link from "next/link";
import { classNames } from "./class-names";

export type TabLink = { label: string; href: string; current?: boolean; count?: number };

/**
 * Views of one thing, each with an address of its own: links, so that they can be shared, opened beside, and used without scripts.
 * On a phone they run past the edge and are pushed along; where there is room for a second line, all of them are seen.
 */
export function TabLinks({ tabs, label }: { tabs: TabLink[]; label: string }) {
  // Many stand closer, so that the last of them is not alone in a line of its own.
  const gap = tabs.length > 8 ? "gap-x-2.5" : "gap-x-6";
  return (
    <nav aria-label={label} className="-mx-4 overflow-x-auto px-4 sm:mx-0 sm:px-0">
      <ul className={classNames("flex min-w-max border-b border-line sm:min-w-0 sm:flex-wrap", gap)}>
        {tabs.map((tab) => (
          <li key={tab.href}>
            <Link
              href={tab.href}
              scroll={false}
              aria-current={tab.current ? "page" : undefined}
              className={classNames(
                "-mb-px flex min-h-target items-center gap-1.5 border-b-3 no-underline",
                tab.current
                  ? "border-accent font-semibold text-ink"
                  : "border-transparent text-muted hover:border-line-strong hover:text-ink",
              )}
            >
              {tab.label}
              {tab.count === undefined ? null : (
                <span className="rounded-full bg-sunken px-2 text-sm font-medium text-ink">{tab.count}</span>
              )}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
