import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { LogoMark } from "@/components/ui/logo";
import type { Theme } from "@/lib/i18n/theme";
import { BottomNav, SideNav } from "./area-nav";
import { CommandTrigger } from "./command-trigger";
import type { AreaLink, NavItem, ShellPerson } from "./nav-types";
import { PersonMenu, type SignOut } from "./person-menu";
import { SkipLink } from "./skip-link";

export type AreaShellProps = {
  /** The area's name as people read it. */
  area: string;
  /** The address of the area's home. */
  home: string;
  items: NavItem[];
  person: ShellPerson;
  areas: AreaLink[];
  signOut: SignOut;
  theme: Theme;
  returnTo: string;
  /** The route the command palette asks; see CommandTrigger. */
  paletteSource: string;
  children: ReactNode;
};

/** The frame of a role's area: head, navigation at the side (or under the thumb), content. */
export function AreaShell({
  area,
  home,
  items,
  person,
  areas,
  signOut,
  theme,
  returnTo,
  paletteSource,
  children,
}: AreaShellProps) {
  const t = useTranslations("shell");
  const others: NavItem[] = areas
    .filter((each) => !each.current)
    .map((each) => ({ href: each.href, label: each.label, icon: "grid" }));
  const label = t("nav.area", { area });
  return (
    <div className="min-h-dvh pb-20 lg:pb-0 print:pb-0">
      <SkipLink />
      <header
        data-shell=""
        data-person={person.id}
        className="sticky top-0 z-20 border-b border-line bg-canvas"
      >
        <div className="flex h-16 items-center gap-1 px-2 sm:gap-3 sm:px-6">
          <Link
            href="/"
            aria-label={t("home")}
            className="inline-flex min-h-target min-w-target items-center no-underline"
          >
            <LogoMark />
          </Link>
          <Link
            href={home}
            className="me-auto min-w-0 text-base font-semibold text-ink sm:text-lg no-underline hover:text-ink"
          >
            <span className="block truncate leading-11">{area}</span>
          </Link>
          <CommandTrigger items={[...items, ...others]} source={paletteSource} />
          <PersonMenu person={person} areas={areas} signOut={signOut} theme={theme} returnTo={returnTo} />
        </div>
      </header>
      <div className="flex">
        <SideNav items={items} label={label} />
        <main
          id="main"
          tabIndex={-1}
          className="mx-auto w-full max-w-page min-w-0 grow px-4 py-6 sm:px-8 sm:py-10"
        >
          {children}
        </main>
      </div>
      <BottomNav items={items} label={label} />
    </div>
  );
}
