import { describe, expect, it } from "vitest";
import { personalTraces } from "@/lib/observations/rules/third-parties";

const known = ["Mette Lund Kjær", "Jonas Brandt"];
const found = (text: string) =>
  personalTraces(text, known).map(({ kind, text: words }) => `${kind}: ${words}`);

describe("personalTraces", () => {
  it.each([
    ["Hun spurgte Anne Hansen, hvad borgeren havde sagt.", ["name: Anne Hansen"]],
    ["Jens-Ole B. Nør svarede.", ["name: Jens-Ole B. Nør"]],
    ["Skriv til anne.hansen@fjordby.dk i morgen", ["email: anne.hansen@fjordby.dk"]],
    ["Ring på 23 45 67 89 eller +46 70 123 45 67", ["phone: 23 45 67 89", "phone: +46 70 123 45 67"]],
    ["Anne Hansen og igen Anne Hansen", ["name: Anne Hansen"]],
  ])("sees them in %j", (text, traces) => {
    expect(found(text)).toEqual(traces);
  });

  it.each([
    "Mette Lund spurgte ind. Jonas Brandt noterede.",
    "En sagsbehandler fortalte om en borger.",
    "Mødet i Fjordby Kommune begyndte 09:30 den 13-05-2026 med 8 deltagere.",
    "De skrev 1. Mål og 2. Midler på tavlen i Microsoft Teams",
    "",
  ])("sees nothing in %j", (text) => {
    expect(found(text)).toEqual([]);
  });
});
