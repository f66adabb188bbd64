import type { PublicationKind } from "../../lib/db/generated/enums.ts";

/** Something to read or hear; `on` is days from now, `criteria` the positions of the criteria it helps with. */
export type Text = {
  readonly slug: string;
  readonly kind: PublicationKind;
  readonly on: number;
  readonly criteria: readonly number[];
  readonly title: string;
  readonly summary: string;
  readonly body: string;
};

// biome-ignore format: texts
export const publications: readonly Text[] = [
  { slug: "administrativ-ledelse-af-innovation", kind: "publication", on: -400, criteria: [1, 5, 7], title: "Administrativ ledelse af innovation", summary: "Hvad kræver det at stå mellem politikernes hensigter og borgernes hverdag?", body: "En administrativ leder omsætter politiske visioner til forandringer, der betyder noget for borgerne. Det meste innovation sker i den daglige drift, når en arbejdsgang eller en ydelse ændres. Derfor er det en løbende ledelsesopgave og ikke et projekt ved siden af.\n\nHæftet samler, hvad undersøgelser og samtaler med ledere viser: der skal gives rum, opgaver skal kunne prøves af i lille skala, og nogen skal blive ved, når det nye skal forankres." },
  { slug: "overblik-i-det-sammensatte", kind: "publication", on: -260, criteria: [2, 6], title: "Overblik i det sammensatte", summary: "Fem måder at gøre en indviklet udfordring til noget, man kan handle på.", body: "Aktørkort, tidslinjer, to kolonner for det vi ved og det vi antager: redskaberne er enkle. Det svære er at bruge dem, før man tror, at man har forstået problemet." },
  { slug: "maal-for-nyt", kind: "publication", on: -120, criteria: [7], title: "Hvordan ved vi, at det virker?", summary: "Om at følge op på forsøg uden at kvæle dem.", body: "Tre spørgsmål før forsøget, to undervejs og ét bagefter. Hæftet viser, hvordan små tal og gode fortællinger kan stå sammen." },
  { slug: "podcast-fejl-paa-dagsordenen", kind: "podcast", on: -75, criteria: [5], title: "Podcast: Fejl på dagsordenen", summary: "En centerchef fortæller om ugemødet, hvor lederen selv begynder.", body: "I dette afsnit følger vi et ledermøde, hvor det første punkt altid er noget, der gik galt. Hvad gør det ved en gruppe over et år?" },
  { slug: "podcast-natten-ved-mest", kind: "podcast", on: -20, criteria: [4, 6], title: "Podcast: Natten ved mest", summary: "Nattevagterne sad med svaret. Hvordan fik ledelsen det at høre?", body: "Om at lede en dialog, hvor den, der taler mindst, ved mest." },
  { slug: "case-forgaeves-besoeg", kind: "case_story", on: -180, criteria: [3, 8], title: "Case: Færre forgæves besøg", summary: "Et brev som prototype sparede borgere for en tur ud af fire.", body: "Skranken talte, borgerne læste højt, og brevet blev skrevet om fjorten gange på tre uger. I dag er det fælles for tre centre, som hver har ændret det lidt." },
  { slug: "case-unge-med-egen-plan", kind: "case_story", on: -95, criteria: [2, 8], title: "Case: De unges egen plan", summary: "Fem kontaktpersoner blev til én plan, som den unge selv skriver.", body: "Forløbet begyndte med et kort over alle de voksne. Det var de unge selv, der tegnede det." },
  { slug: "tilgang-brugerrejse", kind: "approach", on: -500, criteria: [3, 6, 8], title: "Innovationstilgang: Brugerrejsen", summary: "Følg en borger fra ende til anden, før I ændrer noget i midten.", body: "Vælg én borger. Gå med. Tegn, hvad der sker, og hvad der mærkes. Vis tegningen til borgeren, før I viser den til andre." },
  { slug: "tilgang-proevehandling", kind: "approach", on: -490, criteria: [1, 5], title: "Innovationstilgang: Prøvehandlingen", summary: "Lille nok til at kunne gøres i næste uge, ærlig nok til at kunne mislykkes.", body: "En prøvehandling har et formål, en dato og et tegn på, at den virker. Aftal på forhånd, hvad der må gå galt." },
  { slug: "tilgang-offentlig-privat", kind: "approach", on: -310, criteria: [7, 8], title: "Innovationstilgang: Offentlig-privat samarbejde", summary: "Når en virksomhed er med, mens opgaven stadig kan ændres.", body: "Begynd med behovet og ikke med udbuddet. Tilgangen beskriver fire møder, fra den første samtale til en fælles afprøvning." },
];
