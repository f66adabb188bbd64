import { describe, expect, test } from "vitest";
import { dark, light } from "@/tailwind.config";

type Name = keyof typeof light;

/** Relative luminance of `#rrggbb` (WCAG 2.2, "relative luminance"). */
function luminance(colour: string): number {
  const channels = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = channels.map((value) =>
    value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

const surfaces: Name[] = ["canvas", "surface", "sunken"];
const tones: Name[] = ["info", "success", "warning", "danger", "accent"];

const text: [Name, Name][] = [
  ...surfaces.flatMap((surface): [Name, Name][] => [
    ["ink", surface],
    ["muted", surface],
    ...tones.map((tone): [Name, Name] => [tone, surface]),
  ]),
  ...tones.flatMap((tone): [Name, Name][] => [
    [tone, `${tone}-soft` as Name],
    ["ink", `${tone}-soft` as Name],
  ]),
  ["on-accent", "accent"],
  ["on-accent", "accent-hover"],
  ["on-danger", "danger"],
  ["on-danger", "danger-hover"],
];

const shapes: [Name, Name][] = surfaces.flatMap((surface): [Name, Name][] => [
  ["line-strong", surface],
  ["focus", surface],
  ["accent", surface],
]);

describe.each([
  ["light", light],
  ["dark", dark],
] as const)("colours of the %s theme", (_name, tokens) => {
  test.each(text)("%s on %s is read (4.5:1)", (front, back) => {
    expect(contrast(tokens[front], tokens[back])).toBeGreaterThanOrEqual(4.5);
  });

  test.each(shapes)("%s on %s is seen (3:1)", (front, back) => {
    expect(contrast(tokens[front], tokens[back])).toBeGreaterThanOrEqual(3);
  });

  test.each(surfaces)("ink on %s is read with ease (7:1), as the certificate check asks", (surface) => {
    expect(contrast(tokens.ink, tokens[surface])).toBeGreaterThanOrEqual(7);
  });
});
