import { useLocale, useTranslations } from "next-intl";
import { classNames } from "@/components/ui/class-names";
import { Icon, type IconName } from "@/components/ui/icon";
import { localeNames, locales } from "@/lib/i18n/locales";
import { type Theme, themes } from "@/lib/i18n/theme";
import { PreferenceForm } from "./preference-form";

const themeIcons: Record<Theme, IconName> = { system: "settings", light: "sun", dark: "moon" };

const choice =
  "flex min-h-target w-full items-center gap-2.5 rounded px-3 text-start hover:bg-sunken aria-pressed:font-semibold";

/** Languages, each in its own name and marked with its own language for screen readers. */
export function LocaleSwitch({ returnTo, inline }: { returnTo: string; inline?: boolean }) {
  const t = useTranslations("shell");
  const present = useLocale();
  return (
    <PreferenceForm returnTo={returnTo}>
      <fieldset className={inline ? "-mx-2.5 flex flex-wrap gap-x-1" : ""}>
        <legend className={inline ? "sr-only" : "px-3 pt-2 pb-1 text-sm text-muted"}>
          {t("locale.label")}
        </legend>
        {locales.map((locale) => (
          <button
            key={locale}
            type="submit"
            name="locale"
            value={locale}
            lang={locale}
            aria-pressed={locale === present}
            className={classNames(
              choice,
              inline && "w-auto! px-2.5! aria-pressed:underline aria-pressed:underline-offset-4",
            )}
          >
            {inline ? null : (
              <Icon name="check" className={locale === present ? "text-accent" : "invisible"} />
            )}
            {localeNames[locale]}
          </button>
        ))}
      </fieldset>
    </PreferenceForm>
  );
}

/** Light, dark, or as the device says. */
export function ThemeSwitch({ returnTo, theme }: { returnTo: string; theme: Theme }) {
  const t = useTranslations("shell");
  return (
    <PreferenceForm returnTo={returnTo}>
      <fieldset>
        <legend className="px-3 pt-2 pb-1 text-sm text-muted">{t("theme.label")}</legend>
        {themes.map((each) => (
          <button
            key={each}
            type="submit"
            name="theme"
            value={each}
            aria-pressed={each === theme}
            className={choice}
          >
            <Icon
              name={each === theme ? "check" : themeIcons[each]}
              className={each === theme ? "text-accent" : "text-muted"}
            />
            {t(`theme.${each}`)}
          </button>
        ))}
      </fieldset>
    </PreferenceForm>
  );
}
