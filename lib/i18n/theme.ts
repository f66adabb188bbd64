/** Light, dark, or as the device says. Kept in a cookie so that the server renders the right one: nothing flashes. */
export const themes = ["system", "light", "dark"] as const;

export type Theme = (typeof themes)[number];

export const themeCookie = "theme";

/** Says whether `value` is a theme. */
export function isTheme(value: unknown): value is Theme {
  return themes.some((theme) => theme === value);
}
