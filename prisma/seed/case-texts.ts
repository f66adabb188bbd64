import type { CaseOutcome } from "../../lib/db/generated/enums.ts";
import { dateOf, day, type Seed } from "./base.ts";

/** Reasons of a recommendation; the decision's main considerations say the same. */
export const RECOMMENDED: Readonly<Record<CaseOutcome, string>> = {
  certified:
    "Alle otte kriterier er set og nået, flere af dem i to forskellige situationer. De to observatører har uafhængigt set det samme mønster.",
  repeat_requested:
    "Syv kriterier er nået. Inddragelsen af brugere er kun set som hensigt; det bør ses i praksis, før der afgøres.",
  not_certified:
    "Kriterierne om dialog og om at lære af fejl er set to gange og ikke nået nogen af gangene. Jeg ser ikke tegn på, at en ny observation inden for fristen vil ændre det.",
};

export const HEARING_NOTICE =
  "Centeret overvejer at afgøre sagen uden certificering. Det bygger på de to observationer, hvor kriterierne K4 og K5 er vurderet som ikke nået. Du kan sende dine bemærkninger inden fristen; de indgår i afgørelsen.";
export const STATEMENT =
  "Den anden observation faldt i en uge med to opsigelser. Jeg mener ikke, at den viser, hvordan jeg plejer at lede, og henviser til min egen gennemgang af mødet.";
export const GROUNDS =
  "Jeg mener, at der er lagt for megen vægt på ét møde, og at min redegørelse for forløbet efter mødet ikke er taget med i vurderingen.";
export const UPHELD =
  "Sagen er gennemgået af en, der ikke har deltaget før. Begge observationer viser det samme, og redegørelsen ændrer ikke ved, hvad der blev set. Afgørelsen står ved magt.";
export const CHANGED =
  "Redegørelsen fra høringen og de skriftlige opsamlinger viser, at kriterierne K4 og K5 er nået i forløbet efter de to møder. Afgørelsen ændres, og der certificeres.";

/** What a decision says, with what the law asks of an adverse one (forvaltningsloven §§ 22, 24, 25). */
export function decisionTexts(seed: Seed, outcome: CaseOutcome) {
  const adverse = outcome === "not_certified";
  const repeats = outcome === "repeat_requested";
  return {
    outcome,
    reasonRules: adverse
      ? "Praksisrammens krav om, at alle kriterier er nået mindst én gang, jf. K4 og K5."
      : "",
    reasonMain: RECOMMENDED[outcome],
    reasonFacts: adverse
      ? "Lederen afbrød medarbejdernes indlæg begge gange, og fejlen i forløbet blev placeret hos en enkelt medarbejder."
      : "",
    repeatCriteria: repeats ? ["K8"] : [],
    repeatGuidance: repeats
      ? "Vis en situation, hvor borgere eller brugere er med, mens løsningen stadig kan ændres. Aftal besøget med din observatør i god tid."
      : "",
    repeatDueOn: repeats ? dateOf(day(seed, 60)) : null,
    appealGuidance: adverse
      ? "Du kan klage inden fire uger. Klagen behandles i centeret af en, der ikke har deltaget i sagen før."
      : "",
  };
}
