import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { DisclosureMenu } from "./disclosure-menu";
import { NavLink } from "./nav-link";
import type { NavItem } from "./nav-types";

function Count({ count }: { count?: number }) {
  return count ? (
    <span className="ms-auto rounded-full bg-accent px-2 text-xs leading-5 font-semibold text-on-accent">
      {count}
    </span>
  ) : null;
}

/** The area's places down the left side, from 1024 px on. */
export function SideNav({ items, label }: { items: NavItem[]; label: string }) {
  return (
    <nav
      aria-label={label}
      className="sticky top-16 hidden h-[calc(100dvh-4rem)] w-60 shrink-0 overflow-y-auto border-e border-line px-3 py-6 lg:block"
    >
      <ul className="grid gap-0.5">
        {items.map((item) => (
          <li key={item.href}>
            <NavLink
              href={item.href}
              exact={item.exact}
              below={item.below}
              className="flex min-h-target items-center gap-3 rounded px-3 no-underline transition-colors"
              currentClassName="bg-accent-soft font-semibold text-accent"
              otherClassName="text-ink hover:bg-sunken hover:text-ink"
            >
              <Icon name={item.icon} />
              {item.label}
              <Count count={item.count} />
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The same at the lower edge of a phone, under the thumb: four places whose whole names fit, or three and the rest behind "more". */
export function BottomNav({ items, label }: { items: NavItem[]; label: string }) {
  const shown = items.length > 4 ? items.slice(0, 3) : items;
  const rest = items.slice(shown.length);
  const look =
    "relative flex h-full min-h-15 w-full flex-col items-center justify-center gap-0.5 py-px text-[clamp(0.6875rem,3.4vw,0.8125rem)] no-underline";
  return (
    <nav
      aria-label={label}
      className="fixed inset-x-0 bottom-0 z-20 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] lg:hidden"
    >
      <ul className="mx-auto flex max-w-xl">
        {shown.map((item) => (
          <li key={item.href} className="min-w-0 flex-1">
            <NavLink
              href={item.href}
              exact={item.exact}
              below={item.below}
              className={look}
              currentClassName="font-semibold text-accent"
              otherClassName="text-ink hover:text-ink"
            >
              <Icon name={item.icon} className="size-6" />
              <span className="max-w-full text-center leading-4 wrap-anywhere hyphens-auto">
                {item.label}
              </span>
              {item.count ? (
                <span className="absolute start-1/2 top-1 ms-2 rounded-full bg-accent px-1.5 text-[0.6875rem] leading-4 font-semibold text-on-accent">
                  {item.count}
                </span>
              ) : null}
            </NavLink>
          </li>
        ))}
        {rest.length > 0 ? <MoreMenu items={rest} /> : null}
      </ul>
    </nav>
  );
}

function MoreMenu({ items }: { items: NavItem[] }) {
  const t = useTranslations("shell");
  return (
    <li className="flex flex-1">
      <DisclosureMenu
        label={t("nav.more")}
        className="flex flex-1 [&>summary]:w-full"
        panelClassName="end-2 bottom-full mb-2 w-64"
        summary={
          <span className="flex flex-col items-center gap-0.5 text-[clamp(0.6875rem,3.4vw,0.8125rem)] leading-4">
            <Icon name="more" className="size-6" />
            {t("nav.more")}
          </span>
        }
      >
        <ul>
          {items.map((item) => (
            <li key={item.href}>
              <NavLink
                href={item.href}
                exact={item.exact}
                below={item.below}
                className="flex min-h-12 items-center gap-3 rounded px-3 text-ink no-underline hover:bg-sunken"
                currentClassName="font-semibold"
              >
                <Icon name={item.icon} />
                {item.label}
                <Count count={item.count} />
              </NavLink>
            </li>
          ))}
        </ul>
      </DisclosureMenu>
    </li>
  );
}
