/** Not reached, partly reached, reached. */
type Levels = readonly [string, string, string];
type InThree = { readonly da: Levels; readonly sv: Levels; readonly en: Levels };

/** What each criterion looks like at each level, by its stable key: since the second version of the practice framework. */
// biome-ignore format: a table of texts
export const criterionLevels: Readonly<Record<string, InThree>> = {
  "leading-processes": {
    da: ["Går i gang uden et mål, som gruppen kender.", "Har et mål og en plan, men mister enten tiden eller gruppen undervejs.", "Fører gruppen fra undren til noget, der kan prøves, og justerer undervejs."],
    sv: ["Börjar utan ett mål som gruppen känner till.", "Har ett mål och en plan men tappar antingen tiden eller gruppen på vägen.", "För gruppen från undran till något som kan prövas och justerar på vägen."],
    en: ["Starts without an aim that the group knows.", "Has an aim and a plan, but loses either the time or the group on the way.", "Takes the group from wondering to something that can be tried, and adjusts on the way."],
  },
  "creating-overview": {
    da: ["Lader antagelser stå som viden.", "Samler op, men viser ikke, hvordan tingene hænger sammen.", "Gør det tydeligt, hvad vi ved, hvem det berører, og hvor vi er."],
    sv: ["Låter antaganden stå som kunskap.", "Sammanfattar men visar inte hur saker hänger ihop.", "Gör tydligt vad vi vet, vem det berör och var vi är."],
    en: ["Lets assumptions stand as knowledge.", "Sums up, but does not show how things hang together.", "Makes plain what is known, who is affected and where the group is."],
  },
  "telling-and-prototyping": {
    da: ["Forklarer kun i ord og begreber.", "Viser noget, men beder ikke om kritik af det.", "Viser det ufærdige tidligt og får kritik, der ændrer det."],
    sv: ["Förklarar bara med ord och begrepp.", "Visar något men ber inte om kritik på det.", "Visar det ofärdiga tidigt och får kritik som ändrar det."],
    en: ["Explains in words and concepts only.", "Shows something, but does not ask for criticism of it.", "Shows the unfinished early, and gets criticism that changes it."],
  },
  "employee-dialogue": {
    da: ["Taler det meste af tiden selv.", "Spørger, men bruger ikke svarene synligt.", "Spørger til de stille og bygger synligt videre på det, der bliver sagt."],
    sv: ["Talar mest själv.", "Frågar men använder inte svaren synligt.", "Frågar de tysta och bygger synligt vidare på det som sägs."],
    en: ["Does most of the talking.", "Asks, but does not visibly use the answers.", "Asks those who are quiet, and visibly builds on what is said."],
  },
  "daring-culture": {
    da: ["Leder efter en skyldig, når noget går galt.", "Taler om fejl i almindelighed, ikke om egne.", "Fortæller om egne fejl og aftaler, hvad der må gå galt næste gang."],
    sv: ["Letar efter en skyldig när något går fel.", "Talar om misstag i allmänhet, inte om egna.", "Berättar om egna misstag och kommer överens om vad som får gå fel nästa gång."],
    en: ["Looks for somebody to blame when something goes wrong.", "Talks of mistakes in general, not of own ones.", "Tells of own mistakes, and agrees what may go wrong next time."],
  },
  "seeing-needs": {
    da: ["Begynder med en løsning.", "Nævner et behov uden viden fra dem, der har det.", "Formulerer behovet af viden fra brugerne og lader løsningen stå åben."],
    sv: ["Börjar med en lösning.", "Nämner ett behov utan kunskap från dem som har det.", "Formulerar behovet utifrån brukarnas kunskap och lämnar lösningen öppen."],
    en: ["Begins with a solution.", "Names a need without knowledge from those who have it.", "States the need from what users know, and leaves the solution open."],
  },
  "implementing-and-spreading": {
    da: ["Aftaler intet om, hvad der sker bagefter.", "Fordeler opgaver, men følger ikke op.", "Følger op på brugen og lader andre tilpasse løsningen."],
    sv: ["Kommer inte överens om vad som händer efteråt.", "Fördelar uppgifter men följer inte upp.", "Följer upp användningen och låter andra anpassa lösningen."],
    en: ["Agrees nothing about what happens afterwards.", "Hands out tasks, but does not follow up.", "Follows up on use, and lets others adapt the solution."],
  },
  "involving-users": {
    da: ["Taler om brugerne, men ikke med dem.", "Hører brugerne, når det meste er besluttet.", "Har brugerne med, mens der kan ændres, og fortæller, hvad det førte til."],
    sv: ["Talar om brukarna men inte med dem.", "Hör brukarna när det mesta är bestämt.", "Har brukarna med medan det går att ändra och berättar vad det ledde till."],
    en: ["Talks about users, but not with them.", "Hears users once most is decided.", "Has users present while things can change, and tells them what it led to."],
  },
  "using-data": {
    da: ["Bygger på indtryk alene.", "Har tal med, men siger ikke, hvad de kan bruges til.", "Bruger tal og erfaringer sammen og siger, hvad der stadig er usikkert."],
    sv: ["Bygger enbart på intryck.", "Har siffror med men säger inte vad de kan användas till.", "Använder siffror och erfarenheter tillsammans och säger vad som ännu är osäkert."],
    en: ["Builds on impressions alone.", "Brings figures, but does not say what they are good for.", "Uses figures and experience together, and says what is still uncertain."],
  },
};
