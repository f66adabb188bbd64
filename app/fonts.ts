import localFont from "next/font/local";

/**
 * IBM Plex Sans as two files, as the package cuts it: `latin` holds æøåäö and is preloaded; `latin-ext` (Polish, Czech,
 * Turkish … names) is fetched only by a page that shows such a letter, because of its `unicode-range`.
 * `plexExt` comes first in the font stack and has no fallback of its own, or the metric fallback of `plex` would
 * answer for its letters before it is asked.
 */
export const plex = localFont({
  src: "../node_modules/@fontsource-variable/ibm-plex-sans/files/ibm-plex-sans-latin-wght-normal.woff2",
  weight: "100 700",
  style: "normal",
  // Who has not got it within a tenth of a second reads this page in the fallback: letters that change move what is being read.
  display: "optional",
  variable: "--font-plex",
  adjustFontFallback: "Arial",
});

export const plexExt = localFont({
  src: "../node_modules/@fontsource-variable/ibm-plex-sans/files/ibm-plex-sans-latin-ext-wght-normal.woff2",
  weight: "100 700",
  style: "normal",
  display: "swap",
  variable: "--font-plex-ext",
  preload: false,
  adjustFontFallback: false,
  declarations: [
    {
      prop: "unicode-range",
      value:
        "U+0100-0130,U+0132-0151,U+0154-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2C60-2C7F,U+A720-A7FF",
    },
  ],
});
