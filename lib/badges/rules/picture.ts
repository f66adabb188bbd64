/** What is drawn on a badge. */
export type BadgePicture = {
  /** What was certified. */
  readonly title: string;
  /** The certifying body's short name, as printed. */
  readonly body: string;
  /** The year of issue; null on the picture of an achievement, which nobody holds. */
  readonly year: string | null;
  /** A word for the kind of thing, like "Certificate", in the badge's language. */
  readonly kind: string;
};

const SIZE = 640;
const INK = "#ffffff";
const GROUND = "#0b5a56";
const SOFT = "#bfe0da";
/** Sizes tried for the title, and the lines that fit at each. */
const TITLE_SIZES = [
  { size: 58, lines: 3 },
  { size: 50, lines: 4 },
  { size: 42, lines: 5 },
  { size: 34, lines: 6 },
] as const;
const TITLE_WIDTH = 520;
/** IBM Plex Sans SemiBold: the mean advance of running Danish, Swedish and English text, in ems, a little on the safe side. */
const ADVANCE = 0.54;

const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`).replace(/[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, "");

/** `text` in lines of at most `characters`; a longer word is cut, so that nothing ever runs out of the picture. */
function wrapped(text: string, characters: number): string[] {
  const pieces = text.split(/\s+/).flatMap((word) => {
    const letters = [...word];
    const count = Math.max(1, Math.ceil(letters.length / characters));
    return Array.from({ length: count }, (_, n) =>
      letters.slice(n * characters, (n + 1) * characters).join(""),
    );
  });
  const lines: string[] = [];
  for (const piece of pieces) {
    const last = lines.at(-1);
    if (last !== undefined && [...last, ...piece].length < characters)
      lines[lines.length - 1] = `${last} ${piece}`;
    else lines.push(piece);
  }
  return lines;
}

/** The title at the largest size at which no word is cut and its lines fit; at the smallest one the rest is left out with `…`. */
function titleLines(title: string): { size: number; lines: string[] } {
  for (const { size, lines: most } of TITLE_SIZES) {
    const characters = Math.floor(TITLE_WIDTH / (size * ADVANCE));
    const lines = wrapped(title, characters);
    const cut = title.split(/\s+/).some((word) => [...word].length > characters);
    if (lines.length <= most && !cut) return { size, lines };
  }
  const { size, lines: most } = TITLE_SIZES[3];
  const lines = wrapped(title, Math.floor(TITLE_WIDTH / (size * ADVANCE)));
  return { size, lines: lines.length <= most ? lines : [...lines.slice(0, most - 1), `${lines[most - 1]}…`] };
}

const text = (content: string, y: number, size: number, weight: number, fill: string): string =>
  `<text x="${SIZE / 2}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${fill}" text-anchor="middle">${escaped(content)}</text>`;

/**
 * The picture of a badge as an SVG document: the mark, what was certified, by whom and when. Its text is text (IBM Plex Sans where it
 * is there), its title is what a screen reader says.
 */
export function badgePicture({ title, body, year, kind }: BadgePicture): string {
  const { size, lines } = titleLines(title);
  const step = Math.round(size * 1.16);
  const middle = 352 - ((lines.length - 1) * step) / 2 + size * 0.34;
  const shortBody = [...body].length > 30 ? `${[...body].slice(0, 29).join("")}…` : body;
  const label = [kind, title, body, year].filter((each) => each !== null).join(", ");
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${SIZE}" height="${SIZE}" viewBox="0 0 ${SIZE} ${SIZE}" role="img" font-family="'IBM Plex Sans', 'Helvetica Neue', Arial, sans-serif">`,
    `<title>${escaped(label)}</title>`,
    `<rect x="8" y="8" width="624" height="624" rx="72" fill="${GROUND}"/>`,
    `<rect x="28" y="28" width="584" height="584" rx="54" fill="none" stroke="${SOFT}" stroke-width="3"/>`,
    // The mark of Praksis (assets/typst/mark.svg), without its ground.
    `<g transform="translate(272 62) scale(3)"><g fill="none" stroke="${INK}" stroke-width="3" stroke-linecap="round"><path d="M10 8v17"/><path d="M10 13.5a6.5 6.5 0 1 1 3.2 5.6"/></g><circle cx="16.5" cy="13.5" r="2.1" fill="${INK}"/></g>`,
    text(kind.toLocaleUpperCase(), 186, 24, 500, SOFT).replace("<text ", '<text letter-spacing="4" '),
    ...lines.map((line, index) => text(line, Math.round(middle + index * step), size, 600, INK)),
    `<path d="M240 520h160" stroke="${SOFT}" stroke-width="3" stroke-linecap="round"/>`,
    text(year === null ? shortBody : `${shortBody} · ${year}`, 566, 28, 500, INK),
    "</svg>",
  ].join("\n");
}
