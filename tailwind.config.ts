/**
 * The visual language of Praksis: the one place where colour, type, spacing, radius and motion are defined.
 * Loaded by `@config` in app/globals.css (Tailwind 4). Components use names ("ink", "accent"), never values:
 * the names become CSS variables here, so that light, dark and print differ in values only.
 *
 * Every pair used for text has a contrast of at least 4.5:1 (tests/rules/ui/contrast.test.ts computes it);
 * `line-strong` (borders of controls) and `focus` have at least 3:1 against every surface (WCAG 1.4.11).
 */
import type { Config } from "tailwindcss";
import plugin from "tailwindcss/plugin";

export const light = {
  canvas: "#f8f8f5",
  surface: "#ffffff",
  sunken: "#efefea",
  ink: "#17211f",
  muted: "#52605c",
  line: "#dddfd9",
  "line-strong": "#76827e",
  accent: "#0b5a56",
  "accent-hover": "#073f3d",
  "accent-soft": "#e0eeeb",
  "on-accent": "#ffffff",
  focus: "#0b5a56",
  info: "#1c4f8c",
  "info-soft": "#e5eef8",
  success: "#1d6238",
  "success-soft": "#e2f1e6",
  warning: "#744700",
  "warning-soft": "#faefd6",
  danger: "#9f1f2c",
  "danger-hover": "#7c1520",
  "danger-soft": "#fae7e7",
  "on-danger": "#ffffff",
  scrim: "rgb(13 20 19 / 0.5)",
  shadow: "rgb(13 20 19 / 0.14)",
} as const;

export const dark: Record<keyof typeof light, string> = {
  canvas: "#101514",
  surface: "#181f1e",
  sunken: "#222b29",
  ink: "#e9eeec",
  muted: "#a7b4b0",
  line: "#2d3735",
  "line-strong": "#788883",
  accent: "#84d3c8",
  "accent-hover": "#a9e4db",
  "accent-soft": "#17332f",
  "on-accent": "#06211e",
  focus: "#a9e4db",
  info: "#a3c8f5",
  "info-soft": "#17273b",
  success: "#95d8ab",
  "success-soft": "#152f1f",
  warning: "#f0c674",
  "warning-soft": "#33280f",
  danger: "#f6a9a9",
  "danger-hover": "#fbc9c9",
  "danger-soft": "#3b1b1d",
  "on-danger": "#2b0709",
  scrim: "rgb(0 0 0 / 0.65)",
  shadow: "rgb(0 0 0 / 0.5)",
};

type Tokens = Record<keyof typeof light, string>;

function variables(tokens: Tokens): Record<string, string> {
  return Object.fromEntries(Object.entries(tokens).map(([name, value]) => [`--${name}`, value]));
}

const colours = Object.fromEntries(Object.keys(light).map((name) => [name, `var(--${name})`]));

const themes = plugin(({ addBase }) => {
  addBase({
    ":root": { "color-scheme": "light", ...variables(light) },
    "@media (prefers-color-scheme: dark)": {
      ":root:not([data-theme='light'])": { "color-scheme": "dark", ...variables(dark) },
    },
    ":root[data-theme='dark']": { "color-scheme": "dark", ...variables(dark) },
    "@media print": {
      ":root, :root[data-theme]": { "color-scheme": "light", ...variables({ ...light, canvas: "#ffffff" }) },
    },
  });
});

const sans = "var(--font-plex-ext), var(--font-plex), system-ui, sans-serif";

export default {
  content: [],
  theme: {
    colors: { transparent: "transparent", current: "currentColor", inherit: "inherit", ...colours },
    fontFamily: { sans },
    fontSize: {
      xs: ["0.8125rem", { lineHeight: "1.5" }],
      sm: ["0.9375rem", { lineHeight: "1.5" }],
      base: ["1.0625rem", { lineHeight: "1.6" }],
      lg: ["1.25rem", { lineHeight: "1.5" }],
      xl: ["1.4375rem", { lineHeight: "1.35", letterSpacing: "-0.006em" }],
      "2xl": ["clamp(1.5rem, 1.35rem + 0.7vw, 1.875rem)", { lineHeight: "1.25", letterSpacing: "-0.012em" }],
      "3xl": ["clamp(1.75rem, 1.45rem + 1.4vw, 2.5rem)", { lineHeight: "1.15", letterSpacing: "-0.018em" }],
      display: [
        "clamp(2.125rem, 1.5rem + 2.9vw, 3.625rem)",
        { lineHeight: "1.06", letterSpacing: "-0.026em" },
      ],
    },
    fontWeight: { normal: "400", medium: "500", semibold: "600" },
    borderRadius: {
      none: "0",
      sm: "0.25rem",
      DEFAULT: "0.375rem",
      lg: "0.625rem",
      xl: "1rem",
      full: "9999px",
    },
    boxShadow: {
      none: "none",
      raised: "0 1px 2px var(--shadow)",
      overlay: "0 2px 6px var(--shadow), 0 16px 40px var(--shadow)",
    },
    transitionDuration: { DEFAULT: "140ms", fast: "90ms", slow: "240ms" },
    transitionTimingFunction: { DEFAULT: "cubic-bezier(0.2, 0, 0, 1)" },
    screens: { sm: "40rem", md: "48rem", lg: "64rem", xl: "80rem" },
    extend: {
      maxWidth: { page: "75rem", form: "40rem", prose: "42rem" },
      minHeight: { target: "2.75rem" },
      minWidth: { target: "2.75rem" },
    },
  },
  plugins: [themes],
} satisfies Config;
