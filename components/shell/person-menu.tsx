import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Avatar } from "@/components/ui/avatar";
import { Icon } from "@/components/ui/icon";
import type { Theme } from "@/lib/i18n/theme";
import { DisclosureMenu } from "./disclosure-menu";
import type { AreaLink, ShellPerson } from "./nav-types";
import { LocaleSwitch, ThemeSwitch } from "./preference-menu";
import { SignOutForm } from "./sign-out-form";

export type SignOut = string | ((form: FormData) => void | Promise<void>);

type PersonMenuProps = {
  person: ShellPerson;
  areas: AreaLink[];
  /** The address a POST goes to, or a server action. */
  signOut: SignOut;
  theme: Theme;
  returnTo: string;
  /** Where else one can go from here: what a narrow window has no room for beside the menu. */
  children?: ReactNode;
};

const row =
  "flex min-h-target w-full items-center gap-2.5 rounded px-3 text-start text-ink no-underline hover:bg-sunken hover:text-ink";

/** Whoever is signed in: their areas, language and appearance, and the way out. */
export function PersonMenu({ person, areas, signOut, theme, returnTo, children }: PersonMenuProps) {
  const t = useTranslations("shell");
  return (
    <DisclosureMenu
      label={t("person.menu", { name: person.name })}
      panelClassName="end-0 top-full mt-1 max-h-[80dvh] w-72 overflow-y-auto"
      summary={
        <>
          <Avatar name={person.name} />
          <Icon name="chevronDown" className="size-4 text-muted max-sm:hidden" />
        </>
      }
    >
      <div className="border-b border-line px-3 pt-1.5 pb-3">
        <p className="font-semibold">{person.name}</p>
        <p className="text-sm break-all text-muted">{person.email}</p>
      </div>
      {children}
      {areas.some(({ current }) => !current) ? (
        <nav aria-label={t("areas.label")} className="border-b border-line pb-2">
          <p className="px-3 pt-2 pb-1 text-sm text-muted">{t("areas.label")}</p>
          <ul>
            {areas.map((area) => (
              <li key={area.href}>
                <Link href={area.href} aria-current={area.current ? "true" : undefined} className={row}>
                  <Icon name="check" className={area.current ? "text-accent" : "invisible"} />
                  {area.label}
                </Link>
              </li>
            ))}
          </ul>
        </nav>
      ) : null}
      <LocaleSwitch returnTo={returnTo} />
      <ThemeSwitch returnTo={returnTo} theme={theme} />
      <SignOutForm signOut={signOut}>
        <button type="submit" className={row}>
          <Icon name="signOut" className="text-muted" />
          {t("person.signOut")}
        </button>
      </SignOutForm>
    </DisclosureMenu>
  );
}
