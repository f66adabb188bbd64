type Text = readonly [name: string, description: string, indicators: readonly string[]];
export type CriterionTexts = {
  readonly stableKey: string;
  readonly da: Text;
  readonly sv: Text;
  readonly en: Text;
};

/** What a participant is seen to do: built on what CO-PI says innovation asks of administrative leaders (source 2). */
// biome-ignore format: a table of texts
export const criterionTexts: readonly CriterionTexts[] = [
  {
    stableKey: "leading-processes",
    da: ["Leder og faciliterer innovationsprocesser", "Udtænker, leder og faciliterer et forløb, så en gruppe når fra en undren til noget, der kan prøves af.", ["Gør formålet klart, før arbejdet begynder", "Skifter bevidst mellem at åbne og at lukke", "Holder fast i tid og rammer uden at tage opgaven fra gruppen"]],
    sv: ["Leder och faciliterar innovationsprocesser", "Utformar, leder och faciliterar ett förlopp så att en grupp kommer från en undran till något som kan prövas.", ["Gör syftet klart innan arbetet börjar", "Växlar medvetet mellan att öppna och att stänga", "Håller tid och ramar utan att ta uppgiften från gruppen"]],
    en: ["Leads and facilitates innovation processes", "Designs, leads and facilitates a course of work that takes a group from wondering to something that can be tried.", ["Makes the purpose clear before work begins", "Moves deliberately between opening up and closing down", "Keeps to time and frame without taking the task from the group"]],
  },
  {
    stableKey: "creating-overview",
    da: ["Skaber overblik", "Gør en sammensat udfordring overskuelig for dem, der skal handle på den.", ["Skelner mellem det, vi ved, og det, vi antager", "Viser, hvem der berøres, og hvordan tingene hænger sammen", "Samler op, så alle ved, hvor vi er"]],
    sv: ["Skapar överblick", "Gör en sammansatt utmaning överskådlig för dem som ska handla.", ["Skiljer på det vi vet och det vi antar", "Visar vilka som berörs och hur saker hänger ihop", "Sammanfattar så att alla vet var vi är"]],
    en: ["Creates overview", "Makes a complex challenge manageable for those who have to act on it.", ["Tells what we know from what we assume", "Shows who is affected and how things hang together", "Sums up so that everybody knows where we are"]],
  },
  {
    stableKey: "telling-and-prototyping",
    da: ["Fortæller, visualiserer og laver prototyper", "Bruger fortælling, tegning og enkle modeller, så andre kan se, mærke og kritisere en idé tidligt.", ["Bruger en konkret historie fra en borgers hverdag", "Tegner eller bygger i stedet for at forklare", "Beder om kritik af det ufærdige"]],
    sv: ["Berättar, visualiserar och gör prototyper", "Använder berättelser, bilder och enkla modeller så att andra kan se, känna på och kritisera en idé tidigt.", ["Använder en konkret berättelse ur en invånares vardag", "Ritar eller bygger i stället för att förklara", "Ber om kritik på det ofärdiga"]],
    en: ["Tells, visualises and prototypes", "Uses stories, drawings and simple models so that others can see, feel and criticise an idea early.", ["Uses a concrete story from a citizen’s day", "Draws or builds instead of explaining", "Asks for criticism of what is unfinished"]],
  },
  {
    stableKey: "employee-dialogue",
    da: ["Fører en dialog, der mobiliserer medarbejdernes viden", "Er i tæt dialog med medarbejderne og får deres faglige og praktiske viden i spil.", ["Spørger ind, før egne løsninger kommer på bordet", "Giver plads til den, der ikke har sagt noget", "Bruger det, medarbejderne siger, synligt i det videre arbejde"]],
    sv: ["För en dialog som mobiliserar medarbetarnas kunskap", "Har en nära dialog med medarbetarna och låter deras fackliga och praktiska kunskap komma till användning.", ["Frågar innan egna lösningar läggs fram", "Ger plats åt den som inte har sagt något", "Använder synligt det medarbetarna säger i det fortsatta arbetet"]],
    en: ["Leads a dialogue that mobilises the employees’ knowledge", "Is in close dialogue with the employees and brings their professional and practical knowledge into play.", ["Asks before putting own solutions on the table", "Makes room for whoever has not spoken", "Visibly uses what the employees say in the work that follows"]],
  },
  {
    stableKey: "daring-culture",
    da: ["Bygger en kultur, der tør risikere og lærer af fejl", "Skaber rum for at prøve nyt og gør fejl til noget, man taler om og lærer af.", ["Fortæller om egne fejl", "Aftaler på forhånd, hvad der må gå galt", "Spørger, hvad vi lærte, før hvem der gjorde det"]],
    sv: ["Bygger en kultur som vågar ta risker och lär av misstag", "Ger utrymme att pröva nytt och gör misstag till något man talar om och lär av.", ["Berättar om egna misstag", "Kommer i förväg överens om vad som får gå fel", "Frågar vad vi lärde oss före vem som gjorde det"]],
    en: ["Builds a culture that dares risk and learns from mistakes", "Makes room for trying what is new, and makes mistakes something to talk about and learn from.", ["Tells of own mistakes", "Agrees beforehand on what may go wrong", "Asks what was learned before asking who did it"]],
  },
  {
    stableKey: "seeing-needs",
    da: ["Ser behovet for nye løsninger", "Opfanger, hvor det, vi plejer, ikke længere er godt nok, og gør behovet tydeligt for andre.", ["Henter viden hos dem, der bruger ydelsen", "Undersøger afvigelser i stedet for at forklare dem væk", "Formulerer behovet uden at give løsningen"]],
    sv: ["Ser behovet av nya lösningar", "Fångar upp var det invanda inte längre räcker och gör behovet tydligt för andra.", ["Hämtar kunskap hos dem som använder tjänsten", "Undersöker avvikelser i stället för att bortförklara dem", "Formulerar behovet utan att ge lösningen"]],
    en: ["Sees the need for new solutions", "Picks up where what we usually do is no longer good enough, and makes the need plain to others.", ["Gathers knowledge from those who use the service", "Looks into deviations instead of explaining them away", "States the need without giving the solution"]],
  },
  {
    stableKey: "implementing-and-spreading",
    da: ["Implementerer, spreder og tilpasser løsninger", "Får det nye til at leve i driften og hjælper andre med at tage det til sig på deres måde.", ["Aftaler, hvem der gør hvad, når forløbet er slut", "Følger op på, om det nye bliver brugt", "Giver andre lov til at ændre løsningen, så den passer hos dem"]],
    sv: ["Inför, sprider och anpassar lösningar", "Får det nya att leva i vardagen och hjälper andra att ta till sig det på sitt sätt.", ["Kommer överens om vem som gör vad när förloppet är slut", "Följer upp om det nya används", "Låter andra ändra lösningen så att den passar hos dem"]],
    en: ["Implements, spreads and adapts solutions", "Makes the new live in daily operation, and helps others adopt it in their own way.", ["Agrees on who does what when the project is over", "Follows up on whether the new is used", "Lets others change the solution to fit their place"]],
  },
  {
    stableKey: "involving-users",
    da: ["Inddrager borgere, brugere og virksomheder", "Lader dem, løsningen er til for, være med til at forme den, og samarbejder på tværs af sektorer.", ["Har brugere med, mens der stadig kan ændres", "Sørger for, at deltagelsen er let og værdig", "Fortæller tilbage, hvad deres bidrag førte til"]],
    sv: ["Involverar invånare, brukare och företag", "Låter dem som lösningen är till för vara med och forma den, och samarbetar över sektorsgränser.", ["Har brukare med medan det ännu går att ändra", "Ser till att medverkan är enkel och värdig", "Berättar vad deras bidrag ledde till"]],
    en: ["Involves citizens, users and companies", "Lets those whom the solution is for take part in shaping it, and works across sectors.", ["Has users present while things can still change", "Makes taking part easy and dignified", "Reports back on what their contribution led to"]],
  },
];

/** A criterion that the draft of the fourth version adds. */
// biome-ignore format: a table of texts
export const addedCriterion: CriterionTexts = {
  stableKey: "using-data",
  da: ["Bruger data og erfaringer", "Lader tal og erfaringer bære beslutninger uden at gøre dem sikrere, end de er.", ["Spørger efter tal, før der konkluderes", "Siger, hvad tallene ikke kan svare på", "Holder tal op mod det, borgere og medarbejdere fortæller"]],
  sv: ["Använder data och erfarenheter", "Låter siffror och erfarenheter bära beslut utan att göra dem säkrare än de är.", ["Frågar efter siffror innan slutsatser dras", "Säger vad siffrorna inte kan svara på", "Ställer siffror mot det invånare och medarbetare berättar"]],
  en: ["Uses data and experience", "Lets figures and experience carry decisions without making them surer than they are.", ["Asks for figures before concluding", "Says what the figures cannot answer", "Holds figures against what citizens and employees tell"]],
};

/** What the scheme is called, and what its certificate says that the holder has shown. */
export const frameworkTexts = {
  da: {
    title: "Praksisrammen for offentlig innovationsledelse",
    scope: "Ledelse af innovation i en offentlig organisation, set i praksis på egen arbejdsplads",
  },
  sv: {
    title: "Praxisramen för offentlig innovationsledning",
    scope: "Ledning av innovation i en offentlig organisation, sedd i praktiken på den egna arbetsplatsen",
  },
  en: {
    title: "The practice framework for public innovation leadership",
    scope: "Leading innovation in a public organisation, as seen in practice at the holder’s own workplace",
  },
} as const;
