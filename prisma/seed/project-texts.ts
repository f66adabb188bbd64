import type { PracticeProjectState } from "../../lib/db/generated/enums.ts";
import { advance } from "./advance.ts";
import { idOf, past, type Seed } from "./base.ts";
import { enrolmentId } from "./enrol.ts";

// biome-ignore format: a table of texts
const PROJECTS = [
  ["Færre forgæves ture til borgerservice", "Hver fjerde borger må komme igen, fordi et bilag mangler. Jeg vil sammen med skranken og borgerne finde ud af, hvad vi kan sige tydeligere, før de går hjemmefra.", "Tolv borgere og seks medarbejdere", "Interview, brugerrejse, breve som prototyper", "Forgæves besøg er faldet fra hver fjerde til hver niende. Brevene er nu fælles for tre centre."],
  ["Natbesøg, der passer til natten", "Vi kører de samme ruter, som vi altid har gjort. Jeg vil prøve skærmbesøg af med de borgere, der selv ønsker det.", "Ni borgere, deres pårørende og nattevagterne", "Prøvehandlinger, logbog, opsamling hver uge", "Seks af ni borgere vil fortsætte. Nattevagterne har taget planlægningen over."],
  ["Én indgang for unge uden uddannelse", "Unge mellem 16 og 25 møder op til fem kontaktpersoner. Jeg vil samle dem om én plan, som den unge selv skriver.", "Otte unge, skolen og jobcentret", "Aktørkort, fælles plan på papir, forløb med tre unge", "Planen bruges i alle nye forløb, og de unge har selv skrevet forsiden."],
  ["Pårørende som medspillere på plejehjemmet", "Vi informerer de pårørende, men vi spørger dem sjældent. Jeg vil have dem med i planlægningen af hverdagen.", "Elleve pårørende og beboerrådet", "Papirmodeller, fælles måltider, hurtige forsøg", "Der er kommet en fast tirsdag, som de pårørende leder."],
  ["Møder, der fører til noget", "Vores ledermøder er orientering. Jeg vil gøre halvdelen til fælles arbejde med ét dilemma ad gangen.", "Fjorten ledere og to medarbejdere ad gangen", "Nye mødeformer, observation af hinanden", "To nabocentre har taget formen til sig og ændret den."],
] as const;

/** What a project says by now: nothing of what came of it before it is concluded. */
function wordsOf(index: number, state: PracticeProjectState) {
  const [title, task, usersInvolved, methodsUsed, outcome] = PROJECTS[index % PROJECTS.length] ?? PROJECTS[0];
  const begun = state !== "proposed" && state !== "agreed";
  return {
    title,
    task,
    usersInvolved: begun ? usersInvolved : "",
    methodsUsed: begun ? methodsUsed : "",
    outcome: state === "concluded" ? outcome : "",
  };
}

/** Writes a practice project for each person, each taken to its state. */
export async function seedProjects(
  seed: Seed,
  cohortId: string,
  states: Readonly<Record<string, PracticeProjectState>>,
): Promise<void> {
  const rows = Object.entries(states).map(([person, state], index) => ({
    id: idOf(`project ${cohortId} ${person}`),
    enrolmentId: enrolmentId(cohortId, person),
    ...wordsOf(index, state),
    updatedAt: past(seed, -12),
  }));
  await seed.db.practiceProject.createMany({ data: rows });
  await advance(
    seed,
    "practice_project",
    "proposed",
    Object.values(states).map((to, index) => ({ id: rows[index]?.id ?? "", to })),
  );
}

/** Lets somebody propose another project in the place of the one they abandoned. */
export async function seedReplacement(seed: Seed, cohortId: string, person: string): Promise<void> {
  const { db } = seed;
  const ofTheirs = enrolmentId(cohortId, person);
  await db.practiceProject.update({
    where: { enrolmentId: ofTheirs },
    data: { enrolmentId: null, formerEnrolmentId: ofTheirs },
  });
  const words = wordsOf(4, "proposed");
  const id = idOf(`project ${cohortId} ${person} again`);
  await db.practiceProject.create({
    data: { id, enrolmentId: ofTheirs, ...words, updatedAt: past(seed, -3) },
  });
}
