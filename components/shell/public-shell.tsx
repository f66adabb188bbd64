import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";
import { LinkButton } from "@/components/ui/link-button";
import { Logo } from "@/components/ui/logo";
import type { Theme } from "@/lib/i18n/theme";
import { DisclosureMenu } from "./disclosure-menu";
import { NavLink } from "./nav-link";
import type { AreaLink, ShellPerson } from "./nav-types";
import { PersonMenu, type SignOut } from "./person-menu";
import { LocaleSwitch, ThemeSwitch } from "./preference-menu";
import { SkipLink } from "./skip-link";

export type PublicShellProps = {
  theme: Theme;
  returnTo: string;
  /** Whoever is signed in looks at public pages too. */
  person?: ShellPerson;
  areas?: AreaLink[];
  signOut?: SignOut;
  children: ReactNode;
};

const places = [
  { href: "/programmes", key: "programmes" },
  { href: "/library", key: "library" },
  { href: "/events", key: "events" },
  { href: "/verify", key: "verify" },
] as const;

const foot = [
  { href: "/contact", key: "nav.contact" },
  { href: "/verify", key: "nav.verify" },
  { href: "/transparency", key: "footer.transparency" },
  { href: "/was", key: "footer.accessibility" },
  { href: "/privacy", key: "footer.privacy" },
] as const;

/** Public pages: few links, wide margins, and the foot with what the law asks for. */
export function PublicShell({ theme, returnTo, person, areas = [], signOut, children }: PublicShellProps) {
  const t = useTranslations("shell");
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink />
      <header
        data-shell=""
        data-person={person?.id}
        className="sticky top-0 z-20 border-b border-line bg-canvas"
      >
        <div className="mx-auto flex min-h-16 max-w-page items-center gap-4 px-4 sm:px-6">
          <Link
            href="/"
            aria-label={t("home")}
            className="me-auto inline-flex min-h-target items-center no-underline"
          >
            <Logo />
          </Link>
          <nav aria-label={t("nav.main")} className="hidden lg:block">
            <ul className="flex flex-wrap justify-end gap-1">
              {places.map(({ href, key }) => (
                <li key={href}>
                  <NavLink
                    href={href}
                    className="inline-flex min-h-target items-center rounded px-3 whitespace-nowrap no-underline hover:bg-sunken"
                    currentClassName="font-semibold text-ink"
                    otherClassName="text-ink hover:text-ink"
                  >
                    {t(`nav.${key}`)}
                  </NavLink>
                </li>
              ))}
            </ul>
          </nav>
          {person && signOut ? (
            <PersonMenu person={person} areas={areas} signOut={signOut} theme={theme} returnTo={returnTo}>
              <PlacesInMenu />
            </PersonMenu>
          ) : (
            <VisitorMenu theme={theme} returnTo={returnTo} />
          )}
        </div>
      </header>
      <main id="main" tabIndex={-1} className="mx-auto w-full max-w-page grow px-4 py-8 sm:px-6 sm:py-12">
        {children}
      </main>
      <PublicFooter returnTo={returnTo} />
    </div>
  );
}

/** The places of the header, where it has no room for them. */
function PlacesInMenu() {
  const t = useTranslations("shell");
  return (
    <ul className="border-b border-line pb-2 lg:hidden">
      {places.map(({ href, key }) => (
        <li key={href}>
          <NavLink
            href={href}
            className="flex min-h-target items-center rounded px-3 text-ink no-underline hover:bg-sunken"
            currentClassName="font-semibold"
          >
            {t(`nav.${key}`)}
          </NavLink>
        </li>
      ))}
    </ul>
  );
}

function VisitorMenu({ theme, returnTo }: { theme: Theme; returnTo: string }) {
  const t = useTranslations("shell");
  return (
    <>
      <LinkButton href="/sign-in" size="small" tone="secondary" className="min-h-target whitespace-nowrap">
        {t("nav.signIn")}
      </LinkButton>
      <DisclosureMenu
        label={t("nav.menu")}
        summary={<Icon name="menu" className="size-6" />}
        className="-me-2"
        panelClassName="end-0 top-full mt-1 w-64"
      >
        <PlacesInMenu />
        <LocaleSwitch returnTo={returnTo} />
        <ThemeSwitch returnTo={returnTo} theme={theme} />
      </DisclosureMenu>
    </>
  );
}

function PublicFooter({ returnTo }: { returnTo: string }) {
  const t = useTranslations("shell");
  const link = "inline-flex min-h-target items-center text-ink hover:text-ink";
  return (
    <footer data-shell="" className="border-t border-line bg-sunken">
      <div className="mx-auto flex max-w-page flex-wrap items-start justify-between gap-x-12 gap-y-6 px-4 py-10 sm:px-6">
        <div className="grid max-w-xs gap-2">
          <Logo />
          <p className="text-sm text-muted">{t("tagline")}</p>
          <p className="text-sm text-muted">{t("footer.cookies")}</p>
        </div>
        <nav aria-label={t("footer.label")}>
          <ul className="grid gap-x-10 sm:grid-cols-2">
            {foot.map(({ href, key }) => (
              <li key={href}>
                <Link href={href} className={link}>
                  {t(key)}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
        <LocaleSwitch returnTo={returnTo} inline />
      </div>
    </footer>
  );
}
