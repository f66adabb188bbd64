/** What assessors write in the demo. Seen and interpreted stay apart, as the form asks. */
const OCCASIONS = [
  {
    situation:
      "Værksted om en ny modtagelse i borgerservice. Otte medarbejdere og to borgere, halvanden time.",
    seen: "Begyndte med at læse et brev op fra en borger. Spurgte derefter rundt om bordet, før nogen fik lov at foreslå noget. Tegnede borgerens vej på tavlen, mens de andre rettede. Da to medarbejdere talte i munden på hinanden, gav lederen ordet til den tredje, som ikke havde sagt noget.",
    interpreted:
      "Lederen styrer processen roligt og lader indholdet være gruppens. Borgernes ord kommer til at bære beslutningen.",
  },
  {
    situation: "Teammøde i hjemmeplejen om natbesøg, hvor en prøvehandling fra sidste måned gøres op.",
    seen: "Viste tre tal og sagde, at det ene var gået den forkerte vej. Fortalte selv, hvad lederen havde misforstået. Bad hver medarbejder sige én ting, de ville gøre igen, og én, de ville lade ligge. Skrev aftalerne op med navn og dato.",
    interpreted:
      "Fejlen bliver behandlet som noget, man kan lære af. Der er tydeligt ejerskab til det næste skridt.",
  },
  {
    situation: "Styregruppemøde om et fælles forløb for unge mellem skole og jobcenter.",
    seen: "Lagde et kort over aktørerne på bordet og spurgte, hvem der manglede. Delte det, man vidste, fra det, man antog, i to kolonner. Afbrød venligt, da snakken gik til bemanding, og skrev emnet på en liste til senere.",
    interpreted:
      "Overblikket gør, at tre forvaltninger kan tale om det samme. Deltagelsen af de unge selv er endnu en hensigt.",
  },
  {
    situation: "Afprøvning af en papirudgave af en ny app sammen med pårørende på et plejehjem.",
    seen: "Bad de pårørende om at finde dagens aktiviteter på en skærm af pap. Tav, mens de ledte. Spurgte bagefter, hvad de havde ventet at finde. Rettede på pappet med det samme og lod dem prøve igen.",
    interpreted:
      "Prototypen er bevidst ufærdig, og det giver ærlige svar. Lederen viser, at kritik er velkommen.",
  },
  {
    situation: "Overlevering af et nyt mødeformat til nabocentret, som skal prøve det på deres måde.",
    seen: "Fortalte, hvorfor formatet var blevet til, og hvad der endnu ikke virkede. Spurgte nabocentret, hvad der ikke passede hos dem, og strøg to punkter. Aftalte at komme forbi efter tre uger og se på det sammen.",
    interpreted:
      "Løsningen bliver givet videre som noget, andre må ændre. Opfølgningen er aftalt og konkret.",
  },
] as const;

// biome-ignore format: a table of texts
const EVIDENCE = [
  ["Sagde formålet højt, satte tid på hvert skridt og holdt den.", "Skiftede fra idéer til valg med en afstemning, som alle kunne følge."],
  ["Samlede op efter hvert punkt og spurgte, om noget manglede.", "Tegnede sammenhængen på tavlen, så de nye også kunne være med."],
  ["Brugte et brev fra en borger som fortælling hele mødet igennem.", "Lod en model af pap gå rundt og bad om at få den kritiseret."],
  ["Spurgte ind tre gange, før egne forslag kom frem.", "Gav ordet til en nattevagt, hvis viden ændrede planen."],
  ["Fortalte om et forsøg, der gik galt, og hvad det lærte ledelsen.", "Aftalte på forhånd, hvad der måtte gå galt i ugen."],
  ["Tog fat i klagerne fra foråret i stedet for at forklare dem.", "Formulerede behovet uden at nævne en løsning."],
  ["Aftalte, hvem der gør hvad, når projektet er slut, med navn og dato.", "Lod et andet center ændre i skabelonen."],
  ["To borgere sad med og fik deres rettelser ind samme dag.", "Fortalte de pårørende, hvad deres svar havde ført til."],
] as const;

const pick = <T>(list: readonly T[], index: number): T => {
  const item = list[index % list.length];
  if (item === undefined) throw new Error("an empty list");
  return item;
};

/** The situation of occasion `index`. */
export const situationOf = (index: number): string => pick(OCCASIONS, index).situation;
/** What was seen and heard on occasion `index`. */
export const seenOf = (index: number): string => pick(OCCASIONS, index).seen;
/** What the assessor makes of occasion `index`. */
export const interpretationOf = (index: number): string => pick(OCCASIONS, index).interpreted;
/** The evidence for the criterion in `position` (from 0) on occasion `index`. */
export const evidenceOf = (position: number, index: number): string => pick(pick(EVIDENCE, position), index);

/** A participant's own view of what happened. */
export const RESPONSE =
  "Jeg kan genkende billedet. Jeg havde selv lagt mærke til, at jeg talte for længe til sidst, og vil prøve at slutte med et spørgsmål næste gang.";
