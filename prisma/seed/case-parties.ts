import { idOf, past, type Seed } from "./base.ts";
import { caseId } from "./cases.ts";
import { personId } from "./people.ts";

const REPRESENTATIVE = { name: "Ditte Halkjær", email: "ditte.halkjaer@fagforening.example" };

const SLOW =
  "Der gik otte uger fra den anden observation, til jeg hørte noget. Jeg skrev to gange og fik først svar den tredje.";
const SLOW_ANSWER =
  "Du burde have fået et kvitteringsbrev med en forventet dato. Det fik du ikke. Vi har beklaget det over for dig og skriver nu datoen, så snart den anden observation er låst.";
const TONE =
  "Ved besøget sagde observatøren foran mine medarbejdere, at mødet »ikke så lovende ud«. Det burde have ventet.";

const NO_TIE =
  "Observatøren erklærede før besøget, at der ikke er nogen forbindelse, og netværket har flere hundrede medlemmer. Vi har spurgt dem begge. Der er ikke grund til tvivl om upartiskheden.";

const ANSWERS = [
  { id: idOf("complaint answered"), state: "founded", reasons: SLOW_ANSWER },
  { id: idOf("complaint unfounded"), state: "unfounded", reasons: NO_TIE },
] as const;

/** The representative of two participants: has accepted for the one, and not yet answered the other. */
async function seedRepresentatives(seed: Seed, cohortId: string): Promise<void> {
  const { db } = seed;
  const { id } = await db.person.create({
    data: {
      ...REPRESENTATIVE,
      id: idOf("person representative"),
      emailVerifiedAt: past(seed, -9),
      createdAt: past(seed, -9),
    },
    select: { id: true },
  });
  await db.caseRepresentative.createMany({
    data: [
      {
        ...REPRESENTATIVE,
        id: idOf("representative hearing"),
        caseId: caseId(cohortId, "hearing"),
        appointedAt: past(seed, -10, "08:40"),
        personId: id,
        acceptedAt: past(seed, -9, "16:05"),
      },
      {
        ...REPRESENTATIVE,
        id: idOf("representative asked"),
        caseId: caseId(cohortId, "run-aadal-3"),
        appointedAt: past(seed, -2, "08:40"),
      },
    ],
  });
}

/** What participants complained of beside the decisions. */
async function seedComplaints(seed: Seed, cohortId: string): Promise<void> {
  const { db } = seed;
  await db.caseComplaint.createMany({
    data: [
      {
        id: idOf("complaint open"),
        caseId: caseId(cohortId, "run-aadal-3"),
        about: "conduct",
        text: TONE,
        filedById: personId("run-aadal-3"),
        filedAt: past(seed, -5, "20:15"),
      },
      {
        id: idOf("complaint answered"),
        caseId: caseId(cohortId, "run-soendermark-3"),
        about: "delay",
        text: SLOW,
        filedById: personId("run-soendermark-3"),
        filedAt: past(seed, -24, "19:30"),
      },
      {
        id: idOf("complaint unfounded"),
        caseId: caseId(cohortId, "run-soendermark-4"),
        about: "partiality",
        text: "Observatøren og min chef kender hinanden fra et netværk. Det burde have været sagt på forhånd.",
        filedById: personId("run-soendermark-4"),
        filedAt: past(seed, -22, "18:10"),
      },
    ],
  });
}

/** What the body answered to the complaints that it has taken a stand on. */
async function answerComplaints(seed: Seed): Promise<void> {
  for (const { id: complaintId, ...answer } of ANSWERS)
    await seed.db.caseComplaint.update({
      where: { id: complaintId },
      data: {
        ...answer,
        decidedById: personId("certifier-2"),
        decidedAt: past(seed, -15, "13:00"),
        version: { increment: 1 },
      },
    });
}

/** Who speaks for participants of the running cohort, and what they complained of beside the decisions. */
export async function seedCaseParties(seed: Seed, cohortId: string): Promise<void> {
  await seedRepresentatives(seed, cohortId);
  await seedComplaints(seed, cohortId);
  await answerComplaints(seed);
}
